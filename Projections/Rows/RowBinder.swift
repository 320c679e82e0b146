internal import Entries
internal import SQLite

/// Binds a row's columns to the values of a statement.
struct RowBinder: ColumnVisitor {
    let statement: Statement

    mutating func column(_ name: String, _ value: inout Int) { statement.bind(value) }

    mutating func column(_ name: String, _ value: inout Int?) {
        if let value { statement.bind(value) } else { statement.bindNull() }
    }

    mutating func column(_ name: String, _ value: inout String) { statement.bind(value) }

    mutating func column(_ name: String, _ value: inout String?) {
        if let value { statement.bind(value) } else { statement.bindNull() }
    }

    mutating func column(_ name: String, _ value: inout [UInt8]) { statement.bind(value) }

    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) {
        statement.bind(value.packed())
    }

    mutating func personal(_ name: String, _ value: inout String) { statement.bind(value) }

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
