internal import Events

/// A step of the definition: the action that is taken and the state that it leads to.
struct Move {
    let action: ActionDefinition
    let state: StateDefinition
}

extension ServiceDefinition {
    func moveState(_ code: String) -> StateDefinition? { states.first { $0.code == code } }

    var firstState: StateDefinition? { states.first { $0.isInitial } }

    /// The moves from `state` that append `event`, in the order of the definition.
    func moves(_ event: ActionEvent, from state: String) -> [Move] {
        actions.compactMap { action in
            guard action.event == event, action.from.contains(state),
                let state = moveState(action.to)
            else { return nil }
            return Move(action: action, state: state)
        }
    }

    func isDocument(_ code: String) -> Bool { documents.contains { $0.code == code } }

    func isField(_ code: String) -> Bool {
        form.contains { section in section.fields.contains { $0.code == code } }
    }

    func clock(_ code: String) -> ClockDefinition? { clocks.first { $0.code == code } }
}
