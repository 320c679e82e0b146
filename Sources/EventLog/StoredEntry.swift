internal import Crypto
internal import Entries
internal import LMDB

/// The row of an entry: leaf hash ‖ tree nodes that this leaf finishes, from level 1 ‖ its place in
/// its stream ‖ envelope.
enum StoredEntry {
    /// Where an entry stands in its stream.
    struct Place: Equatable, Sendable {
        static let size = 8
        let stream: UInt32, version: UInt32
    }

    /// How many nodes above the leaves the entry at `position` finishes.
    static func nodeCount(at position: Position) -> Int { position.trailingZeroBitCount }

    private static func placeOffset(at position: Position) -> Int {
        32 * (1 + nodeCount(at: position))
    }

    static func envelopeOffset(at position: Position) -> Int {
        placeOffset(at: position) + Place.size
    }

    /// The row of an entry whose hashes are not set yet, and nothing else is needed for it.
    static func row(
        of envelope: Envelope, at position: Position, place: Place
    ) -> [UInt8] {
        let start = envelopeOffset(at: position)
        var writer = CanonicalWriter(leaving: start, capacity: envelope.data.count + 384)
        envelope.write(to: &writer)
        var row = writer.bytes
        row.set(
            UInt64(place.stream) << 32 | UInt64(place.version), at: placeOffset(at: position))
        return row
    }

    /// The same of an entry's bytes as they were stored elsewhere.
    static func row(of bytes: [UInt8], at position: Position, place: Place) -> [UInt8] {
        var row = [UInt8](repeating: 0, count: envelopeOffset(at: position))
        row.set(
            UInt64(place.stream) << 32 | UInt64(place.version), at: placeOffset(at: position))
        return row + bytes
    }

    /// Sets the leaf, at level 0, or a node that it finishes.
    static func set(_ node: Digest, level: Int, in row: inout [UInt8]) {
        let (first, second, third, fourth) = node.words
        row.set(first, at: 32 * level)
        row.set(second, at: 32 * level + 8)
        row.set(third, at: 32 * level + 16)
        row.set(fourth, at: 32 * level + 24)
    }

    static func place(at position: Position, in row: Span<UInt8>) throws(LogDamage) -> Place {
        let offset = placeOffset(at: position)
        guard row.count > offset + Place.size else { throw .truncated(at: position) }
        return Place(
            stream: row.bigEndian(at: offset), version: row.bigEndian(at: offset + 4))
    }

    /// The entry in `row`, its bytes compared with its leaf hash.
    static func entry(
        at position: Position, in row: Span<UInt8>
    ) throws(LogDamage) -> Entry {
        let offset = envelopeOffset(at: position)
        guard row.count > offset else { throw .truncated(at: position) }
        let leaf = row.digest(at: 0)
        guard SHA256.leafHash(row.extracting(offset...)) == leaf else {
            throw .leafHash(at: position)
        }
        return Entry(position: position, leafHash: leaf, bytes: row.copied(from: offset))
    }

    /// The node of `level` that the entry at `position` finishes; level 0 is its leaf.
    static func node(
        _ level: Int, at position: Position, in row: Span<UInt8>
    ) throws(LogDamage) -> Digest {
        guard row.count > envelopeOffset(at: position) else { throw .truncated(at: position) }
        return row.digest(at: 32 * level)
    }
}

// MARK: - Without reading the envelope

extension StoredEntry {
    /// Where the type begins, behind its quote: it is an envelope's last member, and a plain word.
    static func typeStart(in row: Span<UInt8>) -> Int? {
        var start = row.count - 3
        while start >= 0, row[start] != UInt8(ascii: "\"") { start -= 1 }
        return start >= 0 ? start + 1 : nil
    }

    /// Whether the entry's subject is `subject`, which is given as it stands in canonical JSON,
    /// with its quotes.
    static func hasSubject(_ subject: [UInt8], in row: Span<UInt8>) -> Bool {
        // Between them: `,"time":` with an instant of 24 bytes in quotes, `,"type":` and a quote.
        guard let type = typeStart(in: row), case let end = type - 43,
            case let start = end - subject.count, start > 0,
            row[start - 1] == UInt8(ascii: ":")
        else { return false }
        for index in subject.indices where row[start + index] != subject[index] { return false }
        return true
    }
}

extension Span<UInt8> {
    func digest(at offset: Int) -> Digest {
        Digest(
            words: (
                bigEndian(at: offset), bigEndian(at: offset + 8), bigEndian(at: offset + 16),
                bigEndian(at: offset + 24)
            ))
    }
}

extension [UInt8] {
    /// Sets eight bytes, most significant first.
    fileprivate mutating func set(_ word: UInt64, at offset: Int) {
        for index in 0..<8 {
            self[offset + index] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index))
        }
    }
}
