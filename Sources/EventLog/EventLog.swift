package import Entries
internal import Threads

/// An office's log for reading: any thread, also while another process writes.
package final class EventLog: Sendable {
    package static let defaultMapSize = 16 << 30

    package let directory: String
    /// The office's origin (host/path), fixed for ever.
    package let origin: String
    /// Changes when the log is restored shorter than it was.
    package let epoch: UInt64
    package let created: Instant

    private init() throws {
        throw LogError.absent(directory: "")
    }

    /// Makes an empty log in `directory`, which is made too if it is not there.
    package static func create(
        at directory: String, origin: String, now: Instant, mapSize: Int = defaultMapSize
    ) throws -> EventLog { try EventLog() }

    package static func open(
        at directory: String, mapSize: Int = defaultMapSize
    ) throws -> EventLog { try EventLog() }

    /// The last entry's position, 0 if there is none.
    package var head: Position { get throws { 0 } }

    /// Up to `limit` entries after `position`, in order; empty at the head.
    package func read(after position: Position, limit: Int) throws -> [Entry] { [] }

    /// Up to `limit` entries before `position`, the latest first.
    package func read(before position: Position, limit: Int) throws -> [Entry] { [] }

    /// The entries of one stream after `version`, in order.
    package func readStream(
        _ subject: String, afterVersion version: Int = 0, limit: Int = .max
    ) throws -> [Entry] { [] }

    /// The entries of one stream before `version`, the latest first.
    package func readStreamBackwards(
        _ subject: String, beforeVersion version: Int = .max, limit: Int
    ) throws -> [Entry] { [] }

    /// The number of entries in a stream, 0 if there is no such stream.
    package func version(of subject: String) throws -> Int { 0 }

    /// Entries after `position` whose type begins with `prefix`; looks at `scanLimit` at most.
    package func read(
        type prefix: String, after position: Position, limit: Int, scanLimit: Int = 10_000
    ) throws -> TypedPage { TypedPage(entries: [], next: position) }

    /// Entries before `position` whose type begins with `prefix`, the latest first.
    package func read(
        type prefix: String, before position: Position, limit: Int, scanLimit: Int = 10_000
    ) throws -> TypedPage { TypedPage(entries: [], next: nil) }

    package func position(of id: EventID) throws -> Position? { nil }

    /// The sealed blob `number` (from 1) of the entry at `position`; nil if it is not there.
    package func section(at position: Position, number: Int) throws -> [UInt8]? { nil }

    /// Node `index` of `level` of the hash tree (level 0 are the leaves), if it is finished.
    package func node(level: Int, index: UInt64) throws -> Digest? { nil }

    /// The root of the tree over the first `size` entries (RFC 6962).
    package func rootHash(atSize size: UInt64) throws -> Digest? { nil }

    /// Follows the log from behind `cursor`; nil is before the first entry.
    package func follower(after cursor: Cursor? = nil) throws -> Follower { try Follower(self) }
}

/// What a search by type found.
package struct TypedPage: Sendable {
    package let entries: [Entry]
    /// Where the next search goes on; nil if there is nothing further in its direction.
    package let next: Position?
}

/// Reads every entry once, in order, and waits for more at the head. One thread at a time.
package struct Follower: Sendable {
    package private(set) var cursor: Cursor

    init(_ log: EventLog) throws {
        throw LogError.absent(directory: "")
    }

    /// The next entries in order, each batch in a read transaction of its own; empty at the head.
    package mutating func next(limit: Int) throws -> [Entry] { [] }

    /// Waits until there is something to read, at most so long; whether there is.
    package func wait(milliseconds: Int) throws -> Bool { false }
}
