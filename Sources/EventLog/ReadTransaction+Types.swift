internal import Entries
internal import LMDB

extension ReadTransaction {
    func entries(
        type prefix: [UInt8], after position: Position, limit: Int, scanLimit: Int
    ) throws -> TypedPage {
        var page = TypeScan(prefix: prefix, limit: limit, scanLimit: scanLimit, at: position)
        guard position < RowKey.lastPosition, limit > 0 else {
            return TypedPage(entries: [], next: position)
        }
        return try withCursor(over: Tables.entries) { cursor in
            var isMore = try cursor.entry(atOrAfter: position + 1) {
                try page.look(at: $0, $1, expected: position + 1)
            }
            while isMore == true {
                let expected = page.position + 1
                isMore = try cursor.entry(.next) { try page.look(at: $0, $1, expected: expected) }
            }
            return TypedPage(entries: page.entries, next: isMore == nil ? nil : page.position)
        }
    }

    func entries(
        type prefix: [UInt8], before position: Position, limit: Int, scanLimit: Int
    ) throws -> TypedPage {
        var page = TypeScan(prefix: prefix, limit: limit, scanLimit: scanLimit, at: position)
        guard position > 1, limit > 0 else { return TypedPage(entries: [], next: nil) }
        return try withCursor(over: Tables.entries) { cursor in
            var isMore = try cursor.entry(before: position) {
                try page.look(at: $0, $1, expected: nil)
            }
            while isMore == true, page.position > 1 {
                let expected = page.position - 1
                isMore = try cursor.entry(.previous) {
                    try page.look(at: $0, $1, expected: expected)
                }
                if isMore == nil { throw LogDamage.hole(at: expected) }
            }
            let isDone = isMore == nil || page.position <= 1
            return TypedPage(entries: page.entries, next: isDone ? nil : page.position)
        }
    }
}

/// Entries of one kind of type, picked from a run of rows.
private struct TypeScan {
    let prefix: [UInt8]
    let limit: Int
    var scanLimit: Int
    var position: Position
    var entries: [Entry] = []

    init(prefix: [UInt8], limit: Int, scanLimit: Int, at position: Position) {
        self.prefix = prefix
        self.limit = limit
        self.scanLimit = max(1, scanLimit)
        self.position = position
    }

    /// Whether there is room for another row after this one.
    mutating func look(
        at position: Position, _ row: Span<UInt8>, expected: Position?
    ) throws -> Bool {
        self.position = position
        if let expected, position != expected { throw LogDamage.hole(at: expected) }
        if hasType(row) { entries.append(try StoredEntry.entry(at: position, in: row)) }
        scanLimit -= 1
        return entries.count < limit && scanLimit > 0
    }

    private func hasType(_ row: Span<UInt8>) -> Bool {
        guard let start = StoredEntry.typeStart(in: row), row.count - 2 - start >= prefix.count
        else { return false }
        for index in prefix.indices where row[start + index] != prefix[index] { return false }
        return true
    }
}
