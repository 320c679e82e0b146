internal import Entries
internal import LMDB

/// The indices alone: they hold the entries up to `indexed`.
extension ReadTransaction {
    /// The last position that the indices hold; the entries behind it are looked through.
    var indexed: Position {
        get throws { try Meta.position(Meta.indexedKey, self) }
    }

    func indexedNumber(of subject: String) throws -> UInt32? {
        // LMDB has no room for a longer key, and no stream has a longer name.
        guard (1...511).contains(subject.utf8.count) else { return nil }
        return try value(under: subject, in: Tables.names) { row in
            guard row.count == 4 else { throw LogDamage.row(table: Tables.name(Tables.names)) }
            return row.bigEndian(UInt32.self)
        }
    }

    func indexedVersion(ofStream number: UInt32) throws -> Int {
        try withCursor(over: Tables.streams) { cursor in
            try cursor.row(before: Keys.stream(number, version: .max)) { key, row in
                let place = try Self.place(key, row)
                return place.number == number ? place.version : 0
            }
        } ?? 0
    }

    /// The greatest stream number in use there, 0 if there is none.
    func lastIndexedNumber() throws -> UInt32 {
        try withCursor(over: Tables.streams) { cursor in
            try cursor.row(.last) { try Self.place($0, $1).number }
        } ?? 0
    }

    func indexedStream(
        _ number: UInt32, afterVersion version: Int, limit: Int
    ) throws -> [Entry] {
        try withCursor(over: Tables.streams) { cursor in
            var entries: [Entry] = []
            var expected = version + 1
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

    func indexedPosition(of id: EventID) throws -> Position? {
        try value(under: Keys.id(id), in: Tables.ids) { row in
            guard row.count == 8 else { throw LogDamage.row(table: Tables.name(Tables.ids)) }
            return row.bigEndian(Position.self)
        }
    }

    func greatestIndexedID() throws -> EventID? {
        try withCursor(over: Tables.ids) { cursor in
            try cursor.row(.last) { try Self.identified($0, $1).id }
        }
    }

    /// A row of the index of ids.
    static func identified(
        _ key: Span<UInt8>, _ row: Span<UInt8>
    ) throws(LogDamage) -> (id: EventID, position: Position) {
        guard key.count == 16, row.count == 8,
            let id = EventID(high: key.bigEndian(), low: key.bigEndian(at: 8))
        else { throw .row(table: Tables.name(Tables.ids)) }
        return (id, row.bigEndian())
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
