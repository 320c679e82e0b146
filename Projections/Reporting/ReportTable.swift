package import SQLite

/// The rows of a report, as any client of the view reads them.
package struct ReportTable: Equatable, Sendable {
    package let columns: [String]
    package let rows: [[Value]]

    package init(columns: [String], rows: [[Value]]) {
        self.columns = columns
        self.rows = rows
    }

    /// A report that has not this column.
    package struct NoColumn: Error, Equatable {
        package let name: String
    }

    package func index(of column: String) -> Int? { columns.firstIndex(of: column) }

    /// The values of the column of that name; nothing is NULL.
    package subscript(row: Int, column: String) -> Value {
        index(of: column).map { rows[row][$0] } ?? .null
    }
}

extension Value {
    /// As a report prints it: nothing for what is not there.
    package var reportText: String {
        switch self {
        case .null: ""
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        case .bytes(let bytes): "\(bytes.count) bytes"
        }
    }

    package var integer: Int {
        if case .integer(let number) = self { Int(number) } else { 0 }
    }

    /// Nil for what is no number.
    package var decimal: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .null, .text, .bytes: nil
        }
    }
}
