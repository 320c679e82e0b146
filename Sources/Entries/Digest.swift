/// Thirty-two bytes of SHA-256.
public struct Digest: Hashable, Sendable {
    package var words: (UInt64, UInt64, UInt64, UInt64)

    /// Nil unless there are exactly 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() {
            words[index >> 3] = words[index >> 3] << 8 | UInt64(byte)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// Nil unless the text is 64 lower-case hexadecimal digits.
    package init?(hex: some Collection<UInt8>) { self.init(ascii: hex) }

    init?(ascii hex: some Collection<UInt8>) {
        guard hex.count == 64 else { return nil }
        var digits = hex.makeIterator()
        guard let first = Hex.word(&digits), let second = Hex.word(&digits),
            let third = Hex.word(&digits), let fourth = Hex.word(&digits)
        else { return nil }
        words = (first, second, third, fourth)
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return bytes
    }

    /// Sixty-four lower-case hexadecimal digits.
    package var hex: [UInt8] { [UInt8](capacity: 64) { writeHex(to: &$0) } }

    func writeHex(to text: inout OutputSpan<UInt8>) {
        Hex.append(words.0, to: &text)
        Hex.append(words.1, to: &text)
        Hex.append(words.2, to: &text)
        Hex.append(words.3, to: &text)
    }

    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Digest: CustomStringConvertible {
    public var description: String { String(decoding: hex, as: UTF8.self) }
}

/// The name of a key in the vault: sixteen bytes that say nothing about whose it is.
public struct KeyReference: Hashable, Sendable {
    package let high: UInt64, low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Nil unless the text is 32 lower-case hexadecimal digits.
    package init?(hex: some Collection<UInt8>) { self.init(ascii: hex) }

    init?(ascii hex: some Collection<UInt8>) {
        guard hex.count == 32 else { return nil }
        var digits = hex.makeIterator()
        guard let high = Hex.word(&digits), let low = Hex.word(&digits) else { return nil }
        self.init(high: high, low: low)
    }

    /// Thirty-two lower-case hexadecimal digits.
    package var hex: [UInt8] { [UInt8](capacity: 32) { writeHex(to: &$0) } }

    func writeHex(to text: inout OutputSpan<UInt8>) {
        Hex.append(high, to: &text)
        Hex.append(low, to: &text)
    }
}

extension KeyReference: CustomStringConvertible {
    public var description: String { String(decoding: hex, as: UTF8.self) }
}
