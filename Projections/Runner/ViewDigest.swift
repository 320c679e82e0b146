package import Crypto
package import Entries
package import SQLite

/// The content of a view in one number: SHA-256 over its rows in key order, without what is about
/// a person. A view that is folded live has the same one as a view rebuilt at that position.
package struct ViewDigest: Equatable, Sendable {
    package var view: ViewName
    package var version: Int
    package var position: Position
    package var digest: Digest

    /// Reads all rows, in one state of the file: the caller has begun a reading transaction.
    package init?(of view: ViewName, in database: Database) throws {
        guard let checkpoint = try ViewCheckpoint(in: database) else { return nil }
        let hasher = SHA256Hasher()
        for table in view.type.tables {
            try table.hash(database, into: hasher)
        }
        self.view = view
        version = checkpoint.version
        position = checkpoint.position
        digest = hasher.finish()
    }
}

extension ViewReader {
    package func digest() throws -> ViewDigest? {
        try read { try ViewDigest(of: view, in: $0) } ?? nil
    }
}

extension TableRow {
    package static func hash(_ database: Database, into hasher: SHA256Hasher) throws {
        let statement = try ordered(database)
        defer { statement.reset() }
        var row = Self()
        var rows = RowHasher(statement)
        while try statement.step() {
            try rows.add(&row)
            guard rows.bytes.count > 32_768 else { continue }
            hasher.update(rows.bytes)
            rows.removeAll()
        }
        hasher.update(rows.bytes)
    }

    /// The bytes that stand for the row that `statement` is at.
    fileprivate static func bytes(at statement: Statement) throws -> [UInt8] {
        var row = Self()
        var hasher = RowHasher(statement)
        try hasher.add(&row)
        return hasher.bytes
    }

    /// All rows in key order.
    fileprivate static func ordered(_ database: Database) throws -> Statement {
        let names = try ColumnNames(of: Self.self).names
        return try database.prepare(
            "SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY \(names[0])")
    }
}

/// Walks a table in key order.
final class RowCursor {
    private let statement: Statement
    private let read: (Statement) throws -> [UInt8]
    /// Whether the key is a position, not a text.
    private let isNumbered: Bool

    init<Row: TableRow>(_ type: Row.Type, _ database: Database) throws {
        statement = try type.ordered(database)
        read = { try type.bytes(at: $0) }
        isNumbered = try ColumnNames(of: type).names[0] == "position"
    }

    deinit { statement.reset() }

    func next() throws -> (key: String, value: [UInt8])? {
        guard try statement.step() else { return nil }
        return (statement.row.text(0), try read(statement))
    }

    /// Whether the table has a row of `one` before a row of `other`.
    func precedes(_ one: String, _ other: String) -> Bool {
        isNumbered
            ? Int(one) ?? 0 < Int(other) ?? 0
            : one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
