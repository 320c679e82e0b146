package import Entries
internal import Threads

/// Reads every entry once, in order, and waits for more at the head. One thread at a time.
package struct Follower: Sendable {
    /// Where it stands: behind the last entry that `next` has returned.
    package private(set) var cursor: Cursor
    private let log: EventLog

    /// Other processes' entries are noticed after at most so long.
    private static let pollMilliseconds = 5

    init(_ log: EventLog, after cursor: Cursor) throws {
        guard cursor.epoch == log.epoch else {
            throw LogError.wrongEpoch(cursor: cursor.epoch, log: log.epoch)
        }
        let head = try log.head
        guard cursor.position <= head else {
            throw LogError.aheadOfHead(cursor: cursor.position, head: head)
        }
        self.cursor = cursor
        self.log = log
    }

    /// The next entries in order, each batch in a read transaction of its own; empty at the head.
    ///
    /// A hole is thrown as `LogDamage.hole`; the follower stays in front of it.
    package mutating func next(limit: Int) throws -> [Entry] {
        let entries = try log.read(after: cursor.position, limit: limit)
        if let last = entries.last { cursor.position = last.position }
        return entries
    }

    /// Waits until there is something to read, at most so long; whether there is.
    ///
    /// A writer in this process wakes it at once; the entries of another are found by looking.
    package func wait(milliseconds: Int) throws -> Bool {
        var left = milliseconds
        while true {
            if try log.head > cursor.position { return true }
            guard left > 0 else { return false }
            let slice = min(left, Self.pollMilliseconds)
            let position = cursor.position
            _ = log.arrivals.wait(milliseconds: slice) { $0 > position ? () : nil }
            left -= slice
        }
    }
}
