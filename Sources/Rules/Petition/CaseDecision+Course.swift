internal import Entries
internal import Events

extension CaseDecision {
    typealias Take = PetitionCommand.Take

    func receive(_ data: Take) throws(PetitionRefusal) -> PetitionEvent.Received {
        let move = try move(.received, data.action)
        return PetitionEvent.Received(
            state: move.state.code, status: move.state.status, officer: taker,
            department: petition.department ?? actor.department,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func start(_ data: Take) throws(PetitionRefusal) -> PetitionEvent.InProgress {
        let move = try move(.inProgress, data.action)
        // Whoever has begun need not begin again; to another it may come in the same state.
        guard move.state.code != petition.state || holder != petition.owner else {
            throw .nothingChanges
        }
        return PetitionEvent.InProgress(
            state: move.state.code, status: move.state.status, officer: holder,
            department: petition.department ?? actor.department,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    /// The front desk takes in for the unit, which has yet to say who works on it.
    private var taker: String? { has(.handler, .head) ? holder : petition.owner }

    /// Whose the case is from here on: whoever had it, else the officer who takes the step and may
    /// read it.
    private var holder: String? { petition.owner ?? (actor.isOfficer && !isBlind ? actor.id : nil) }

    func askCorrection(
        _ data: PetitionCommand.AskCorrection
    ) throws(PetitionRefusal) -> PetitionEvent.Returned {
        guard petition.returns == 0 || data.isCausedByPetitioner else { throw .returnedBefore }
        let move = try move(.returned, data.action)
        guard data.items > 0 else { throw .missing(.defects) }
        try need(.defects, .defects)
        for code in data.documents where !definition.isDocument(code) {
            throw .unknown(.document, code)
        }
        for code in data.fields where !definition.isField(code) { throw .unknown(.field, code) }
        return PetitionEvent.Returned(
            items: data.items, round: petition.returns + 1, state: move.state.code,
            status: move.state.status, documents: data.documents, fields: data.fields,
            allowed: data.allowed ?? correctionTime,
            isCausedByPetitioner: data.isCausedByPetitioner, isReturned: move.state.isReturned,
            action: move.action.code)
    }

    private var correctionTime: TimeSpan? {
        definition.clocks.first { $0.kind == .correction }?.limit
    }

    func correct(
        _ data: PetitionCommand.Correct
    ) throws(PetitionRefusal) -> PetitionEvent.Corrected {
        let move = try move(.corrected, data.action)
        guard petition.standing.isReturned else { throw .notWaiting }
        let parts: Set<SectionKind> = [.text, .petitioner, .place, .attachment, .message]
        guard !circumstances.sections.isDisjoint(with: parts) else { throw .missing(.text) }
        let entered = circumstances.enteredAt
        return PetitionEvent.Corrected(
            enteredAt: entered, deemedReceivedAt: deemedReceipt(of: entered),
            state: move.state.code, status: move.state.status, round: petition.returns,
            attachments: data.attachments, isReturned: move.state.isReturned,
            action: move.action.code)
    }

    func acceptCorrection(
        _ data: Take
    ) throws(PetitionRefusal) -> PetitionEvent.CorrectionAccepted {
        let move = try move(.correctionAccepted, data.action)
        return PetitionEvent.CorrectionAccepted(
            state: move.state.code, status: move.state.status, round: petition.returns,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func complete(
        _ data: PetitionCommand.Complete
    ) throws(PetitionRefusal) -> PetitionEvent.Completed {
        let move = try move(.completed, data.action)
        try need(.result, .result)
        let outcome = try known(data.outcome, in: definition.outcomes, .outcome)
        return PetitionEvent.Completed(
            state: move.state.code, status: move.state.status, outcome: outcome,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func reject(
        _ data: PetitionCommand.Reject
    ) throws(PetitionRefusal) -> PetitionEvent.Rejected {
        let move = try move(.rejected, data.action)
        try need(.reason, .reason)
        guard circumstances.hasRemedy else { throw .missing(.remedy) }
        let ground = try known(data.ground, in: definition.grounds, .ground)
        return PetitionEvent.Rejected(
            state: move.state.code, status: move.state.status, ground: ground,
            appeal: definition.appeal ?? TimeSpan(amount: 15, unit: .days),
            isReturned: move.state.isReturned, action: move.action.code)
    }

    /// One of the words that the definition lists, where it lists any.
    private func known(
        _ code: String?, in listed: [Outcome], _ thing: PetitionRefusal.Thing
    ) throws(PetitionRefusal) -> String? {
        guard listed.isEmpty ? code != nil : !listed.contains(where: { $0.code == code }) else {
            return code
        }
        throw .unknown(thing, code ?? "")
    }

    /// An officer ends nobody's case on his own word: how the petitioner asked for it, and why,
    /// stands with it.
    func withdraw(
        _ data: PetitionCommand.Withdraw
    ) throws(PetitionRefusal) -> PetitionEvent.Withdrawn {
        let move = try move(.withdrawn, data.action)
        if actor.isOfficer {
            guard data.channel != nil else { throw .missing(.channel) }
            try need(.reason, .reason)
        }
        return PetitionEvent.Withdrawn(
            state: move.state.code, status: move.state.status,
            filedBy: actor.isOfficer ? actor.id : nil,
            channel: actor.isOfficer ? data.channel : nil, isReturned: move.state.isReturned,
            action: move.action.code)
    }

    func reopen(
        _ data: PetitionCommand.Reopen
    ) throws(PetitionRefusal) -> PetitionEvent.Reopened {
        guard petition.isFinished else { throw notNow }
        // What an appeal decides or a mistake closed is bound to no window.
        let isBound = data.ground == .petitioner || data.ground == .office
        if isBound, !isWithinWindow, let end = windowEnd { throw .windowClosed(end) }
        if actor.isFromOutside, data.ground != .petitioner { throw .wrongRole }
        let move = try move(.reopened, data.action)
        try need(.reason, .reason)
        return PetitionEvent.Reopened(
            ground: data.ground, count: petition.reopenings + 1, state: move.state.code,
            status: move.state.status, isReturned: move.state.isReturned,
            action: move.action.code)
    }
}
