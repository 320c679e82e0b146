internal import Entries
internal import LMDB

/// Streams as they stand at the head: the indices, and then the entries that these do not hold yet.
extension ReadTransaction {
    /// The number under which `subject`'s entries are indexed; nil if there is no such stream.
    func streamNumber(_ subject: String) throws -> UInt32? {
        if let number = try indexedNumber(of: subject) { return number }
        var quoted = CanonicalWriter(capacity: subject.utf8.count + 2)
        quoted.string(subject)
        let subject = quoted.bytes
        return try withCursor(over: Tables.entries) { cursor in
            var next = try cursor.entry(atOrAfter: try indexed + 1) {
                try Self.number(ofNew: subject, at: $0, in: $1)
            }
            while case .some(.none) = next {
                next = try cursor.entry(.next) { try Self.number(ofNew: subject, at: $0, in: $1) }
            }
            return next ?? nil
        }
    }

    private static func number(
        ofNew subject: [UInt8], at position: Position, in row: Span<UInt8>
    ) throws -> UInt32? {
        let place = try StoredEntry.place(at: position, in: row)
        guard place.version == 1, StoredEntry.hasSubject(subject, in: row) else { return nil }
        return place.stream
    }

    func version(of subject: String) throws -> Int {
        guard let number = try streamNumber(subject) else { return 0 }
        let unindexed = try unindexed(of: number)
        if let last = unindexed.last { return last.version }
        return try indexedVersion(ofStream: number)
    }

    func stream(_ subject: String, afterVersion version: Int, limit: Int) throws -> [Entry] {
        guard limit > 0, let number = try streamNumber(subject) else { return [] }
        let version = max(0, version)
        var entries = try indexedStream(number, afterVersion: version, limit: limit)
        guard entries.count < limit else { return entries }
        var expected = version + entries.count + 1
        for place in try unindexed(of: number) where place.version > version {
            guard place.version == expected else {
                throw LogDamage.streamIndex(at: place.position)
            }
            guard entries.count < limit else { break }
            entries.append(try entry(at: place.position))
            expected += 1
        }
        return entries
    }

    func streamBackwards(
        _ subject: String, beforeVersion version: Int, limit: Int
    ) throws -> [Entry] {
        guard limit > 0, version > 1, let number = try streamNumber(subject) else { return [] }
        var entries = try unindexed(of: number).filter { $0.version < version }.suffix(limit)
            .reversed().map { try entry(at: $0.position) }
        return try withCursor(over: Tables.streams) { cursor in
            let end = Keys.stream(number, version: version)
            var next = try cursor.row(before: end) { try Self.place($0, $1) }
            while let place = next, place.number == number, entries.count < limit {
                entries.append(try entry(at: place.position))
                next = try cursor.row(.previous) { try Self.place($0, $1) }
            }
            return entries
        }
    }

    /// The places of a stream's entries that the indices do not hold yet, in order.
    ///
    /// Looks at every such entry: a few hundred at most, except while a flood of them comes in.
    private func unindexed(of number: UInt32) throws -> [StreamPlace] {
        var places: [StreamPlace] = []
        var expected = try indexed + 1
        func look(_ position: Position, _ row: Span<UInt8>) throws {
            guard position == expected else { throw LogDamage.hole(at: expected) }
            expected += 1
            let place = try StoredEntry.place(at: position, in: row)
            guard place.stream == number else { return }
            places.append(
                StreamPlace(number: number, version: Int(place.version), position: position))
        }
        try withCursor(over: Tables.entries) { cursor in
            var isMore = try cursor.entry(atOrAfter: expected, look) != nil
            while isMore { isMore = try cursor.entry(.next, look) != nil }
        }
        return places
    }

    /// Where the entry of this id is; looks at every entry that the indices do not hold yet.
    func position(of id: EventID) throws -> Position? {
        if let position = try indexedPosition(of: id) { return position }
        var position = try indexed
        while case let batch = try entries(after: position, limit: 1000), let last = batch.last {
            for entry in batch where try entry.envelope.id == id { return entry.position }
            position = last.position
        }
        return nil
    }
}

extension Entry {
    /// - Throws: `LogDamage.envelope` with its position.
    var envelope: Envelope {
        get throws(LogDamage) {
            do throws(CanonicalError) {
                return try Envelope(bytes)
            } catch {
                throw .envelope(at: position, error)
            }
        }
    }
}
