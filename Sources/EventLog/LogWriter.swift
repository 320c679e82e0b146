package import Entries
internal import LMDB
internal import Threads

/// The one writer of a log: decides the commands that wait, commits them together, answers all.
package final class LogWriter<Decider: Deciding>: Sendable {
    package typealias Outcome = WriteOutcome<Decider.Answer>

    private let queue: CommandQueue<Decider.Command, Decider.Answer>
    private let thread: WorkerThread

    /// Takes the exclusive lock and starts the writer's thread; `LogError.lockedByAnother`.
    ///
    /// `clock`, `notices` and `faults` are called on the writer's thread; `faults` before each
    /// commit.
    package init(
        _ log: EventLog, decider: Decider, clock: @escaping @Sendable () -> Instant,
        limits: WriterLimits = WriterLimits(),
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in },
        faults: @escaping @Sendable () -> CommitFault? = { nil }
    ) throws {
        guard !log.isReadOnly else { throw LogError.readOnly(directory: log.directory) }
        guard let lock = try FileLock.take("\(log.directory)/writer.lock") else {
            throw LogError.lockedByAnother
        }
        let queue = CommandQueue<Decider.Command, Decider.Answer>(limit: limits.queue)
        let start = Monitor<Result<Void, any Error>?>(nil)
        self.queue = queue
        thread = WorkerThread {
            var loop = WriterLoop(
                log: log, decider: decider, queue: queue, clock: clock, limits: limits,
                notices: notices, faults: faults)
            let result: Result<Void, any Error> = Result { _ = try loop.load() }
            start.with { $0 = result }
            start.signal()
            if case .success = result { loop.run() }
            lock.release()
        }
        do {
            try start.wait { $0 }.get()
        } catch {
            thread.join()
            throw error
        }
    }

    deinit { queue.close() }

    /// Queues a command; `completion` runs on the writer's thread and must not block.
    ///
    /// A full queue, or a closed writer, is answered at once on the caller's thread.
    package func submit(
        _ command: Decider.Command, completion: @escaping @Sendable (Outcome) -> Void
    ) {
        switch queue.add(.init(command: command, completion: completion)) {
        case .queued: break
        case .full: completion(.busy)
        case .closed: completion(.closed)
        }
    }

    package func perform(_ command: Decider.Command) async -> Outcome {
        await withCheckedContinuation { continuation in
            submit(command) { continuation.resume(returning: $0) }
        }
    }

    /// Blocks the calling thread, which must not be the writer's.
    package func performAndWait(_ command: Decider.Command) -> Outcome {
        let answer = Monitor<Outcome?>(nil)
        submit(command) { outcome in
            answer.with { $0 = outcome }
            answer.signal()
        }
        return answer.wait { $0 }
    }

    /// Carries out what is queued, then lets go of the lock. Blocks until that is done; not to be
    /// called from a completion.
    package func close() {
        queue.close()
        thread.join()
    }
}
