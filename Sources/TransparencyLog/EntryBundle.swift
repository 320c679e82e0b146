/// The entries of a tile, one after the other, each behind its length in two bytes.
package enum EntryBundle {
    package static let largestEntry = 65_535

    package static func encode(_ entries: some Sequence<[UInt8]>) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            precondition(entry.count <= largestEntry, "an entry is too large for a bundle")
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 0xFF))
            bytes += entry
        }
        return bytes
    }

    package static func decode(_ bytes: [UInt8]) throws(NoteError) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var place = 0
        while place < bytes.count {
            guard place + 2 <= bytes.count else { throw .malformed("a bundle is cut off") }
            let start = place + 2
            let end = start + Int(bytes[place]) << 8 + Int(bytes[place + 1])
            guard end <= bytes.count else { throw .malformed("a bundle is cut off") }
            entries.append(Array(bytes[start..<end]))
            place = end
        }
        guard entries.count <= Tile.fullWidth else {
            throw .malformed("a bundle holds more than 256 entries")
        }
        return entries
    }
}
