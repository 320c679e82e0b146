extension Span<UInt8> {
    /// The eight bytes from `start` on, which are there, the first one uppermost.
    @inline(__always) func word(at start: Int) -> UInt64 {
        halfWord(at: start) << 32 | halfWord(at: start + 4)
    }

    /// The four bytes from `start` on, which are there, the first one uppermost.
    @inline(__always) func halfWord(at start: Int) -> UInt64 {
        let four = extracting(start..<(start + 4))
        return UInt64(four[0]) << 24 | UInt64(four[1]) << 16 | UInt64(four[2]) << 8
            | UInt64(four[3])
    }

    /// Whether `text` stands at `start`.
    @inlinable package func holds(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, text.count <= count - start else { return false }
        for index in 0..<text.count where text[index] != self[start + index] { return false }
        return true
    }
}
