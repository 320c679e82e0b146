internal import Entries
internal import Events

extension Petition {
    /// The first event of a case of another system: it opens the case here.
    static func importing(
        _ data: PetitionCommand.ImportSubmit, in petition: Frozen<Petition>?, by actor: Actor,
        _ circumstances: Circumstances
    ) throws(PetitionRefusal) -> PetitionEvent.Submitted {
        guard actor.kind == .importer else { throw .wrongRole }
        if let petition {
            guard let source = petition.value.source, source.name == data.source.name,
                source.system == data.source.system
            else { throw .alreadyExists }
            throw .alreadyThere(step: 1)
        }
        guard let number = circumstances.nextNumber else { throw .missing(.number) }
        guard let key = circumstances.key else { throw .missing(.key) }
        guard let definition = circumstances.frozenSettings.value.definition(of: data.service)
        else {
            throw .unknown(.service, data.service)
        }
        guard let state = definition.firstState else { throw .unknown(.state, data.service) }
        let came = circumstances.happenedAt
        var data = data
        data.joinsClocks = data.joinsClocks && canBeCounted(from: came, circumstances)
        var event = PetitionEvent.Submitted(
            number: number, kind: definition.kind, service: definition.code,
            definition: definition.version, channel: data.channel, mode: .counter,
            urgency: data.urgency, enteredAt: came,
            deemedReceivedAt: deemedReceipt(of: data, came, circumstances.frozenSettings.value),
            caseKey: key, identityLevel: .unproven, contactPreference: .electronic,
            state: state.code, status: state.status)
        event.isReturned = state.isReturned
        event.isConfidential = data.isConfidential
        event.category = data.isConfidential ? nil : data.category
        event.department = data.department
        event.officer = data.officer
        event.area = data.area
        event.attachments = data.attachments
        event.source = data.source
        event.joinsClocks = data.joinsClocks
        return event
    }

    /// Whether it is a date: other systems write one in the future, or one long ago, for none.
    private static func canBeCounted(from came: Instant, _ circumstances: Circumstances) -> Bool {
        came <= circumstances.now && came.local.date.year >= 1900
    }

    /// The other system had received it already, unless the case is put on our clocks.
    private static func deemedReceipt(
        of data: PetitionCommand.ImportSubmit, _ came: Instant, _ settings: OfficeSettings
    ) -> Instant {
        guard data.joinsClocks else { return came }
        return settings.calendar.deemedReceipt(
            of: came, calendar: settings.calendarCode(of: data.department))
    }
}

extension CaseDecision {
    /// What a further event of another system is here: the event that it is mapped to where the
    /// definition has such a step at this point, or where it skips stages and may; whoever took
    /// it. Elsewhere it is `step-recorded`.
    func importStep(_ data: PetitionCommand.ImportStep) throws(PetitionRefusal) -> PetitionEvent {
        guard actor.kind == .importer, petition.isImported else { throw .wrongRole }
        let next = petition.importedSteps + 1
        guard data.step.index >= next else { throw .alreadyThere(step: data.step.index) }
        guard data.step.index == next else { throw .stepMissing(expected: next) }
        return mapped(data) ?? .stepRecorded(PetitionEvent.StepRecorded())
    }

    private func mapped(_ step: PetitionCommand.ImportStep) -> PetitionEvent? {
        switch step.word {
        case .submitted, .stepRecorded: return nil
        case .answered: return .answered(PetitionEvent.Answered())
        case .received, .inProgress, .completed, .rejected, .withdrawn, .returned, .corrected,
            .reopened:
            guard let event = ActionEvent(rawValue: step.word.rawValue) else { return nil }
            if let move = definition.firstMove(event, from: petition.state) {
                return transition(event, to: move.state, by: move.action.code)
            }
            guard step.skipsStages, let state = definition.stage(ahead: event, of: petition)
            else { return nil }
            // No action of the definition leads there from here, and the entry does not claim one.
            return transition(event, to: state, by: nil)
        }
    }

    private func transition(
        _ event: ActionEvent, to next: StateDefinition, by action: String?
    ) -> PetitionEvent? {
        let (state, status) = (next.code, next.status)
        let at = circumstances.happenedAt
        return switch event {
        case .received: .received(.init(state: state, status: status, action: action))
        case .inProgress: .inProgress(.init(state: state, status: status, action: action))
        case .completed: .completed(.init(state: state, status: status, action: action))
        case .rejected: .rejected(.init(state: state, status: status, action: action))
        case .withdrawn: .withdrawn(.init(state: state, status: status, action: action))
        case .returned:
            .returned(
                .init(
                    items: 0, round: petition.returns + 1, state: state, status: status,
                    isReturned: next.isReturned, action: action))
        case .corrected:
            .corrected(
                .init(
                    enteredAt: at, deemedReceivedAt: at, state: state, status: status,
                    round: petition.returns, isReturned: next.isReturned, action: action))
        case .reopened:
            .reopened(
                .init(
                    ground: .office, count: petition.reopenings + 1, state: state, status: status,
                    isReturned: next.isReturned, action: action))
        case .correctionAccepted, .forwarded, .referred, .waitingStarted, .waitingEnded, .merged,
            .unmerged:
            nil
        }
    }
}

extension ServiceDefinition {
    /// The state that `event` leads to, if it lies ahead of where an open case stands: its end, or
    /// a later one of the public stages.
    fileprivate func stage(ahead event: ActionEvent, of petition: Petition) -> StateDefinition? {
        let ends = actions.lazy.filter { $0.event == event }.compactMap { moveState($0.to) }
        guard !petition.isFinished, let state = ends.first else { return nil }
        if state.status.isFinal { return state }
        return state.status.isBehind(petition.status) ? nil : state
    }
}

extension PublicStatus {
    /// Whether a case of this status has still to go through the other's, or stands in it.
    fileprivate func isBehind(_ other: PublicStatus) -> Bool { stage <= other.stage }

    private var stage: Int {
        switch self {
        case .submitted: 0
        case .received: 1
        case .inProgress: 2
        case .completed, .rejected, .withdrawn, .referred, .merged: 3
        }
    }
}
