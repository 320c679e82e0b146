internal import Workflow

extension Issues {
    /// What stands against a command and no field can put right: it leads to the top of the page.
    mutating func add(_ outcome: CommandOutcome, _ visit: Visit) {
        guard let objection = visit.objection(to: outcome) else { return }
        if case .refused = outcome {
            add("main", objection)
        } else {
            add("main", objection, isOurs: true)
        }
    }
}

extension CommandOutcome {
    var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }
}
