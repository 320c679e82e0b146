internal import Crypto
internal import Entries

extension KeyReference {
    /// Five bytes for the batch, so that new keys come last in the table, and eleven at random.
    static func random(batch: UInt64) -> KeyReference {
        let random = SecureRandom.current
        return KeyReference(high: batch << 24 | random.next() >> 40, low: random.next())
    }

    var batch: UInt64 { high >> 24 }

    /// Nil unless there are exactly 16 bytes.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == 16 else { return nil }
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
            bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.init(high: word(bytes.prefix(8)), low: word(bytes.suffix(8)))
    }

    /// Sixteen bytes, most significant first, as the vault's tables hold them.
    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16)
        for index in 0..<8 {
            let shift = UInt64(56 - 8 * index)
            bytes[index] = UInt8(truncatingIfNeeded: high >> shift)
            bytes[index + 8] = UInt8(truncatingIfNeeded: low >> shift)
        }
        return bytes
    }

    /// The order of the bytes, in which the table lies on the disk.
    func precedes(_ other: KeyReference) -> Bool { (high, low) < (other.high, other.low) }
}
