package import Entries

/// What turns commands into entries, on the writer's thread, one command after the other.
///
/// A decision sees the entries of all commands before it, also those that are not durable yet. It
/// may keep what it learns in memory between commands.
package protocol Deciding: Sendable {
    associatedtype Command: Sendable
    associatedtype Answer: Sendable

    /// What follows from `command`; a refusal is an answer without entries.
    ///
    /// If it throws, nothing is written for this command, the caller hears `failed`, and the
    /// decider's memory must be as if the command had never come. The same command is decided
    /// again if a batch before its own could not be kept.
    mutating func decide(
        _ command: Command, in transaction: borrowing AppendTransaction
    ) throws -> Decision<Answer>

    /// Drops all memory: something that was decided did not come to be.
    mutating func forget()
}

/// The entries that follow from one command, and what its caller is told once they are durable.
package struct Decision<Answer: Sendable>: Sendable {
    package var entries: [NewEntry]
    package var answer: Answer
    package var idempotency: Idempotency?

    package init(_ answer: Answer, entries: [NewEntry] = [], idempotency: Idempotency? = nil) {
        self.entries = entries
        self.answer = answer
        self.idempotency = idempotency
    }
}

/// What a command leaves behind so that its repetition is recognised for 30 days.
///
/// Nothing is remembered of a decision without entries.
package struct Idempotency: Equatable, Sendable {
    /// The first 16 bytes of the hash of the key and whose it is.
    package var key: IdempotencyKey
    /// Tells a repetition from another request under the same key.
    package var fingerprint: UInt64

    package init(key: IdempotencyKey, fingerprint: UInt64) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// Sixteen bytes of the hash of an idempotency key.
package struct IdempotencyKey: Hashable, Sendable {
    package let high: UInt64, low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// They are hashes already.
    package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// The first half of `hash`.
    package init(_ hash: Digest) { self.init(high: hash.words.0, low: hash.words.1) }
}

/// A command that was carried out before under the same key.
package struct Recalled: Equatable, Sendable {
    package let positions: ClosedRange<Position>
    package let fingerprint: UInt64
}
