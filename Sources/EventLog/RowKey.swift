internal import Entries
internal import LMDB

/// The key of a row in the table of entries: a position and what the row holds of it.
///
/// All that comes with an entry lies behind it in the same tree: whatever a commit adds goes to
/// the tree's last pages.
struct RowKey: Equatable, Sendable {
    /// The entry itself; its sealed sections are numbered from 1.
    static let entry: UInt8 = 0
    /// What is remembered of the command whose first entry it is.
    static let idempotency: UInt8 = 255
    static let mostSections = 254
    /// The integers would not have room for a greater one.
    static let lastPosition = Position.max >> 8

    let position: Position
    let number: UInt8

    init(_ position: Position, _ number: UInt8 = RowKey.entry) {
        self.position = min(position, Self.lastPosition)
        self.number = number
    }

    init(_ key: Span<UInt8>) throws(LogDamage) {
        guard key.count == 8 else { throw .row(table: Tables.name(Tables.entries)) }
        let integer = key.native(UInt64.self)
        position = integer >> 8
        number = UInt8(truncatingIfNeeded: integer)
    }

    var integer: UInt64 { position << 8 | UInt64(number) }
    var isEntry: Bool { number == Self.entry }
}

extension TableCursor {
    /// Moves to an entry and lends its position and row; what comes with entries is passed over.
    mutating func entry<Result>(
        _ move: Move, _ body: (Position, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        var found = try row(move) { try Self.entry($0, $1, body) }
        let onward: Move = move == .last || move == .previous ? .previous : .next
        while case .some(.none) = found { found = try row(onward) { try Self.entry($0, $1, body) } }
        return found ?? nil
    }

    /// Moves to the first entry at `position` or behind it.
    mutating func entry<Result>(
        atOrAfter position: Position, _ body: (Position, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        let found = try row(atOrAfter: RowKey(position).integer) { try Self.entry($0, $1, body) }
        guard case .some(.none) = found else { return found ?? nil }
        return try entry(.next, body)
    }

    /// Moves to the last entry before `position`.
    mutating func entry<Result>(
        before position: Position, _ body: (Position, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        let found = try row(before: RowKey(position).integer) { try Self.entry($0, $1, body) }
        guard case .some(.none) = found else { return found ?? nil }
        return try entry(.previous, body)
    }

    private static func entry<Result>(
        _ key: Span<UInt8>, _ row: Span<UInt8>,
        _ body: (Position, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        let key = try RowKey(key)
        return key.isEntry ? try body(key.position, row) : nil
    }
}
