package import Entries

/// One entry as the log hands it out: its place and its stored bytes.
package struct LogEntry: Sendable {
    package let position: Position
    package let bytes: [UInt8]

    package init(position: Position, bytes: [UInt8]) {
        self.position = position
        self.bytes = bytes
    }
}

/// Where the events come from: an office's log, or a list in a test.
///
/// Each call reads in a transaction of its own and may be made from any thread.
package struct EventSource: Sendable {
    /// The log's epoch and its last position.
    package let head: @Sendable () throws -> Cursor
    /// At most `limit` entries after a position, in order; empty at the head.
    package let read: @Sendable (_ after: Position, _ limit: Int) throws -> [LogEntry]
    /// The entries of the office's own stream up to a position: what a view's context is made of.
    package let office: @Sendable (_ through: Position) throws -> [LogEntry]
    /// Hears the keys of sections that are opened soon, so that they can be read together.
    package let foresee: @Sendable (Set<KeyReference>) -> Void

    package init(
        head: @escaping @Sendable () throws -> Cursor,
        read: @escaping @Sendable (_ after: Position, _ limit: Int) throws -> [LogEntry],
        office: @escaping @Sendable (_ through: Position) throws -> [LogEntry],
        foresee: @escaping @Sendable (Set<KeyReference>) -> Void = { _ in }
    ) {
        self.head = head
        self.read = read
        self.office = office
        self.foresee = foresee
    }
}
