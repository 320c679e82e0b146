internal import Entries
internal import LMDB

extension ReadTransaction {
    /// The number under which `subject`'s entries are indexed; nil if there is no such stream.
    func streamNumber(_ subject: String) throws -> UInt32? {
        // LMDB has no room for a longer key, and no stream has a longer name.
        guard (1...511).contains(subject.utf8.count) else { return nil }
        return try value(under: subject, in: Tables.names) { row in
            guard row.count == 4 else { throw LogDamage.row(table: Tables.name(Tables.names)) }
            return row.bigEndian(UInt32.self)
        }
    }

    func version(ofStream number: UInt32) throws -> Int {
        try withCursor(over: Tables.streams) { cursor in
            try cursor.row(before: Keys.stream(number, version: .max)) { key, row in
                let place = try Self.place(key, row)
                return place.number == number ? place.version : 0
            }
        } ?? 0
    }

    func version(of subject: String) throws -> Int {
        guard let number = try streamNumber(subject) else { return 0 }
        return try version(ofStream: number)
    }

    /// The greatest stream number in use, 0 if there is none.
    func lastStreamNumber() throws -> UInt32 {
        try withCursor(over: Tables.streams) { cursor in
            try cursor.row(.last) { try Self.place($0, $1).number }
        } ?? 0
    }

    func stream(_ subject: String, afterVersion version: Int, limit: Int) throws -> [Entry] {
        guard limit > 0, let number = try streamNumber(subject) else { return [] }
        return try withCursor(over: Tables.streams) { cursor in
            var entries: [Entry] = []
            var expected = max(0, version) + 1
            let first = Keys.stream(number, version: expected)
            var next = try cursor.row(atOrAfter: first) { try Self.place($0, $1) }
            while let place = next, place.number == number, entries.count < limit {
                guard place.version == expected else {
                    throw LogDamage.streamIndex(at: place.position)
                }
                entries.append(try entry(at: place.position))
                expected += 1
                next = try cursor.row(.next) { try Self.place($0, $1) }
            }
            return entries
        }
    }

    func streamBackwards(
        _ subject: String, beforeVersion version: Int, limit: Int
    ) throws -> [Entry] {
        guard limit > 0, version > 1, let number = try streamNumber(subject) else { return [] }
        return try withCursor(over: Tables.streams) { cursor in
            var entries: [Entry] = []
            let end = Keys.stream(number, version: version)
            var next = try cursor.row(before: end) { try Self.place($0, $1) }
            while let place = next, place.number == number, entries.count < limit {
                entries.append(try entry(at: place.position))
                next = try cursor.row(.previous) { try Self.place($0, $1) }
            }
            return entries
        }
    }

    /// A row of the stream index.
    struct StreamPlace {
        let number: UInt32, version: Int, position: Position
    }

    static func place(_ key: Span<UInt8>, _ row: Span<UInt8>) throws(LogDamage) -> StreamPlace {
        guard key.count == 8, row.count == 8 else {
            throw .row(table: Tables.name(Tables.streams))
        }
        return StreamPlace(
            number: key.bigEndian(), version: Int(key.bigEndian(UInt32.self, at: 4)),
            position: row.bigEndian())
    }
}
