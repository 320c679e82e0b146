internal import Crypto
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
            try table.walk(database) { _, bytes in
                hasher.update(bytes)
                return true
            }
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
    /// Hands out each row's key and the bytes that stand for it, in key order, until told to stop.
    static func walk(
        _ database: Database, _ body: (_ key: String, _ bytes: [UInt8]) throws -> Bool
    ) throws {
        let cursor = try RowCursor(Self.self, database)
        while let row = try cursor.next() {
            guard try body(row.key, row.bytes) else { return }
        }
    }

    /// The bytes that stand for the row that `statement` is at.
    static func bytes(at statement: Statement) throws -> [UInt8] {
        var row = try ViewFile.read(Self.self, from: statement)
        var hasher = RowHasher()
        hasher.begin(table)
        try row.visit(&hasher)
        return hasher.end()
    }
}

/// Walks a table in key order.
final class RowCursor {
    private let statement: Statement
    private let read: (Statement) throws -> [UInt8]
    /// Whether the key is a position, not a text.
    private let isNumbered: Bool

    init<Row: TableRow>(_ type: Row.Type, _ database: Database) throws {
        let names = try ColumnNames(of: type).names
        statement = try database.prepare(
            "SELECT \(names.joined(separator: ", ")) FROM \(type.table) ORDER BY \(names[0])")
        read = { try type.bytes(at: $0) }
        isNumbered = names[0] == "position"
    }

    deinit { statement.reset() }

    func next() throws -> (key: String, bytes: [UInt8])? {
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
