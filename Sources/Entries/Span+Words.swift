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
    package func holds(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, text.count <= count - start else { return false }
        var index = 0
        while index + 8 <= text.count {
            guard text.word(at: index) == word(at: start + index) else { return false }
            index += 8
        }
        while index < text.count {
            guard text[index] == self[start + index] else { return false }
            index += 1
        }
        return true
    }

    /// The first place from `start` on that is in one of eight bytes of which `isEnd` says that
    /// the end may be among them, or in the last seven: it is looked for from there, byte by byte.
    @inline(__always) func skip(from start: Int, until isEnd: (UInt64) -> Bool) -> Int {
        var at = start
        while at + 8 <= count, !isEnd(word(at: at)) { at += 8 }
        return at
    }
}

extension UInt64 {
    private static let lowest: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// Whether one of its eight bytes is `byte`.
    @inline(__always) func hasByte(_ byte: UInt8) -> Bool {
        let difference = self ^ (Self.lowest &* UInt64(byte))
        return (difference &- Self.lowest) & ~difference & Self.highest != 0
    }

    /// Whether one of its eight bytes is less than `bound`, which is 128 at most.
    @inline(__always) func hasByte(below bound: UInt8) -> Bool {
        (self &- Self.lowest &* UInt64(bound)) & ~self & Self.highest != 0
    }

    /// Whether one of its eight bytes is none of ASCII.
    @inline(__always) var hasHighByte: Bool { self & Self.highest != 0 }
}
