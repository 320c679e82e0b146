internal import Crypto
internal import Entries
internal import LMDB

/// The row of an entry: leaf hash ‖ tree nodes that this leaf finishes, from level 1 ‖ envelope.
enum StoredEntry {
    /// How many nodes above the leaves the entry at `position` finishes.
    static func nodeCount(at position: Position) -> Int { position.trailingZeroBitCount }

    static func envelopeOffset(at position: Position) -> Int { 32 * (1 + nodeCount(at: position)) }

    static func row(leaf: Digest, nodes: [Digest], envelope: [UInt8]) -> [UInt8] {
        var row: [UInt8] = []
        row.reserveCapacity(32 * (1 + nodes.count) + envelope.count)
        row.append(digest: leaf)
        for node in nodes { row.append(digest: node) }
        row.append(contentsOf: envelope)
        return row
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
    mutating func append(digest: Digest) {
        let (first, second, third, fourth) = digest.words
        append(addingCapacity: 32) { bytes in
            bytes.append(bigEndian: first)
            bytes.append(bigEndian: second)
            bytes.append(bigEndian: third)
            bytes.append(bigEndian: fourth)
        }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(bigEndian word: UInt64) {
        for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}
