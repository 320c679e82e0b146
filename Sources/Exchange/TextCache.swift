/// Makes strings of bytes, the same long ones only once: keys, labels and words of a log repeat.
///
/// It remembers at most 4096 texts, each the last of those that fell into its place.
struct TextCache {
    private var hashes = [UInt64](repeating: 0, count: 4096)
    private var texts = [String](repeating: "", count: 4096)

    mutating func text(_ bytes: Span<UInt8>) -> String {
        // Up to fifteen bytes a string lies in itself and costs nothing to make.
        guard bytes.count > 15, bytes.count <= 128 else { return Self.make(bytes) }
        let hash = Self.hash(bytes)
        let place = Int(truncatingIfNeeded: hash >> 52)
        if hashes[place] == hash, Self.isSame(texts[place], bytes) { return texts[place] }
        let made = Self.make(bytes)
        hashes[place] = hash
        texts[place] = made
        return made
    }

    private static func make(_ bytes: Span<UInt8>) -> String {
        unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    private static func isSame(_ text: String, _ bytes: Span<UInt8>) -> Bool {
        let utf8 = text.utf8Span.span
        guard utf8.count == bytes.count else { return false }
        for index in bytes.indices where utf8[index] != bytes[index] { return false }
        return true
    }

    private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        let raw = unsafe bytes.bytes
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset + 8 <= raw.byteCount {
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            offset += 8
        }
        if offset < raw.byteCount {
            let word = unsafe raw.unsafeLoadUnaligned(
                fromByteOffset: raw.byteCount - 8, as: UInt64.self)
            hash = (hash ^ word) &* 0xC4CE_B9FE_1A85_EC53
            hash ^= hash >> 32
        }
        return hash &* 0x9E37_79B9_7F4A_7C15
    }
}
