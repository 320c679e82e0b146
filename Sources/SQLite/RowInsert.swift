/// An `INSERT` of one table: many rows in one step while there are many, then one by one.
///
/// A step opens the table and each of its indexes; for sixteen wide rows together that takes a
/// third less than for each of them.
package final class RowInsert {
    private let database: Database
    private let head: String
    private let tail: String
    private let row: String
    private let rowsTogether: Int
    private var one, many: Statement?

    /// So many values are bound for one step.
    private static let mostValues = 1024

    /// `INSERT … INTO table (columns) VALUES (?, …) tail`; `verb` is all that stands before `INTO`.
    package init(
        _ database: Database, _ verb: String = "INSERT", into table: String, _ columns: [String],
        _ tail: String = ""
    ) {
        self.database = database
        self.tail = tail
        head = "\(verb) INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        rowsTogether = max(1, Self.mostValues / columns.count)
    }

    package func run(_ rows: ValueRows) throws(SQLiteError) {
        var place = ValueRows.Place()
        if rows.count >= Self.mostValues {
            if many == nil { many = try statement(of: rowsTogether) }
            try many?.run(rows, from: &place)
        }
        if one == nil { one = try statement(of: 1) }
        try one?.run(rows, from: &place)
        precondition(place.value == rows.count, "\(rows.count) values for: \(head)")
    }

    private func statement(of count: Int) throws(SQLiteError) -> Statement {
        let rows = Array(repeating: row, count: count).joined(separator: ", ")
        return try database.prepare("\(head)\(rows) \(tail)")
    }
}
