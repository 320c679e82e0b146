package import Entries
internal import LMDB
internal import Threads

/// The one writer of a log: decides the commands that wait, commits them together, answers all.
///
/// It decides on one thread and commits on another: what comes while a commit waits for the disk
/// is decided meanwhile, on the strength of what is not durable yet, and answered after its own
/// commit. If the one before it fails, it is decided again.
package final class LogWriter<Decider: Deciding>: Sendable {
    package typealias Outcome = WriteOutcome<Decider.Answer>

    private typealias Queue = CommandQueue<Decider.Command, Decider.Answer>

    private let queue: Queue
    /// Used by whoever the queue says is at work.
    private let loop: Monitor<WriterLoop<Decider>>
    private let committer: Committer<Decider>
    private let thread: WorkerThread

    /// Takes the exclusive lock and starts the writer's thread; `LogError.lockedByAnother`.
    ///
    /// `clock`, `notices` and `faults` are called where commands are carried out: on the writer's
    /// threads, or on that of a caller who waits for one; `faults` before each commit.
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
        do { try log.environment.adoptFile() } catch {
            lock.release()
            throw error
        }
        let queue = Queue(limit: limits.queue)
        let committer = Committer<Decider>(log, queue: queue, notices: notices, faults: faults)
        let loop = Monitor(
            WriterLoop(
                log: log, decider: decider, queue: queue, committer: committer, clock: clock,
                limits: limits, notices: notices))
        do {
            try loop.with { try $0.load() }
        } catch {
            lock.release()
            throw error
        }
        self.queue = queue
        self.loop = loop
        self.committer = committer
        let writing = WorkerThread { committer.run() }
        thread = WorkerThread {
            while let jobs = queue.take() {
                loop.with { $0.carryOut(jobs) }
                queue.release()
            }
            committer.stop()
            writing.join()
            lock.release()
        }
    }

    deinit { queue.close() }

    package var figures: WriterFigures { committer.figures }

    /// Queues a command; `completion` runs where it was carried out and must not block.
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

    /// Blocks the calling thread, which must not be in a completion.
    ///
    /// While the writer has nothing to do the command is carried out on this very thread: waking
    /// another one, and being woken by it, takes about as long as a quarter of a commit.
    package func performAndWait(_ command: Decider.Command) -> Outcome {
        let answer = Monitor<Outcome?>(nil)
        let completion: @Sendable (Outcome) -> Void = { outcome in
            answer.with { $0 = outcome }
            answer.signal()
        }
        if queue.lead() {
            loop.with { $0.carryOut(.init(command: command, completion: completion)) }
            queue.release()
        } else {
            submit(command, completion: completion)
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
