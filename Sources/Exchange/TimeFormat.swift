package import Entries

/// How a foreign file writes times: `MM/dd/yyyy hh:mm:ss a`.
///
/// Digits: `yyyy`, `MM`, `dd`, `HH` (0–23), `hh` (1–12, with `a` for AM or PM), `mm`, `ss`, `SSS`;
/// one letter alone (`M`, `d`, `H`, `h`) takes one or two digits. `Z` is a zone (`Z`, `+01:00`).
/// Everything else stands for itself.
package struct TimeFormat: Equatable, Sendable {
    package let pattern: String
    private let parts: [Part]

    private enum Part: Equatable {
        case year, fraction, half, zone
        case month(Int)
        case day(Int)
        case hour(Int)
        case hourOfTwelve(Int)
        case minute, second
        case literal(UInt8)
    }

    /// Nil if the pattern does not give year, month and day, or has an unknown run of letters.
    package init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = Array(pattern.utf8)[...]
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }.count
            let isLetter = (0x41...0x5A).contains(letter & 0xDF)
            if isLetter && letter != UInt8(ascii: "T") {
                guard let part = Self.part(letter, run) else { return nil }
                parts.append(part)
                rest = rest.dropFirst(run)
            } else {
                parts.append(.literal(letter))
                rest = rest.dropFirst()
            }
        }
        let hasMonth = parts.contains(.month(1)) || parts.contains(.month(2))
        let hasDay = parts.contains(.day(1)) || parts.contains(.day(2))
        let hasTwelve = parts.contains(.hourOfTwelve(1)) || parts.contains(.hourOfTwelve(2))
        guard parts.contains(.year), hasMonth, hasDay, hasTwelve == parts.contains(.half) else {
            return nil
        }
        self.pattern = pattern
        self.parts = parts
    }

    private static func part(_ letter: UInt8, _ run: Int) -> Part? {
        switch (letter, run) {
        case (UInt8(ascii: "y"), 4): .year
        case (UInt8(ascii: "M"), 1...2): .month(run)
        case (UInt8(ascii: "d"), 1...2): .day(run)
        case (UInt8(ascii: "H"), 1...2): .hour(run)
        case (UInt8(ascii: "h"), 1...2): .hourOfTwelve(run)
        case (UInt8(ascii: "m"), 2): .minute
        case (UInt8(ascii: "s"), 2): .second
        case (UInt8(ascii: "S"), 3): .fraction
        case (UInt8(ascii: "a"), 1): .half
        case (UInt8(ascii: "Z"), 1): .zone
        default: nil
        }
    }

    /// The moment that `text` means, in `zone` unless it names its own; nil if it is none.
    package func instant(_ text: String, in zone: LocalZone) -> Instant? {
        var digits = TimeDigits(bytes: Array(text.utf8))
        for part in parts where !take(part, from: &digits) { return nil }
        guard digits.isAtEnd else { return nil }
        return digits.instant(in: zone)
    }

    private func take(_ part: Part, from text: inout TimeDigits) -> Bool {
        switch part {
        case .year: text.take(4, into: \.year)
        case .month(let least): text.take(least, upTo: 2, into: \.month)
        case .day(let least): text.take(least, upTo: 2, into: \.day)
        case .hour(let least): text.take(least, upTo: 2, into: \.hour)
        case .hourOfTwelve(let least): text.takeHourOfTwelve(least)
        case .minute: text.take(2, into: \.minute)
        case .second: text.take(2, into: \.second)
        case .fraction: text.take(3, into: \.millisecond)
        case .half: text.takeHalf()
        case .zone: text.takeZone()
        case .literal(let byte): text.take(byte)
        }
    }
}
