/// Lower-case hexadecimal, the only kind that is written or accepted.
package enum Hex {
    package static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The value of one digit, or nil: upper case is not canonical.
    package static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var iterator = text.makeIterator()
        while let high = iterator.next(), let low = iterator.next() {
            guard let high = value(high), let low = value(low) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Sixteen digits, most significant first.
    static func append(_ word: UInt64, to text: inout OutputSpan<UInt8>) {
        for shift in stride(from: 60, through: 0, by: -4) {
            text.append(digit(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15))
        }
    }

    /// The number that the next `digits` digits give, at most sixteen; nil if one is none.
    static func word(
        _ text: inout some IteratorProtocol<UInt8>, digits: Int = 16
    ) -> UInt64? {
        var word: UInt64 = 0
        for _ in 0..<digits {
            guard let digit = text.next(), let value = value(digit) else { return nil }
            word = word << 4 | UInt64(value)
        }
        return word
    }
}
