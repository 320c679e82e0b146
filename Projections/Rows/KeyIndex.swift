/// Which slot of a cache a key has: one word a key, its hash and the slot's number.
///
/// A dictionary would keep every key a second time, and hash it so that nobody can foresee where
/// it falls; these are numbers that the office gives out.
struct KeyIndex {
    /// The hash above, the slot's number plus one below; 0 is free. Their count is a power of two.
    private var cells: [UInt64] = []
    private var count = 0

    /// The slot of a key with this hash that `isKey` knows again.
    func slot(hash: UInt32, where isKey: (Int) -> Bool) -> Int? {
        if cells.isEmpty { return nil }
        let mask = cells.count - 1
        var cell = Int(hash) & mask
        while cells[cell] != 0 {
            let slot = Int(cells[cell] & 0xFFFF_FFFF) - 1
            if cells[cell] >> 32 == UInt64(hash), isKey(slot) { return slot }
            cell = (cell + 1) & mask
        }
        return nil
    }

    /// Adds a key that is not there.
    mutating func add(_ slot: Int, hash: UInt32) {
        if count * 2 >= cells.count { grow() }
        put(UInt64(hash) << 32 | UInt64(slot + 1), hash)
        count += 1
    }

    mutating func removeAll(keepingCapacity: Bool) {
        if keepingCapacity {
            for cell in cells.indices { cells[cell] = 0 }
        } else {
            cells = []
        }
        count = 0
    }

    private mutating func put(_ entry: UInt64, _ hash: UInt32) {
        let mask = cells.count - 1
        var cell = Int(hash) & mask
        while cells[cell] != 0 { cell = (cell + 1) & mask }
        cells[cell] = entry
    }

    private mutating func grow() {
        let old = cells
        cells = [UInt64](repeating: 0, count: max(64, old.count * 2))
        for entry in old where entry != 0 { put(entry, UInt32(entry >> 32)) }
    }

    /// FNV-1a, its halves mixed.
    static func hash(_ key: String) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
