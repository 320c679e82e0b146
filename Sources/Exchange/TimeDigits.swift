internal import Entries

/// A text of digits that is read as a time, from front to back.
struct TimeDigits {
    let bytes: [UInt8]
    private(set) var offset = 0
    var year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0
    private var isAfternoon: Bool?
    private var zoneMinutes: Int?

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    mutating func take(
        _ least: Int, upTo most: Int? = nil, into field: WritableKeyPath<Self, Int>
    ) -> Bool {
        let start = offset
        var value = 0
        while offset < bytes.count, offset - start < (most ?? least),
            case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10
        {
            value = value * 10 + Int(digit)
            offset += 1
        }
        guard offset - start >= least else { return false }
        self[keyPath: field] = value
        return true
    }

    mutating func takeHourOfTwelve(_ least: Int) -> Bool {
        guard take(least, upTo: 2, into: \.hour), (1...12).contains(hour) else { return false }
        hour %= 12
        return true
    }

    /// `AM` or `PM`, in either case.
    mutating func takeHalf() -> Bool {
        guard offset + 2 <= bytes.count, bytes[offset + 1] | 0x20 == UInt8(ascii: "m") else {
            return false
        }
        switch bytes[offset] | 0x20 {
        case UInt8(ascii: "a"): isAfternoon = false
        case UInt8(ascii: "p"): isAfternoon = true
        default: return false
        }
        offset += 2
        return true
    }

    /// `Z`, `+01:00`, `+0100` or `+01`.
    mutating func takeZone() -> Bool {
        if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) {
            zoneMinutes = 0
            return true
        }
        let isWest = take(UInt8(ascii: "-"))
        guard isWest || take(UInt8(ascii: "+")) else { return false }
        let kept = (hour, minute)
        defer { (hour, minute) = kept }
        guard take(2, into: \.hour), hour < 24 else { return false }
        minute = 0
        if take(UInt8(ascii: ":")) || !isAtEnd {
            guard take(2, into: \.minute), minute < 60 else { return false }
        }
        zoneMinutes = (hour * 60 + minute) * (isWest ? -1 : 1)
        return true
    }

    /// Nil if the fields are no real moment, or none that can be written.
    func instant(in zone: LocalZone) -> Instant? {
        guard let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60,
            second < 60
        else { return nil }
        let hours = isAfternoon == true ? hour + 12 : hour
        let wall =
            date.dayNumber * 86_400_000 + hours * 3_600_000 + minute * 60_000 + second * 1000
            + millisecond
        let instant =
            zoneMinutes.map { Instant(milliseconds: wall - $0 * 60_000) }
            ?? zone.instant(wallMilliseconds: wall)
        return instant.isWritable ? instant : nil
    }
}

extension TimeDigits {
    /// ISO 8601 as XES and most others write it: a date, or a date and a time with any number of
    /// decimals (cut off after three) and a zone or none.
    static func iso(_ bytes: [UInt8], in zone: LocalZone) -> Instant? {
        var text = TimeDigits(bytes: bytes)
        guard text.take(4, into: \.year), text.take(UInt8(ascii: "-")),
            text.take(2, into: \.month), text.take(UInt8(ascii: "-")), text.take(2, into: \.day)
        else { return nil }
        if text.isAtEnd { return text.instant(in: zone) }
        guard
            text.take(UInt8(ascii: "T")) || text.take(UInt8(ascii: " "))
                || text.take(UInt8(ascii: "t")),
            text.take(2, into: \.hour), text.take(UInt8(ascii: ":")), text.take(2, into: \.minute)
        else { return nil }
        if text.take(UInt8(ascii: ":")) {
            guard text.take(2, into: \.second) else { return nil }
            if text.take(UInt8(ascii: ".")), !text.takeDecimals() { return nil }
        }
        guard text.isAtEnd || text.takeZone(), text.isAtEnd else { return nil }
        return text.instant(in: zone)
    }

    private mutating func takeDecimals() -> Bool {
        var scale = 100
        millisecond = 0
        let start = offset
        while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10
        {
            millisecond += Int(digit) * scale
            scale /= 10
            offset += 1
        }
        return offset > start
    }
}
