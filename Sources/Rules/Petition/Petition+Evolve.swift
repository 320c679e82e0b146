internal import Entries
package import Events

extension Petition {
    /// `petition` once `event` has happened. It never refuses: history is already true.
    package static func evolve(
        _ petition: Petition?, with event: PetitionEvent, _ recording: Recording
    ) -> Petition {
        var next = petition ?? Petition()
        next.apply(event, recording)
        return next
    }

    /// The same in place, for folds over many events.
    package mutating func apply(_ event: PetitionEvent, _ recording: Recording) {
        version = recording.version
        recordedAt = recording.time
        if recording.isImported { importedSteps = recording.stepIndex ?? importedSteps + 1 }
        let at = recording.happenedAt
        defer { if hasClocks { history.apply(event, at: at) } }
        switch event {
        case .submitted(let data): open(data, recording)
        case .corrected(let data): move(data, at)
        case .withdrawn(let data): move(data, at)
        case .received(let data): take(data, officer: data.officer, data.department, at)
        case .inProgress(let data): take(data, officer: data.officer, data.department, at)
        case .completed(let data): complete(data, at)
        case .returned(let data): sendBack(data, at)
        case .correctionAccepted(let data): move(data, at)
        case .deemedApproved(let data): approve(data, at)
        case .rejected(let data): reject(data, at)
        case .reopened(let data): reopen(data, at)
        case .forwarded(let data): forward(data, at)
        case .referred(let data): move(data, at)
        case .waitingStarted(let data): wait(data, for: data.agency, at)
        case .waitingEnded(let data): wait(data, for: nil, at)
        case .merged(let data): merge(data, into: data.into, at)
        case .unmerged(let data): merge(data, into: nil, at)
        case .definitionChanged(let data): change(data, at)
        case .assigned(let data): own(data.officer, data.department)
        case .claimed(let data): own(data.officer, data.department)
        case .takenOver(let data): owner = data.officer
        case .released: owner = nil
        case .ownerLinked(let data): link(data, to: recording.actor)
        case .recategorised(let data): recategorise(data)
        case .urgencySet(let data): urgency = data.urgency
        case .confidentialitySet(let data): conceal(data)
        case .answered: isAnswered = true
        case .rated(let data): rating = data.score
        case .trackingReset(let data): tracking = data.tracking
        case .identityChecked(let data): check(data)
        default: applyRecord(event, at)
        }
    }

    /// Events that leave a mark beside the case's course, and those that leave none.
    private mutating func applyRecord(_ event: PetitionEvent, _ at: Instant) {
        switch event {
        case .delayNoticed: delayNotices += 1
        case .appointmentSet(let data): set(Appointment(number: data.number, at: data.at))
        case .appointmentCancelled(let data): appointments.removeAll { $0.number == data.number }
        case .deadlineNear, .deadlineMissed, .escalated: alarms.take(event)
        case .documentIssued(let data): issue(data)
        case .documentRevoked(let data): revoke(data.number)
        case .paymentRecorded(let data):
            payments.append(Payment(satang: data.satang, fee: data.fee))
        case .erasureScheduled(let data): erasureDay = data.on
        case .erasureHeld(let data): hold = Hold(until: data.until)
        case .erasureHoldEnded: hold = nil
        case .erasureApproved(let data): erasure = data.ground
        case .erased(let data): erase(data, at)
        case .extended, .noted, .messaged, .attached, .stepRecorded, .duplicateDismissed,
            .copiesCertified, .notified, .viewed:
            break
        case .submitted, .corrected, .withdrawn, .received, .inProgress, .completed,
            .deemedApproved, .returned, .correctionAccepted, .rejected, .reopened, .forwarded,
            .referred, .waitingStarted,
            .waitingEnded, .merged, .unmerged, .definitionChanged, .assigned, .claimed,
            .takenOver, .released, .ownerLinked, .recategorised, .urgencySet,
            .confidentialitySet, .answered, .rated, .trackingReset, .identityChecked:
            break
        }
    }
}

// MARK: - The course of the case

extension Petition {
    private mutating func open(_ data: PetitionEvent.Submitted, _ recording: Recording) {
        number = data.number
        kind = data.kind
        service = data.service
        definition = data.definition
        caseKey = data.caseKey
        channel = data.channel
        mode = data.mode
        urgency = data.urgency
        identityLevel = data.identityLevel
        contactPreference = data.contactPreference
        category = data.category
        subcategory = data.subcategory
        department = data.department
        owner = data.officer
        area = data.area
        moo = data.moo
        isConfidential = data.isConfidential
        isAnonymous = data.isAnonymous
        filedBy = data.filedBy
        tracking = data.tracking
        source = data.source.map {
            // What else the source said stands in the entry.
            SourceCase(system: $0.system, name: $0.name, due: $0.due)
        }
        joinedAt = data.joinsClocks ? recording.time : nil
        enteredAt = data.enteredAt
        deemedReceivedAt = data.deemedReceivedAt
        if data.filedBy == nil, data.source == nil { pseudonym = recording.actor }
        move(data, recording.happenedAt)
    }

    private mutating func move(_ transition: some Transition, _ at: Instant) {
        let wasFinished = standing.status.isFinal
        standing = transition.standing
        if standing.status.isFinal {
            if !wasFinished { finishedAt = at }
            waitsFor = nil
        } else {
            finishedAt = nil
            completedAt = nil
            erasureDay = nil
        }
    }

    private mutating func take(
        _ transition: some Transition, officer: String?, _ unit: String?, _ at: Instant
    ) {
        move(transition, at)
        own(officer ?? owner, unit)
    }

    private mutating func own(_ officer: String?, _ unit: String?) {
        owner = officer
        if let unit { department = unit }
    }

    private mutating func complete(_ data: PetitionEvent.Completed, _ at: Instant) {
        move(data, at)
        completedAt = at
        outcome = data.outcome
    }

    private mutating func approve(_ data: PetitionEvent.DeemedApproved, _ at: Instant) {
        move(data, at)
        completedAt = at
        outcome = PetitionEvent.DeemedApproved.name
    }

    private mutating func reject(_ data: PetitionEvent.Rejected, _ at: Instant) {
        move(data, at)
        outcome = data.ground
    }

    private mutating func sendBack(_ data: PetitionEvent.Returned, _ at: Instant) {
        move(data, at)
        returns = max(returns + 1, data.round)
    }

    private mutating func reopen(_ data: PetitionEvent.Reopened, _ at: Instant) {
        move(data, at)
        reopenings = max(reopenings + 1, data.count)
        outcome = nil
        rating = nil
        alarms.take(.reopened(data))
    }

    private mutating func forward(_ data: PetitionEvent.Forwarded, _ at: Instant) {
        move(data, at)
        department = data.to
        owner = nil
    }

    private mutating func wait(
        _ transition: some Transition, for agency: String?, _ at: Instant
    ) {
        move(transition, at)
        waitsFor = agency
    }

    private mutating func merge(_ transition: some Transition, into: String?, _ at: Instant) {
        stateBeforeMerge = into == nil ? nil : state
        move(transition, at)
        mergedInto = into
    }

    private mutating func change(_ data: PetitionEvent.DefinitionChanged, _ at: Instant) {
        service = data.service
        definition = data.definition
        move(data, at)
    }
}

// MARK: - What is known of it

extension Petition {
    private mutating func link(_ data: PetitionEvent.OwnerLinked, to actor: String) {
        pseudonym = actor
        identityLevel = data.identityLevel
        tracking = nil
    }

    private mutating func recategorise(_ data: PetitionEvent.Recategorised) {
        category = data.category
        subcategory = data.subcategory
        if let unit = data.department, unit != department {
            department = unit
            owner = nil
        }
    }

    private mutating func conceal(_ data: PetitionEvent.ConfidentialitySet) {
        isConfidential = data.isConfidential
        category = data.category
        subcategory = data.subcategory
    }

    private mutating func check(_ data: PetitionEvent.IdentityChecked) {
        isIdentityChecked = data.outcome == .matched
        if let level = data.level, isIdentityChecked { identityLevel = level }
    }

    private mutating func set(_ appointment: Appointment) {
        appointments.removeAll { $0.number == appointment.number }
        appointments.append(appointment)
    }

    private mutating func issue(_ data: PetitionEvent.DocumentIssued) {
        if let replaced = data.replaces { revoke(replaced) }
        documents.append(
            Document(number: data.number, kind: data.kind, code: data.code, isRevoked: false))
    }

    private mutating func revoke(_ number: String) {
        for index in documents.indices where documents[index].number == number {
            documents[index].isRevoked = true
        }
    }

    private mutating func erase(_ data: PetitionEvent.Erased, _ at: Instant) {
        if data.key == caseKey { erasedAt = at }
    }
}
