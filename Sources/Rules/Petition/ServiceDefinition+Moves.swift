package import Events

/// A step of the definition: the action that is taken and the state that it leads to.
struct Move {
    let action: ActionDefinition
    let state: StateDefinition
}

extension ServiceDefinition {
    func moveState(_ code: String) -> StateDefinition? {
        states.indices.first { states[$0].code == code }.map { states[$0] }
    }

    var firstState: StateDefinition? { states.first { $0.isInitial } }

    /// The moves from `state` that append `event`, in the order of the definition.
    func moves(_ event: ActionEvent, from state: String) -> [Move] {
        actions.indices.compactMap { move(at: $0, event, from: state) }
    }

    func firstMove(_ event: ActionEvent, from state: String) -> Move? {
        for index in actions.indices {
            if let move = move(at: index, event, from: state) { return move }
        }
        return nil
    }

    /// Looked at where it stands: most actions are others, and a copy of each would cost more than
    /// the rest of a decision.
    private func move(at index: Int, _ event: ActionEvent, from state: String) -> Move? {
        guard actions[index].event == event, actions[index].from.contains(state),
            let state = moveState(actions[index].to)
        else { return nil }
        return Move(action: actions[index], state: state)
    }

    /// Where an application comes that counts as approved: where officers bring those that are
    /// done.
    var approvedState: StateDefinition? {
        let done = actions.first { $0.event == .completed }.flatMap { moveState($0.to) }
        return done ?? states.first { $0.status == .completed }
    }

    /// The level that a condition names, or the service's own.
    func identityNeeded(by value: String?) -> IdentityLevel {
        value.flatMap(IdentityLevel.init(rawValue:)) ?? identityLevel
    }

    /// How surely a petitioner must be known before the office can bring a case to its end; the
    /// service's own level where no step asks for more.
    package var identityNeededInTheEnd: IdentityLevel {
        let conditions = actions.filter { $0.event == .completed }.flatMap(\.guards)
        return conditions.filter { $0.kind == .identityLevel }.map { identityNeeded(by: $0.value) }
            .max() ?? identityLevel
    }

    func isDocument(_ code: String) -> Bool { documents.contains { $0.code == code } }

    func isField(_ code: String) -> Bool {
        form.contains { section in section.fields.contains { $0.code == code } }
    }

    func clock(_ code: String) -> ClockDefinition? { clocks.first { $0.code == code } }
}
