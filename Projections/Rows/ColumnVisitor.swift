internal import Entries

/// What can be done with the columns of a row, one call a column.
package protocol ColumnVisitor {
    mutating func column(_ name: String, _ value: inout Int) throws
    mutating func column(_ name: String, _ value: inout Int?) throws
    mutating func column(_ name: String, _ value: inout String) throws
    mutating func column(_ name: String, _ value: inout String?) throws
    mutating func column(_ name: String, _ value: inout [UInt8]) throws
    /// What the fold must remember and nobody asks for.
    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) throws
    /// Text about a person: stored, but no part of the view's digest.
    mutating func personal(_ name: String, _ value: inout String) throws
    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) throws
}

extension ColumnVisitor {
    mutating func column(_ name: String, _ value: inout Bool) throws {
        var number = value ? 1 : 0
        try column(name, &number)
        value = number != 0
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    mutating func column(_ name: String, _ value: inout Instant) throws {
        try column(name, &value.milliseconds)
    }

    mutating func column(_ name: String, _ value: inout Instant?) throws {
        var number = value?.milliseconds
        try column(name, &number)
        value = number.map { Instant(milliseconds: $0) }
    }

    mutating func column(_ name: String, _ value: inout Position) throws {
        var number = Int(clamping: value)
        try column(name, &number)
        value = Position(clamping: number)
    }

    mutating func column<Word: FieldWord>(_ name: String, _ value: inout Word) throws {
        let word = value.rawValue
        var text = word
        try column(name, &text)
        // Whoever only writes columns down has changed nothing.
        if text != word { value = Word(rawValue: text) ?? value }
    }

    mutating func column<Word: FieldWord>(_ name: String, _ value: inout Word?) throws {
        let word = value?.rawValue
        var text = word
        try column(name, &text)
        if text != word { value = text.flatMap { Word(rawValue: $0) } }
    }
}

/// Collects the names of a row's columns.
struct ColumnNames: ColumnVisitor {
    private(set) var names: [String] = []

    init<Row: TableRow>(of type: Row.Type) throws {
        var row = type.init()
        try row.visit(&self)
    }

    mutating func column(_ name: String, _ value: inout Int) { names.append(name) }
    mutating func column(_ name: String, _ value: inout Int?) { names.append(name) }
    mutating func column(_ name: String, _ value: inout String) { names.append(name) }
    mutating func column(_ name: String, _ value: inout String?) { names.append(name) }
    mutating func column(_ name: String, _ value: inout [UInt8]) { names.append(name) }
    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) {
        names.append(name)
    }
    mutating func personal(_ name: String, _ value: inout String) { names.append(name) }
    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) {
        names.append(name)
    }
}
