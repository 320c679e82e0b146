package import Entries

/// What became of a command.
package enum WriteOutcome<Answer: Sendable>: Sendable {
    /// Decided; if there were entries, they are durable and lie at `positions`.
    case committed(Answer, positions: ClosedRange<Position>?)
    /// Nothing was written: `decide` threw, or an entry cannot be stored (`LogError`).
    case failed(any Error)
    /// The commit failed and may or may not have been kept; the same key tells.
    case unknown(any Error)
    /// The queue is full; nothing was written.
    case busy
    /// The writer has been closed; nothing was written.
    case closed
}
