internal import Threads

/// There is no room for more work: try again later.
package struct QueueFull: Error, Equatable, Sendable {}

/// A few threads of its own for work that is too slow for the shared pool, and room for a few
/// more pieces of work to wait.
package final class WorkQueue: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var isStopped = false
    }

    private let state = Monitor(State())
    private let capacity: Int

    package init(threads: Int, capacity: Int) {
        self.capacity = capacity
        for _ in 0..<threads { Self.start(state) }
    }

    /// What waits is still done; the threads end after it.
    deinit {
        state.with { $0.isStopped = true }
        state.broadcast()
    }

    /// Runs `body` on one of the threads.
    package func run<Result: Sendable>(
        _ body: @escaping @Sendable () -> Result
    ) async throws(QueueFull) -> Result {
        let result: Result? = await withCheckedContinuation { continuation in
            let isAccepted = state.with { state in
                guard state.waiting.count < capacity else { return false }
                state.waiting.append { continuation.resume(returning: body()) }
                return true
            }
            if isAccepted { state.signal() } else { continuation.resume(returning: nil) }
        }
        guard let result else { throw QueueFull() }
        return result
    }

    private static func start(_ state: Monitor<State>) {
        _ = WorkerThread {
            while let work = next(state) { work() }
        }
    }

    private static func next(_ state: Monitor<State>) -> (@Sendable () -> Void)? {
        state.wait { state -> (@Sendable () -> Void)?? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            return state.isStopped ? .some(nil) : nil
        }
    }
}
