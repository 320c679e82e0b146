internal import Entries

/// Writes down a row without what is about a person: `name=value` for each column that is there.
struct RowHasher: ColumnVisitor {
    private var bytes: [UInt8] = []

    mutating func begin(_ table: String) { bytes = Array(table.utf8) + [0] }

    /// The bytes of the row.
    mutating func end() -> [UInt8] { bytes + [UInt8(ascii: "\n")] }

    private mutating func add(_ name: String, _ value: some Sequence<UInt8>) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "="))
        bytes.append(contentsOf: value)
        bytes.append(0)
    }

    mutating func column(_ name: String, _ value: inout Int) { add(name, "\(value)".utf8) }

    mutating func column(_ name: String, _ value: inout Int?) {
        if let value { add(name, "\(value)".utf8) }
    }

    mutating func column(_ name: String, _ value: inout String) { add(name, value.utf8) }

    mutating func column(_ name: String, _ value: inout String?) {
        if let value { add(name, value.utf8) }
    }

    mutating func column(_ name: String, _ value: inout [UInt8]) { add(name, value) }

    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) {
        add(name, value.packed())
    }

    mutating func personal(_ name: String, _ value: inout String) {}
    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) {}
}
