package import Entries

/// How much the writer takes at once.
package struct WriterLimits: Sendable {
    /// Commands that may wait or be under way; a further one is answered `busy`.
    package var queue = 10_000
    /// Commands of one commit.
    package var batchCommands = 1024
    /// Bytes of entries and sections after which a batch is committed.
    package var batchBytes = 8 << 20
    /// Entries that the indices may lack after a commit; 256 times as many while each commit adds
    /// more than these.
    package var unindexed = 128

    package init() {}

    init(atLeastOne limits: WriterLimits) {
        queue = max(1, limits.queue)
        batchCommands = max(1, limits.batchCommands)
        batchBytes = max(1, limits.batchBytes)
        unindexed = max(0, limits.unindexed)
    }
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

/// A commit that fails at will, for simulations: a disk does so seldom.
package enum CommitFault: Sendable {
    /// The commit fails and nothing of the batch is kept.
    case lost
    /// The batch is kept, and the commit is reported as failed.
    case kept
}
