package import Events

extension ServiceDefinition {
    /// All that keeps this definition from working; none, and it may be published.
    package var problems: [DefinitionProblem] {
        codeProblems + stateProblems + actionProblems + clockProblems + formProblems
    }

    /// The same, and what it names that the office does not have.
    package func problems(in office: OfficeDirectory) -> [DefinitionProblem] {
        var problems = problems
        let units =
            [department].compactMap { $0 } + departments + escalation.compactMap(\.department)
        for code in units where !office.departments.contains(code) {
            problems.append(.unknown(.department, code))
        }
        if let category, !office.categories.contains(category) {
            problems.append(.unknown(.category, category))
        }
        for code in clocks.compactMap(\.calendar) where !office.calendars.contains(code) {
            problems.append(.unknown(.calendar, code))
        }
        if let retention, !office.retention.contains(retention) {
            problems.append(.unknown(.retention, retention))
        }
        return problems
    }

    // MARK: Codes

    private var codeProblems: [DefinitionProblem] {
        let fields = form.flatMap(\.fields)
        let lists: [(DefinitionProblem.Part, [String])] = [
            (.state, states.map(\.code)), (.action, actions.map(\.code)),
            (.clock, clocks.map(\.code)), (.section, form.map(\.code)),
            (.field, fields.map(\.code)), (.document, documents.map(\.code)),
            (.fee, fees.map(\.code)), (.outcome, outcomes.map(\.code)),
            (.ground, grounds.map(\.code)), (.department, departments),
            (.rung, escalation.map { "\($0.clock) \($0.rung)" }),
        ]
        let choices = fields.flatMap { Self.faults(.choice, $0.choices.map(\.code)) }
        return lists.flatMap { Self.faults($0, $1) } + choices
    }

    private static func faults(
        _ part: DefinitionProblem.Part, _ codes: [String]
    ) -> [DefinitionProblem] {
        var seen: Set<String> = []
        var problems: [DefinitionProblem] = []
        for code in codes {
            if code.isEmpty {
                problems.append(.noCode(part))
            } else if !seen.insert(code).inserted {
                problems.append(.duplicate(part, code))
            }
        }
        return problems
    }

    // MARK: States

    private var stateProblems: [DefinitionProblem] {
        guard !states.isEmpty else { return [.noStates] }
        let initial = states.filter(\.isInitial).map(\.code)
        var problems: [DefinitionProblem] = []
        if initial.isEmpty { problems.append(.noInitialState) }
        if initial.count > 1 { problems.append(.severalInitialStates(initial)) }
        for state in states where state.isFinal != state.status.isEnd {
            problems.append(.statusContradictsEnd(state.code))
        }
        let graph = StateGraph(self)
        let reached = graph.reached(from: initial)
        let finishing = graph.reaching(states.filter(\.isFinal).map(\.code))
        for state in states where !initial.isEmpty && !reached.contains(state.code) {
            problems.append(.unreachableState(state.code))
        }
        for state in states where !finishing.contains(state.code) {
            problems.append(.noWayToFinish(state.code))
        }
        return problems
    }

    // MARK: Actions

    private var actionProblems: [DefinitionProblem] { actions.flatMap(problems(of:)) }

    private func problems(of action: ActionDefinition) -> [DefinitionProblem] {
        var problems: [DefinitionProblem] = []
        if action.from.isEmpty { problems.append(.actionFromNowhere(action.code)) }
        if action.roles.isEmpty { problems.append(.actionWithoutRole(action.code)) }
        if action.roles.contains(.citizen), !action.event.isOpenToCitizens {
            problems.append(.actionNotForCitizens(action.code))
        }
        for code in action.from {
            guard let state = states.first(where: { $0.code == code }) else {
                problems.append(.actionFromUnknownState(action.code, code))
                continue
            }
            if state.isFinal != action.event.leavesAnEnd {
                problems.append(.actionAfterTheEnd(action.code, code))
            }
        }
        if let state = states.first(where: { $0.code == action.to }) {
            if !action.event.fits(state) {
                problems.append(.actionContradictsState(action.code, state.code))
            }
        } else {
            problems.append(.actionToUnknownState(action.code, action.to))
        }
        return problems
            + action.guards.filter { !hasMeaning($0) }
            .map { .guardWithoutMeaning(action.code, $0.kind) }
    }

    private func hasMeaning(_ condition: Guard) -> Bool {
        switch condition.kind {
        case .identityLevel:
            condition.value.map { IdentityLevel(rawValue: $0) != nil } ?? true
        case .feePaid:
            condition.value.map { value in fees.contains { $0.code == value } } ?? !fees.isEmpty
        case .withinWindow: reopenWindow != nil
        case .isOwner, .sameDepartment, .documentsComplete, .answered, .documentIssued,
            .identityChecked, .notReturnedBefore:
            true
        }
    }
}

extension PublicStatus {
    /// Whether it tells the public that the case is over.
    fileprivate var isEnd: Bool {
        switch self {
        case .submitted, .received, .inProgress: false
        case .completed, .rejected, .withdrawn, .referred, .merged: true
        }
    }
}

extension ActionEvent {
    fileprivate var isOpenToCitizens: Bool {
        self == .corrected || self == .withdrawn || self == .reopened
    }

    /// Whether it opens again what is over.
    fileprivate var leavesAnEnd: Bool { self == .reopened || self == .unmerged }

    /// Whether the state may follow what the event says.
    fileprivate func fits(_ state: StateDefinition) -> Bool {
        switch self {
        case .completed: state.status == .completed
        case .rejected: state.status == .rejected
        case .withdrawn: state.status == .withdrawn
        case .referred: state.status == .referred
        case .merged: state.status == .merged
        case .returned: state.isReturned && !state.isFinal
        case .received, .inProgress, .corrected, .correctionAccepted, .forwarded,
            .waitingStarted, .waitingEnded, .reopened, .unmerged:
            !state.isFinal && !state.isReturned
        }
    }
}
