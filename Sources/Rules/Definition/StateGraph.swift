internal import Events

/// The states of a definition and the ways between them.
struct StateGraph {
    private let ways: [String: Set<String>]
    private let waysBack: [String: Set<String>]

    init(_ service: ServiceDefinition) {
        var ways: [String: Set<String>] = [:]
        var waysBack: [String: Set<String>] = [:]
        for action in service.actions {
            for state in action.from {
                ways[state, default: []].insert(action.to)
                waysBack[action.to, default: []].insert(state)
            }
        }
        self.ways = ways
        self.waysBack = waysBack
    }

    /// All states that can be come to from `states`, these included.
    func reached(from states: [String]) -> Set<String> { Self.closure(of: states, ways) }

    /// All states from which one of `states` can be come to, these included.
    func reaching(_ states: [String]) -> Set<String> { Self.closure(of: states, waysBack) }

    private static func closure(
        of states: [String], _ ways: [String: Set<String>]
    ) -> Set<String> {
        var seen = Set(states)
        var waiting = states
        while let state = waiting.popLast() {
            for next in ways[state] ?? [] where seen.insert(next).inserted {
                waiting.append(next)
            }
        }
        return seen
    }
}
