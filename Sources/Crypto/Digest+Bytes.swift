package import Entries

extension Digest {
    /// Nil unless there are exactly 32 bytes.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count == 32 else { return nil }
        let (a, b, c, d) = unsafe bytes.withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
        }
        self.init(words: (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian))
    }

    /// Compares in the same time whatever the bytes are.
    package func isEqualInConstantTime(to other: Digest) -> Bool {
        let (left, right) = (words, other.words)
        return (left.0 ^ right.0) | (left.1 ^ right.1) | (left.2 ^ right.2) | (left.3 ^ right.3)
            == 0
    }

    /// Lends the 32 bytes without an array.
    package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        let bytes = (
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
        )
        return unsafe try withUnsafeBytes(of: bytes) {
            unsafe try body($0.bindMemory(to: UInt8.self).span)
        }
    }
}
