internal import Entries
internal import SQLite

/// Writes down the row that a statement stands on, without what is about a person: `name=value`
/// for each column that is there.
///
/// The bytes go from SQLite's page into one buffer; no value is made of them on the way.
struct RowHasher: ColumnVisitor {
    private let statement: Statement
    private var index = 0
    private(set) var bytes: [UInt8] = []

    init(_ statement: Statement) { self.statement = statement }

    /// Adds the row; `row` only names its columns.
    mutating func add<Row: TableRow>(_ row: inout Row) throws {
        index = 0
        bytes.append(contentsOf: Row.table.utf8)
        bytes.append(0)
        try row.visit(&self)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    private mutating func add(_ name: String) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "="))
        statement.row.append(index, to: &bytes)
        bytes.append(0)
        index += 1
    }

    private mutating func addPresent(_ name: String) {
        if statement.row.isNull(index) { index += 1 } else { add(name) }
    }

    mutating func column(_ name: String, _ value: inout Int) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "="))
        append(statement.row.int(index))
        bytes.append(0)
        index += 1
    }

    mutating func column(_ name: String, _ value: inout Int?) {
        guard !statement.row.isNull(index) else { return index += 1 }
        var number = 0
        column(name, &number)
    }

    mutating func column(_ name: String, _ value: inout String) { add(name) }
    mutating func column(_ name: String, _ value: inout String?) { addPresent(name) }
    mutating func column(_ name: String, _ value: inout [UInt8]) { add(name) }
    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) { add(name) }
    mutating func personal(_ name: String, _ value: inout String) { index += 1 }
    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) { index += 1 }

    /// In decimal, without a string between.
    private mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
