package import Events

extension Petition {
    /// What follows from `command`, or the reason that nothing may.
    ///
    /// The same command in the same state under the same circumstances is decided alike for ever.
    package static func decide(
        _ command: PetitionCommand, in petition: Frozen<Petition>?, by actor: Actor,
        with circumstances: Circumstances
    ) throws(PetitionRefusal) -> [PetitionEvent] {
        switch command {
        case .submit(let data):
            guard petition == nil else { throw .alreadyExists }
            return [.submitted(try Filing(data, actor, circumstances).submitted())]
        case .importSubmit(let data):
            return [.submitted(try importing(data, in: petition, by: actor, circumstances))]
        default:
            guard let petition else { throw .absent }
            let decision = try CaseDecision(petition, actor, circumstances)
            return [try decision.event(for: command)]
        }
    }
}

extension CaseDecision {
    func event(for command: PetitionCommand) throws(PetitionRefusal) -> PetitionEvent {
        if case .importStep(let data) = command { return try importStep(data) }
        try needOwnCourse(command)
        try needSight(for: command)
        return switch command {
        case .submit, .importSubmit, .importStep: throw .alreadyExists
        case .correct(let data): .corrected(try correct(data))
        case .withdraw(let data): .withdrawn(try withdraw(data))
        case .message(let data): .messaged(try message(data))
        case .attach(let data): .attached(try attach(data))
        case .rate(let data): .rated(try rate(data))
        case .linkOwner: .ownerLinked(try linkOwner())
        case .resetTracking(let data): .trackingReset(try resetTracking(data))
        case .receive(let data): .received(try receive(data))
        case .start(let data): .inProgress(try start(data))
        case .askCorrection(let data): .returned(try askCorrection(data))
        case .acceptCorrection(let data): .correctionAccepted(try acceptCorrection(data))
        case .complete(let data): .completed(try complete(data))
        case .reject(let data): .rejected(try reject(data))
        case .reopen(let data): .reopened(try reopen(data))
        case .forward(let data): .forwarded(try forward(data))
        case .refer(let data): .referred(try refer(data))
        case .waitFor(let data): .waitingStarted(try waitFor(data))
        case .resume(let data): .waitingEnded(try resume(data))
        case .merge(let data): .merged(try merge(data))
        case .unmerge(let data): .unmerged(try unmerge(data))
        case .changeDefinition(let data): .definitionChanged(try changeDefinition(data))
        case .claim: .claimed(try claim())
        case .takeOver: .takenOver(try takeOver())
        case .release: .released(try release())
        case .assign(let data): .assigned(try assign(data))
        case .note(let data): .noted(try note(data))
        case .answer(let data): .answered(try answer(data))
        case .dismissDuplicate(let data): .duplicateDismissed(try dismissDuplicate(data))
        case .recategorise(let data): .recategorised(try recategorise(data))
        case .setUrgency(let data): .urgencySet(try setUrgency(data))
        case .setConfidentiality(let data): .confidentialitySet(try setConfidentiality(data))
        case .extend(let data): .extended(try extend(data))
        case .noticeDelay(let data): .delayNoticed(try noticeDelay(data))
        case .setAppointment(let data): .appointmentSet(try setAppointment(data))
        case .cancelAppointment(let data): .appointmentCancelled(try cancelAppointment(data))
        case .issueDocument(let data): .documentIssued(try issueDocument(data))
        case .revokeDocument(let data): .documentRevoked(try revokeDocument(data))
        case .recordPayment(let data): .paymentRecorded(try recordPayment(data))
        case .checkIdentity(let data): .identityChecked(try checkIdentity(data))
        case .certifyCopies(let data): .copiesCertified(try certifyCopies(data))
        case .notify(let data): .notified(try notify(data))
        case .view(let data): .viewed(try view(data))
        case .nearDeadline(let data): .deadlineNear(try nearDeadline(data))
        case .missDeadline(let data): .deadlineMissed(try missDeadline(data))
        case .escalate(let data): .escalated(try escalate(data))
        case .deemApproved(let data): .deemedApproved(try deemApproved(data))
        case .scheduleErasure(let data): .erasureScheduled(try scheduleErasure(data))
        case .holdErasure(let data): .erasureHeld(try holdErasure(data))
        case .endErasureHold(let data): .erasureHoldEnded(try endErasureHold(data))
        case .approveErasure(let data): .erasureApproved(try approveErasure(data))
        case .erase(let data): .erased(try erase(data))
        }
    }

    /// A confidential case is worked on by whoever may read it. Others take it in, and hand it on.
    private func needSight(for command: PetitionCommand) throws(PetitionRefusal) {
        guard isBlind else { return }
        switch command {
        case .receive, .forward, .changeDefinition, .view, .scheduleErasure, .holdErasure,
            .endErasureHold, .approveErasure, .erase:
            return
        case .assign(let data) where data.officer != actor.id: return
        case .message where isFilingSystem: return
        default: throw .confidential
        }
    }

    /// An erased case is history, and a merged one goes on elsewhere.
    private func needOwnCourse(_ command: PetitionCommand) throws(PetitionRefusal) {
        if petition.isErased { throw .erased }
        guard let into = petition.mergedInto else { return }
        switch command {
        case .unmerge, .view, .notify, .note, .message, .scheduleErasure, .holdErasure,
            .endErasureHold, .approveErasure, .erase, .linkOwner:
            return
        default: throw .mergedInto(into)
        }
    }
}
