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

    /// The number that eight digits give, which are in `text` with the first one uppermost; nil if
    /// one is none. All eight at once: no byte carries into the next.
    static func number(_ text: UInt64) -> UInt64? {
        let each: UInt64 = 0x0101_0101_0101_0101
        // What would be the digits' values, `a` being 10.
        let values = (text & (each &* 0x0F)) &+ (text >> 6 & each) &* 9
        // Written again they give the same text, unless it was none.
        let letters = (values &+ each &* 6) >> 4 & each
        let written = values &+ each &* 0x30 &+ letters &* 39
        guard values & (each &* 0xF0) == 0, written == text else { return nil }
        let pairs = (values | values >> 4) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
        return (fours | fours >> 16) & 0xFFFF_FFFF
    }
}
