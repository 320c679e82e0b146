internal import Threads

/// Threads that take work from one bounded queue.
final class WorkerPool: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var next = 0
        var isClosed = false
    }

    private let state = Monitor(State())
    private let limit: Int
    private let threads: [WorkerThread]

    init(_ settings: LaneSettings) {
        limit = settings.waiting
        threads = (0..<settings.threads).map { [state] _ in
            WorkerThread {
                while let job = Self.next(state) { job() }
            }
        }
    }

    /// False when the queue is full or closed; the job is then never run.
    func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = state.with { state in
            if state.isClosed || state.jobs.count - state.next >= limit { return false }
            state.jobs.append(job)
            return true
        }
        if isTaken { state.signal() }
        return isTaken
    }

    /// Takes no more; what waits is still run. Does not wait for it.
    func close() {
        state.with { $0.isClosed = true }
        state.broadcast()
    }

    /// Waits for the threads' end.
    func join() { for thread in threads { thread.join() } }

    private static func next(_ state: Monitor<State>) -> (@Sendable () -> Void)? {
        let job: (@Sendable () -> Void)?? = state.wait { state in
            guard state.next < state.jobs.count else { return state.isClosed ? .some(nil) : nil }
            let job = state.jobs[state.next]
            state.next += 1
            if state.next == state.jobs.count || state.next > 1024 {
                state.jobs.removeFirst(state.next)
                state.next = 0
            }
            return .some(job)
        }
        return job ?? nil
    }
}
