internal import Entries
internal import Threads
internal import Workflow

/// Commands as they come to an office: about a hundred cases are under way at once, and whichever
/// has waited longest is next. Any thread may use it.
final class CaseLoad: Sendable {
    private static let underWay = 100

    private struct State {
        var waiting: [Case] = []
        var first = 0
        var petitions = 0
        var problem: (any Error)?
    }

    private let state = Monitor(State())
    private let clock: @Sendable () -> Instant

    init(clock: @escaping @Sendable () -> Instant) { self.clock = clock }

    func next() -> (Case, Draft) {
        let next = state.with { state -> Case in
            guard state.waiting.count - state.first >= Self.underWay else {
                state.petitions += 1
                return Case(petition: state.petitions - 1)
            }
            let next = state.waiting[state.first]
            state.first += 1
            if state.first == 10_000 {
                state.waiting.removeFirst(state.first)
                state.first = 0
            }
            return next
        }
        return (next, next.draft(at: clock(), isKeyed: true))
    }

    /// The command of `done` was answered.
    func answered(_ done: Case, _ outcome: CommandOutcome) {
        state.with { state in
            do {
                var next = done
                next.took(try outcome.receipt)
                if !next.isDone { state.waiting.append(next) }
            } catch {
                state.problem = error
            }
        }
    }

    /// Throws if any command was not accepted.
    func check() throws {
        if let problem = state.with({ $0.problem }) { throw problem }
    }
}
