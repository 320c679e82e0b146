internal import Entries

/// A column of a row that is another than it was.
package struct RowChange: Equatable, Sendable {
    package let column: String
    package let before: String?
    package let after: String?

    /// What is different between two rows, in the order of the columns; how many events there were
    /// and what is packed is left out, as it is about a person.
    package static func between<Row: TableRow>(_ before: Row?, _ after: Row) throws -> [RowChange] {
        var (old, new) = (RowTexts(), RowTexts())
        if var before { try before.visit(&old) }
        var after = after
        try after.visit(&new)
        let known = Dictionary(uniqueKeysWithValues: old.texts.map { ($0.name, $0.text) })
        return new.texts.compactMap { name, text in
            let was = known[name] ?? nil
            guard was != text, !["version", "position", "rank"].contains(name) else { return nil }
            return RowChange(column: name, before: was, after: text)
        }
    }
}

/// A row's columns as texts.
private struct RowTexts: ColumnVisitor {
    private(set) var texts: [(name: String, text: String?)] = []

    mutating func column(_ name: String, _ value: inout Int) { texts.append((name, "\(value)")) }
    mutating func column(_ name: String, _ value: inout Int?) {
        texts.append((name, value.map { "\($0)" }))
    }
    mutating func column(_ name: String, _ value: inout String) { texts.append((name, value)) }
    mutating func column(_ name: String, _ value: inout String?) { texts.append((name, value)) }
    mutating func column(_ name: String, _ value: inout [UInt8]) {}
    mutating func packed<Value: Packed>(_ name: String, _ value: inout Value) {}
    mutating func personal(_ name: String, _ value: inout String) {}
    mutating func personal<Value: Packed>(_ name: String, _ value: inout Value) {}
}
