internal import Events

extension ServiceDefinition {
    var clockProblems: [DefinitionProblem] {
        let graph = StateGraph(self)
        let clocked = clocks.flatMap { problems(of: $0, graph) }
        return clocked + escalation.flatMap(problems(of:)) + overdueProblems
    }

    private func problems(of clock: ClockDefinition, _ graph: StateGraph) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        if !canHappen(clock.starts, for: clock) { problems.append(.clockWithoutStart(clock.code)) }
        if !canHappen(clock.stops, for: clock) || clock.stops == clock.starts {
            problems.append(.clockWithoutStop(clock.code))
        }
        let isImmediate = clock.limit.unit == .immediately
        if isImmediate ? clock.isRepeating : clock.limit.amount <= 0 {
            problems.append(.clockWithoutLimit(clock.code))
        }
        if let percent = clock.nearPercent, !(1...99).contains(percent) {
            problems.append(.clockShareOutOfRange(clock.code))
        }
        if let rule = clock.extensions, rule.most <= 0 || rule.by.amount <= 0 {
            problems.append(.extensionWithoutMeaning(clock.code))
        }
        return problems + pauseProblems(of: clock, graph)
    }

    private func pauseProblems(
        of clock: ClockDefinition, _ graph: StateGraph
    ) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        let running = states.filter { !clock.pausedIn.contains($0.code) }
        let leaving = graph.reaching(running.map(\.code))
        for code in clock.pausedIn {
            guard let state = states.first(where: { $0.code == code }) else {
                problems.append(.clockPausedInUnknownState(clock.code, code))
                continue
            }
            if state.isInitial, clock.starts == .submitted || clock.starts == .completeDocuments {
                problems.append(.clockPausedAtStart(clock.code))
            }
            if state.isFinal || !leaving.contains(code) {
                problems.append(.pauseWithoutEnd(clock.code, code))
            }
        }
        return problems
    }

    /// Whether the definition has what leads to that point.
    private func canHappen(_ point: ClockPoint, for clock: ClockDefinition) -> Bool {
        switch point {
        case .submitted, .completeDocuments, .answered, .resultNotified: true
        case .received: has(.received) || has(.inProgress)
        case .returned: has(.returned)
        case .corrected: has(.corrected)
        case .finished: has(.completed) || has(.rejected) || has(.referred)
        case .deadlineMissed:
            clocks.contains { $0.kind == .finish && $0.code != clock.code }
        }
    }

    private func has(_ event: ActionEvent) -> Bool { actions.contains { $0.event == event } }

    private func problems(of rung: EscalationRung) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        if !clocks.contains(where: { $0.code == rung.clock }) {
            problems.append(.unknown(.clock, rung.clock))
        }
        if rung.percent <= 0 || (rung.to.isEmpty && rung.department == nil) {
            problems.append(.escalationWithoutTarget(rung.clock, rung.percent))
        }
        return problems
    }

    private var overdueProblems: [DefinitionProblem] {
        let kinds = Set(clocks.map(\.kind))
        let isFollowed =
            switch overdue {
            case .nothing: true
            case .notify: kinds.isSuperset(of: [.finish, .delayNotice])
            case .deemedApproved: kinds.contains(.finish) && approvedState != nil
            }
        return isFollowed ? [] : [.overdueWithoutClock]
    }

    // MARK: The form

    var formProblems: [DefinitionProblem] {
        let fields = form.flatMap(\.fields)
        let codes = Set(fields.map(\.code))
        let conditions =
            fields.map { ($0.code, $0.when) } + documents.map { ($0.code, $0.when) }
        let unknown = conditions.compactMap { asked, condition -> DefinitionProblem? in
            guard let field = condition?.field, !codes.contains(field) else { return nil }
            return .conditionOnUnknownField(asked, field)
        }
        return fields.flatMap(problems(of:)) + unknown
    }

    private func problems(of field: FormField) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        if field.kind == .choice || field.kind == .choices, field.choices.isEmpty {
            problems.append(.choicesMissing(field.code))
        }
        if let least = field.least, let longest = field.longest, least > longest {
            problems.append(.boundsReversed(field.code))
        }
        return problems
    }
}
