/// The identifier of an event: a UUIDv7 (RFC 9562 §5.7), minted by whoever sends the command.
public struct EventID: Hashable, Comparable, Sendable {
    package let high: UInt64, low: UInt64

    /// Nil unless version and variant are those of a UUIDv7.
    package init?(high: UInt64, low: UInt64) {
        guard high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
        self.high = high
        self.low = low
    }

    /// A fresh identifier from a clock and 74 random bits; further bits of the words are ignored.
    package init(at instant: Instant, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
        low = 0b10 << 62 | random.1 & (1 << 62 - 1)
    }

    /// The identifier for the next event of the same command: the random part plus one.
    package var successor: EventID {
        EventID(unchecked: high, 0b10 << 62 | (low &+ 1) & (1 << 62 - 1))
    }

    /// Itself, or in place of an identifier that stands before `last` in the same millisecond one
    /// that stands behind it: a random step behind, with room for the successors of `last`.
    package func ordered(after last: EventID, random: UInt64) -> EventID {
        guard self <= last, high >> 16 == last.high >> 16 else { return self }
        let (rest, step) = (last.low & (1 << 62 - 1), 1 << 16 + random & (1 << 40 - 1))
        guard rest + step < 1 << 62 else { return self }
        return EventID(unchecked: last.high, 0b10 << 62 | (rest + step))
    }

    private init(unchecked high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// Sixteen bytes, most significant first.
    package var bytes: [UInt8] {
        (0..<16).map {
            UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8))
        }
    }

    /// Thirty-six bytes in the form of RFC 9562: lower case, hyphens.
    package var text: [UInt8] { [UInt8](capacity: 36) { write(to: &$0) } }

    func write(to text: inout OutputSpan<UInt8>) {
        let hyphen = UInt8(ascii: "-")
        for shift in stride(from: 60, through: 0, by: -4) {
            text.append(Hex.digit(UInt8(truncatingIfNeeded: high >> UInt64(shift)) & 15))
            if shift == 32 || shift == 16 || shift == 0 { text.append(hyphen) }
        }
        for shift in stride(from: 60, through: 0, by: -4) {
            text.append(Hex.digit(UInt8(truncatingIfNeeded: low >> UInt64(shift)) & 15))
            if shift == 48 { text.append(hyphen) }
        }
    }

    /// Nil unless the text has exactly the form of `text`.
    package init?(text: some Collection<UInt8>) { self.init(ascii: text) }

    init?(ascii text: some Collection<UInt8>) {
        guard text.count == 36 else { return nil }
        var digits = text.makeIterator()
        let hyphen = UInt8(ascii: "-")
        guard let first = Hex.word(&digits, digits: 8), digits.next() == hyphen,
            let second = Hex.word(&digits, digits: 4), digits.next() == hyphen,
            let third = Hex.word(&digits, digits: 4), digits.next() == hyphen,
            let fourth = Hex.word(&digits, digits: 4), digits.next() == hyphen,
            let fifth = Hex.word(&digits, digits: 12)
        else { return nil }
        self.init(high: first << 32 | second << 16 | third, low: fourth << 48 | fifth)
    }
}

extension EventID: CustomStringConvertible {
    public var description: String { String(decoding: text, as: UTF8.self) }
}
