internal import Entries
internal import LMDB

/// A batch of entries ends at about so many bytes: read transactions are short.
let largestBatchBytes = 16 << 20

extension ReadTransaction {
    var head: Position {
        get throws {
            try withCursor(over: Tables.entries) { cursor in
                try cursor.entry(.last) { position, _ in position }
            } ?? 0
        }
    }

    /// Up to `limit` entries after `position`, fewer when they are large; none at the head.
    func entries(after position: Position, limit: Int) throws -> [Entry] {
        guard limit > 0, position < RowKey.lastPosition else { return [] }
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
            var next = try cursor.entry(atOrAfter: expected) { try Self.entry(expected, $0, $1) }
            while let entry = next {
                entries.append(entry)
                bytes += entry.bytes.count
                guard entries.count < limit, bytes < largestBatchBytes else { break }
                expected += 1
                next = try cursor.entry(.next) { try Self.entry(expected, $0, $1) }
            }
        }
    }

    /// Up to `limit` entries before `position`, the latest first.
    func entries(before position: Position, limit: Int) throws -> [Entry] {
        guard limit > 0, position > 1 else { return [] }
        return try withCursor(over: Tables.entries) { cursor in
            var entries: [Entry] = []
            var bytes = 0
            var next = try cursor.entry(before: position) { try StoredEntry.entry(at: $0, in: $1) }
            if let entry = next, entry.position < position - 1, try head >= position {
                throw LogDamage.hole(at: position - 1)
            }
            while let entry = next {
                entries.append(entry)
                bytes += entry.bytes.count
                let expected = entry.position - 1
                guard entries.count < limit, bytes < largestBatchBytes, expected > 0 else { break }
                next = try cursor.entry(.previous) { try Self.entry(expected, $0, $1) }
                if next == nil { throw LogDamage.hole(at: expected) }
            }
            return entries
        }
    }

    /// The entry at `position`, which must be there.
    func entry(at position: Position) throws -> Entry {
        let entry = try value(under: RowKey(position).integer, in: Tables.entries) { row in
            try StoredEntry.entry(at: position, in: row)
        }
        guard let entry else { throw LogDamage.hole(at: position) }
        return entry
    }

    /// Where the entry at `position`, which must be there, stands in its stream.
    func place(at position: Position) throws -> StoredEntry.Place {
        let place = try value(under: RowKey(position).integer, in: Tables.entries) { row in
            try StoredEntry.place(at: position, in: row)
        }
        guard let place else { throw LogDamage.hole(at: position) }
        return place
    }

    func section(at position: Position, number: Int) throws -> [UInt8]? {
        guard (1...RowKey.mostSections).contains(number) else { return nil }
        let key = RowKey(position, UInt8(number)).integer
        return try value(under: key, in: Tables.entries) { $0.copied() }
    }

    private static func entry(
        _ expected: Position, _ position: Position, _ row: Span<UInt8>
    ) throws -> Entry {
        guard position == expected else { throw LogDamage.hole(at: expected) }
        return try StoredEntry.entry(at: expected, in: row)
    }
}
