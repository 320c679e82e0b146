internal import Threads

/// The commands that wait for the writer.
struct CommandQueue<Command: Sendable, Answer: Sendable>: Sendable {
    struct Job: Sendable {
        let command: Command
        let arrival = ContinuousClock.now
        let completion: @Sendable (WriteOutcome<Answer>) -> Void

        init(
            command: Command, completion: @escaping @Sendable (WriteOutcome<Answer>) -> Void
        ) {
            self.command = command
            self.completion = completion
        }
    }

    private struct State {
        var waiting: [Job] = []
        /// Waiting or being carried out.
        var unanswered = 0
        /// Whether somebody carries out commands: the writer's thread or a caller in its place.
        var isBusy = false
        var isClosed = false
        /// What became of the batch that was handed over, until that is taken note of.
        var finished: Commit?
    }

    enum Next: Sendable {
        case jobs([Job])
        case finished(Commit)
    }

    enum Admission: Sendable { case queued, full, closed }

    private let state = Monitor(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func add(_ job: Job) -> Admission {
        let (admission, wasEmpty) = state.with { state -> (Admission, Bool) in
            guard !state.isClosed else { return (.closed, false) }
            guard state.unanswered < limit else { return (.full, false) }
            let wasEmpty = state.waiting.isEmpty
            state.unanswered += 1
            state.waiting.append(job)
            return (.queued, wasEmpty)
        }
        if wasEmpty { state.signal() }
        return admission
    }

    /// Whether the caller may carry out one command itself, because nobody is at work and none
    /// waits. It must `release` the queue after it.
    func lead() -> Bool {
        state.with { state in
            guard !state.isClosed, !state.isBusy, state.unanswered < limit,
                state.waiting.isEmpty
            else { return false }
            state.isBusy = true
            state.unanswered += 1
            return true
        }
    }

    /// Whoever was at work is so no more.
    func release() {
        let isAwaited = state.with { state in
            state.isBusy = false
            return !state.waiting.isEmpty || state.isClosed
        }
        if isAwaited { state.broadcast() }
    }

    /// Waits for commands and takes all of them; nil once the queue is closed and empty. Who has
    /// taken some must `release` the queue after it.
    func take() -> [Job]? {
        let jobs: [Job]? = state.wait { state -> [Job]?? in
            if state.isBusy { return nil }
            if state.waiting.isEmpty { return state.isClosed ? .some(nil) : nil }
            var jobs: [Job] = []
            jobs.reserveCapacity(state.waiting.count)
            swap(&jobs, &state.waiting)
            state.isBusy = true
            return .some(jobs)
        }
        return jobs
    }

    /// Waits until the batch that was handed over is finished or, if more may be decided
    /// meanwhile, until there are commands.
    func next(withJobs: Bool) -> Next {
        state.wait { state -> Next? in
            if let commit = state.finished.take() { return .finished(commit) }
            guard withJobs, !state.waiting.isEmpty else { return nil }
            var jobs: [Job] = []
            swap(&jobs, &state.waiting)
            return .jobs(jobs)
        }
    }

    /// The batch that was handed over is finished, and its callers have been answered.
    func finished(_ commit: Commit) {
        state.with { $0.finished = commit }
        state.broadcast()
    }

    /// Commands that wait or are being carried out.
    var unanswered: Int { state.with { $0.unanswered } }

    func answered(_ count: Int) { state.with { $0.unanswered -= count } }

    func close() {
        state.with { $0.isClosed = true }
        state.broadcast()
    }
}
