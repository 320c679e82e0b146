internal import Entries
internal import LMDB

/// A batch of entries ends at about so many bytes: read transactions are short.
private let largestBatchBytes = 16 << 20

extension ReadTransaction {
    var head: Position {
        get throws {
            try withCursor(over: Tables.entries) { cursor in
                try cursor.row(.last) { key, _ in try Self.position(key) }
            } ?? 0
        }
    }

    /// Up to `limit` entries after `position`, fewer when they are large; none at the head.
    func entries(after position: Position, limit: Int) throws -> [Entry] {
        guard limit > 0, position < .max else { return [] }
        var entries: [Entry] = []
        do {
            try read(&entries, after: position, limit: limit)
        } catch let error as LMDBError where error.isDamage {
            throw LogDamage.unreadable(at: position + UInt64(entries.count) + 1)
        }
        return entries
    }

    private func read(_ entries: inout [Entry], after position: Position, limit: Int) throws {
        try withCursor(over: Tables.entries) { cursor in
            var bytes = 0
            var expected = position + 1
            var next = try cursor.row(atOrAfter: expected) { try Self.entry(expected, $0, $1) }
            while let entry = next {
                entries.append(entry)
                bytes += entry.bytes.count
                guard entries.count < limit, bytes < largestBatchBytes else { break }
                expected += 1
                next = try cursor.row(.next) { try Self.entry(expected, $0, $1) }
            }
        }
    }

    /// Up to `limit` entries before `position`, the latest first.
    func entries(before position: Position, limit: Int) throws -> [Entry] {
        guard limit > 0, position > 1 else { return [] }
        return try withCursor(over: Tables.entries) { cursor in
            var entries: [Entry] = []
            var bytes = 0
            var next = try cursor.row(before: position) { key, row in
                try StoredEntry.entry(at: try Self.position(key), in: row)
            }
            if let entry = next, entry.position < position - 1, try head >= position {
                throw LogDamage.hole(at: position - 1)
            }
            while let entry = next {
                entries.append(entry)
                bytes += entry.bytes.count
                let expected = entry.position - 1
                guard entries.count < limit, bytes < largestBatchBytes, expected > 0 else { break }
                next = try cursor.row(.previous) { try Self.entry(expected, $0, $1) }
                if next == nil { throw LogDamage.hole(at: expected) }
            }
            return entries
        }
    }

    /// The entry at `position`, which must be there.
    func entry(at position: Position) throws -> Entry {
        let entry = try value(under: position, in: Tables.entries) { row in
            try StoredEntry.entry(at: position, in: row)
        }
        guard let entry else { throw LogDamage.hole(at: position) }
        return entry
    }

    func section(at position: Position, number: Int) throws -> [UInt8]? {
        guard (1...255).contains(number) else { return nil }
        return try value(under: Keys.section(position, number: number), in: Tables.sections) {
            $0.copied()
        }
    }

    func position(of id: EventID) throws -> Position? {
        try value(under: Keys.id((id.high, id.low)), in: Tables.ids) { row in
            guard row.count == 8 else { throw LogDamage.row(table: Tables.name(Tables.ids)) }
            return row.bigEndian(Position.self)
        }
    }

    static func position(_ key: Span<UInt8>) throws(LogDamage) -> Position {
        guard key.count == 8 else { throw .row(table: Tables.name(Tables.entries)) }
        return key.native(Position.self)
    }

    private static func entry(
        _ expected: Position, _ key: Span<UInt8>, _ row: Span<UInt8>
    ) throws -> Entry {
        guard try position(key) == expected else { throw LogDamage.hole(at: expected) }
        return try StoredEntry.entry(at: expected, in: row)
    }
}
