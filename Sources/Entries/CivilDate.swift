/// A day of the proleptic Gregorian calendar (ค.ศ.), in no time zone.
public struct CivilDate: Hashable, Comparable, Sendable {
    package let year: Int, month: Int, day: Int

    /// Nil unless the day exists and its year lies within 1–9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies `dayNumber` days after 1970-01-01.
    package init(dayNumber: Int) {
        // Eras of 400 years, months from March: H. Hinnant, “chrono-compatible low-level date
        // algorithms”, civil_from_days.
        let shifted = dayNumber + 719_468
        let era = Instant.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    package var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = Instant.floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: CustomStringConvertible {
    /// Ten bytes, `2024-07-08`.
    package var text: [UInt8] {
        let digits = [year / 1000, year / 100 % 10, year / 10 % 10, year % 10]
        let rest = [-1, month / 10, month % 10, -1, day / 10, day % 10]
        return (digits + rest).map { $0 < 0 ? UInt8(ascii: "-") : UInt8(ascii: "0") + UInt8($0) }
    }

    public var description: String { String(decoding: text, as: UTF8.self) }

    /// Reads the one form that `text` writes.
    package init?(canonical text: some Collection<UInt8>) { self.init(ascii: text) }

    init?(ascii text: some Collection<UInt8>) {
        guard text.count == 10 else { return nil }
        var parts = [0, 0, 0]
        var part = 0
        for (index, byte) in text.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
                continue
            }
            guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
            parts[part] = parts[part] * 10 + Int(digit)
        }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}
