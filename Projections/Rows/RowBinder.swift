internal import Entries
internal import SQLite

/// Puts down a row's columns as values of a statement.
struct RowBinder: ColumnVisitor {
    private(set) var rows = ValueRows()

    mutating func add<Row: TableRow>(_ row: inout Row) throws { try row.visit(&self) }

    mutating func removeAll() { rows.removeAll() }

    mutating func column(_ name: String, _ value: inout Int) { rows.add(value) }

    mutating func column(_ name: String, _ value: inout Int?) {
        if let value { rows.add(value) } else { rows.addNull() }
    }

    mutating func column(_ name: String, _ value: inout String) { rows.add(value) }

    mutating func column(_ name: String, _ value: inout String?) {
        if let value { rows.add(value) } else { rows.addNull() }
    }

    mutating func column(_ name: String, _ value: inout [UInt8]) { rows.add(value) }

    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) {
        rows.add(value.packed())
    }

    mutating func personal(_ name: String, _ value: inout String) { rows.add(value) }

    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) {
        packed(name, &value)
    }
}

/// Reads a row's columns from the row that a statement stands on.
struct RowReader: ColumnVisitor {
    let statement: Statement
    private var index = 0

    init(_ statement: Statement) { self.statement = statement }

    private mutating func next() -> Int {
        defer { index += 1 }
        return index
    }

    mutating func column(_ name: String, _ value: inout Int) {
        value = statement.row.int(next())
    }

    mutating func column(_ name: String, _ value: inout Int?) {
        value = statement.row.optionalInt(next())
    }

    mutating func column(_ name: String, _ value: inout String) {
        value = statement.row.text(next())
    }

    mutating func column(_ name: String, _ value: inout String?) {
        value = statement.row.optionalText(next())
    }

    mutating func column(_ name: String, _ value: inout [UInt8]) {
        value = statement.row.bytes(next())
    }

    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) throws {
        value = try Value(packed: statement.row.bytes(next()))
    }

    mutating func personal(_ name: String, _ value: inout String) {
        value = statement.row.text(next())
    }

    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) throws {
        try packed(name, &value)
    }
}
