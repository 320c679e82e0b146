package import Entries

/// The one writer of a log: decides the commands that wait, commits them together, answers all.
package final class LogWriter<Decider: Deciding>: Sendable {
    package typealias Outcome = WriteOutcome<Decider.Answer>

    /// Takes the exclusive lock and starts the writer's thread; `LogError.lockedByAnother`.
    package init(
        _ log: EventLog, decider: Decider, clock: @escaping @Sendable () -> Instant,
        limits: WriterLimits = WriterLimits(),
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in }
    ) throws {}

    /// Queues a command; `completion` runs on the writer's thread and must not block.
    ///
    /// A full queue, or a closed writer, is answered at once on the caller's thread.
    package func submit(
        _ command: Decider.Command, completion: @escaping @Sendable (Outcome) -> Void
    ) { completion(.closed) }

    package func perform(_ command: Decider.Command) async -> Outcome { .closed }

    /// Blocks the calling thread, which must not be the writer's.
    package func performAndWait(_ command: Decider.Command) -> Outcome { .closed }

    /// Carries out what is queued, then lets go of the lock. Blocks until that is done.
    package func close() {}
}

/// How much the writer takes at once.
package struct WriterLimits: Sendable {
    /// Commands that may wait; the next is answered `busy`.
    package var queue = 10_000
    /// Commands of one commit.
    package var batchCommands = 1024
    /// Bytes of entries and sections after which a batch is committed.
    package var batchBytes = 8 << 20

    package init() {}
}

/// What the writer's owner should know, told on the writer's thread.
package enum WriterNotice: Sendable {
    /// The clock stands before the last entry's time, which is used instead until it has caught up.
    case clockBehind(clock: Instant, last: Instant)
    /// A commit failed; the log was opened again.
    case commitFailed(any Error)
    /// The map was full and has been made larger.
    case grown(mapSize: Int)
}
