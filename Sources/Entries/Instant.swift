/// A moment: whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Instant: Hashable, Comparable, Sendable {
    package var milliseconds: Int

    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func advanced(milliseconds: Int) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// Whether it can be written: years 0001 to 9999.
    package var isWritable: Bool {
        milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999
    }

    /// Twenty-four bytes, `2024-07-08T10:56:42.000Z`: RFC 3339 in UTC, always with milliseconds.
    package var text: [UInt8] { [UInt8](capacity: 24) { write(to: &$0) } }

    func write(to text: inout OutputSpan<UInt8>) {
        precondition(isWritable, "instant outside the years 0001–9999")
        let day = Self.floorDivide(milliseconds, 86_400_000)
        let rest = milliseconds - day * 86_400_000
        let date = CivilDate(dayNumber: day)
        Self.append(date.year / 100, to: &text)
        Self.append(date.year % 100, then: "-", to: &text)
        Self.append(date.month, then: "-", to: &text)
        Self.append(date.day, then: "T", to: &text)
        Self.append(rest / 3_600_000, then: ":", to: &text)
        Self.append(rest / 60_000 % 60, then: ":", to: &text)
        Self.append(rest / 1000 % 60, then: ".", to: &text)
        text.append(UInt8(ascii: "0") + UInt8(rest % 1000 / 100))
        Self.append(rest % 100, then: "Z", to: &text)
    }

    /// Two digits, and what stands behind them.
    private static func append(
        _ value: Int, then end: Unicode.Scalar? = nil, to text: inout OutputSpan<UInt8>
    ) {
        text.append(UInt8(ascii: "0") + UInt8(value / 10))
        text.append(UInt8(ascii: "0") + UInt8(value % 10))
        if let end { text.append(UInt8(ascii: end)) }
    }

    /// Reads the one form that `text` writes.
    package init?(canonical text: some Collection<UInt8>) { self.init(ascii: text) }

    init?(ascii text: some Collection<UInt8>) {
        guard text.count == 24 else { return nil }
        var rest = text.makeIterator()
        guard let century = Self.pair(&rest), let year = Self.pair(&rest, then: "-"),
            let month = Self.pair(&rest, then: "-"), let day = Self.pair(&rest, then: "T"),
            let hour = Self.pair(&rest, then: ":"), let minute = Self.pair(&rest, then: ":"),
            let second = Self.pair(&rest, then: "."),
            let tenths = rest.next(), case let tenths = tenths &- UInt8(ascii: "0"), tenths < 10,
            let thousandths = Self.pair(&rest, then: "Z"),
            let date = CivilDate(year: century * 100 + year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let minutes = date.dayNumber * 1440 + hour * 60 + minute
        milliseconds = (minutes * 60 + second) * 1000 + Int(tenths) * 100 + thousandths
    }

    /// The next two digits, if `end` stands behind them.
    private static func pair(
        _ text: inout some IteratorProtocol<UInt8>, then end: Unicode.Scalar? = nil
    ) -> Int? {
        guard let tens = text.next(), case let tens = tens &- UInt8(ascii: "0"), tens < 10,
            let ones = text.next(), case let ones = ones &- UInt8(ascii: "0"), ones < 10
        else { return nil }
        if let end, text.next() != UInt8(ascii: end) { return nil }
        return Int(tens) * 10 + Int(ones)
    }

    /// Reads RFC 3339 with any zone (`Z`, `+07:00`) and any number of decimals; more than three
    /// are cut off. Nil if it is not a real moment; a leap second is not.
    package init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
            let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
            let date = CivilDate(year: year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var at = 19
        var fraction = 0
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            var scale = 100
            let first = at
            while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit < 10 {
                fraction += Int(digit) * scale
                scale /= 10
                at += 1
            }
            guard at > first else { return nil }
        }
        guard let zoneMinutes = Self.zone(bytes[at...]) else { return nil }
        let minutes = date.dayNumber * 1440 + hour * 60 + minute - zoneMinutes
        self.init(milliseconds: (minutes * 60 + second) * 1000 + fraction)
        guard isWritable else { return nil }
    }

    private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.count == 1, bytes.first == UInt8(ascii: "Z") || bytes.first == UInt8(ascii: "z") {
            return 0
        }
        let start = bytes.startIndex
        guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"),
            let hours = number(bytes[(start + 1)..<(start + 3)]),
            let minutes = number(bytes[(start + 4)...]), hours < 24, minutes < 60
        else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard case let digit = digit &- UInt8(ascii: "0"), digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    package static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Instant: CustomStringConvertible {
    public var description: String { String(decoding: text, as: UTF8.self) }
}
