package import Entries
internal import Events

extension PetitionCommand {
    /// The command's stable word.
    package var name: String {
        switch self {
        case .submit: "submit"
        case .correct: "correct"
        case .withdraw: "withdraw"
        case .message: "message"
        case .attach: "attach"
        case .rate: "rate"
        case .linkOwner: "link-owner"
        case .resetTracking: "reset-tracking"
        case .receive: "receive"
        case .start: "start"
        case .askCorrection: "ask-correction"
        case .acceptCorrection: "accept-correction"
        case .complete: "complete"
        case .reject: "reject"
        case .reopen: "reopen"
        case .forward: "forward"
        case .refer: "refer"
        case .waitFor: "wait-for"
        case .resume: "resume"
        case .merge: "merge"
        case .unmerge: "unmerge"
        case .changeDefinition: "change-definition"
        case .claim: "claim"
        case .takeOver: "take-over"
        case .release: "release"
        case .assign: "assign"
        case .note: "note"
        case .answer: "answer"
        case .dismissDuplicate: "dismiss-duplicate"
        case .recategorise: "recategorise"
        case .setUrgency: "set-urgency"
        case .setConfidentiality: "set-confidentiality"
        case .extend: "extend"
        case .noticeDelay: "notice-delay"
        case .setAppointment: "set-appointment"
        case .cancelAppointment: "cancel-appointment"
        case .issueDocument: "issue-document"
        case .revokeDocument: "revoke-document"
        case .recordPayment: "record-payment"
        case .checkIdentity: "check-identity"
        case .certifyCopies: "certify-copies"
        case .notify: "notify"
        case .view: "view"
        case .nearDeadline: "near-deadline"
        case .missDeadline: "miss-deadline"
        case .escalate: "escalate"
        case .deemApproved: "deem-approved"
        case .scheduleErasure: "schedule-erasure"
        case .holdErasure: "hold-erasure"
        case .endErasureHold: "end-erasure-hold"
        case .approveErasure: "approve-erasure"
        case .erase: "erase"
        case .importSubmit: "import-submit"
        case .importStep: "import-step"
        }
    }

    package var payload: any Fields {
        switch self {
        case .submit(let data): data
        case .correct(let data): data
        case .withdraw(let data): data
        case .message(let data): data
        case .attach(let data): data
        case .rate(let data): data
        case .linkOwner(let data): data
        case .resetTracking(let data): data
        case .receive(let data): data
        case .start(let data): data
        case .askCorrection(let data): data
        case .acceptCorrection(let data): data
        case .complete(let data): data
        case .reject(let data): data
        case .reopen(let data): data
        case .forward(let data): data
        case .refer(let data): data
        case .waitFor(let data): data
        case .resume(let data): data
        case .merge(let data): data
        case .unmerge(let data): data
        case .changeDefinition(let data): data
        case .claim: Nothing()
        case .takeOver: Nothing()
        case .release: Nothing()
        case .assign(let data): data
        case .note(let data): data
        case .answer(let data): data
        case .dismissDuplicate(let data): data
        case .recategorise(let data): data
        case .setUrgency(let data): data
        case .setConfidentiality(let data): data
        case .extend(let data): data
        case .noticeDelay(let data): data
        case .setAppointment(let data): data
        case .cancelAppointment(let data): data
        case .issueDocument(let data): data
        case .revokeDocument(let data): data
        case .recordPayment(let data): data
        case .checkIdentity(let data): data
        case .certifyCopies(let data): data
        case .notify(let data): data
        case .view(let data): data
        case .nearDeadline(let data): data
        case .missDeadline(let data): data
        case .escalate(let data): data
        case .deemApproved(let data): data
        case .scheduleErasure(let data): data
        case .holdErasure(let data): data
        case .endErasureHold(let data): data
        case .approveErasure(let data): data
        case .erase(let data): data
        case .importSubmit(let data): data
        case .importStep(let data): data
        }
    }

    /// Reads the payload of the command `name`; nil if there is no such command.
    package static func read(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> PetitionCommand? {
        switch name {
        case "submit": .submit(try decoder.object(Submit.self))
        case "correct": .correct(try decoder.object(Correct.self))
        case "withdraw": .withdraw(try decoder.object(Withdraw.self))
        case "message": .message(try decoder.object(PetitionEvent.Messaged.self))
        case "attach": .attach(try decoder.object(Attach.self))
        case "rate": .rate(try decoder.object(PetitionEvent.Rated.self))
        case "link-owner": .linkOwner(try decoder.object(PetitionEvent.OwnerLinked.self))
        case "reset-tracking": .resetTracking(try decoder.object(PetitionEvent.TrackingReset.self))
        case "receive": .receive(try decoder.object(Take.self))
        case "start": .start(try decoder.object(Take.self))
        case "ask-correction": .askCorrection(try decoder.object(AskCorrection.self))
        case "accept-correction": .acceptCorrection(try decoder.object(Take.self))
        case "complete": .complete(try decoder.object(Complete.self))
        case "reject": .reject(try decoder.object(Reject.self))
        case "reopen": .reopen(try decoder.object(Reopen.self))
        case "forward": .forward(try decoder.object(Forward.self))
        case "refer": .refer(try decoder.object(Refer.self))
        case "wait-for": .waitFor(try decoder.object(WaitFor.self))
        case "resume": .resume(try decoder.object(Take.self))
        case "merge": .merge(try decoder.object(Merge.self))
        case "unmerge": .unmerge(try decoder.object(Take.self))
        case "change-definition": .changeDefinition(try decoder.object(ChangeDefinition.self))
        case "assign": .assign(try decoder.object(Assign.self))
        case "note": .note(try decoder.object(PetitionEvent.Noted.self))
        case "answer": .answer(try decoder.object(PetitionEvent.Answered.self))
        case "dismiss-duplicate":
            .dismissDuplicate(try decoder.object(PetitionEvent.DuplicateDismissed.self))
        case "recategorise": .recategorise(try decoder.object(Recategorise.self))
        case "set-urgency": .setUrgency(try decoder.object(PetitionEvent.UrgencySet.self))
        case "set-confidentiality": .setConfidentiality(try decoder.object(Conceal.self))
        case "extend": .extend(try decoder.object(Extend.self))
        case "notice-delay": .noticeDelay(try decoder.object(NoticeDelay.self))
        case "set-appointment": .setAppointment(try decoder.object(SetAppointment.self))
        case "cancel-appointment":
            .cancelAppointment(try decoder.object(PetitionEvent.AppointmentCancelled.self))
        case "issue-document": .issueDocument(try decoder.object(PetitionEvent.DocumentIssued.self))
        case "revoke-document":
            .revokeDocument(try decoder.object(PetitionEvent.DocumentRevoked.self))
        case "record-payment":
            .recordPayment(try decoder.object(PetitionEvent.PaymentRecorded.self))
        case "check-identity":
            .checkIdentity(try decoder.object(PetitionEvent.IdentityChecked.self))
        case "certify-copies":
            .certifyCopies(try decoder.object(PetitionEvent.CopiesCertified.self))
        case "notify": .notify(try decoder.object(PetitionEvent.Notified.self))
        case "view": .view(try decoder.object(PetitionEvent.Viewed.self))
        case "near-deadline": .nearDeadline(try decoder.object(PetitionEvent.DeadlineNear.self))
        case "miss-deadline": .missDeadline(try decoder.object(PetitionEvent.DeadlineMissed.self))
        case "escalate": .escalate(try decoder.object(PetitionEvent.Escalated.self))
        case "deem-approved":
            .deemApproved(try decoder.object(PetitionEvent.DeemedApproved.self))
        case "schedule-erasure":
            .scheduleErasure(try decoder.object(PetitionEvent.ErasureScheduled.self))
        case "hold-erasure": .holdErasure(try decoder.object(PetitionEvent.ErasureHeld.self))
        case "end-erasure-hold":
            .endErasureHold(try decoder.object(PetitionEvent.ErasureHoldEnded.self))
        case "approve-erasure":
            .approveErasure(try decoder.object(PetitionEvent.ErasureApproved.self))
        case "erase": .erase(try decoder.object(PetitionEvent.Erased.self))
        case "import-submit": .importSubmit(try decoder.object(ImportSubmit.self))
        case "import-step": .importStep(try decoder.object(ImportStep.self))
        default: try readBare(name, from: &decoder)
        }
    }

    private static func readBare(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> PetitionCommand? {
        let command: PetitionCommand? =
            switch name {
            case "claim": .claim
            case "take-over": .takeOver
            case "release": .release
            default: nil
            }
        if command != nil { _ = try decoder.object(Nothing.self) }
        return command
    }
}
