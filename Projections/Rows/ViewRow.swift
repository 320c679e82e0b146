package import Crypto
package import SQLite

/// A row of a view's table, its key first.
///
/// `visit` names each column once, in the order of the table, which is declared in the SQL beside
/// the view. The same list binds a row to a statement, reads it back and hashes it for the view's
/// digest: they cannot disagree.
package protocol TableRow: Equatable, Sendable {
    static var table: String { get }
    /// An empty row for the reader to fill.
    init()
    mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws
    /// Hashes all rows in key order; a requirement, so that it is compiled for each type of row.
    static func hash(_ database: Database, into hasher: SHA256Hasher) throws
}

/// A row that changes: it is found again by its key.
package protocol ViewRow: TableRow {
    var key: String { get }
}
