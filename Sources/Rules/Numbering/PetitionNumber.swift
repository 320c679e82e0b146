package import Entries
package import Events

/// A petition's public number, `KT1080767000011`.
///
/// The office's letters, one digit, the day of filing as `ddmmyy` of the Buddhist era, and a
/// running number of six digits that is never reset and grows to seven past 999999. It tells
/// nothing that is secret: whoever follows a case by it needs something else as well.
package struct PetitionNumber: Hashable, Sendable {
    package static let standardWidth = 6

    package let prefix: String
    package let digit: Int
    package let date: CivilDate
    package let running: Int
    /// The number as it is written and used as the name of the case's stream.
    package let text: String

    /// Nil unless the prefix has two or three capital letters and the rest is in range.
    package init?(
        prefix: String, digit: Int, date: CivilDate, running: Int, width: Int = standardWidth
    ) {
        guard Self.isPrefix(prefix), (0...9).contains(digit), running > 0,
            Self.widths.contains(width)
        else { return nil }
        self.prefix = prefix
        self.digit = digit
        self.date = date
        self.running = running
        text =
            "\(prefix)\(digit)" + Self.padded(date.day, 2) + Self.padded(date.month, 2)
            + Self.padded(date.buddhistYear % 100, 2) + Self.padded(running, width)
    }

    /// Reads what was typed: small letters, spaces, dashes and Thai digits are accepted.
    ///
    /// Two digits of a year do not tell the century: they are taken as 25xx.
    package init(_ typed: some StringProtocol) throws(NumberRefusal) {
        let letters = Digits.arabic.written(typed).uppercased().unicodeScalars.filter {
            !Digits.isSeparator($0)
        }
        let prefix = String(String.UnicodeScalarView(letters.prefix { !("0"..."9" ~= $0) }))
        let digits = letters.dropFirst(prefix.unicodeScalars.count).map { Digits.value($0) }
        guard digits.count >= 7 + Self.widths.lowerBound, digits.count <= 7 + 12,
            let values = Self.present(digits),
            let date = CivilDate(
                year: 2500 + Self.value(values[5..<7]) - 543, month: Self.value(values[3..<5]),
                day: Self.value(values[1..<3])),
            case let running = values[7...],
            let number = PetitionNumber(
                prefix: prefix, digit: values[0], date: date, running: Self.value(running),
                width: running.first == 0 ? running.count : min(running.count, Self.standardWidth))
        else { throw .notANumber }
        self = number
    }

    /// What a guest keeps with a password, `2026-14`: the year of the common era, the running number.
    package var trackingCode: String { "\(date.year)-\(running)" }

    /// The widths that an office may set.
    package static let widths = 4...9

    package static func isPrefix(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private static func present(_ digits: [Int?]) -> [Int]? {
        let values = digits.compactMap { $0 }
        return values.count == digits.count ? values : nil
    }

    private static func value(_ digits: ArraySlice<Int>) -> Int {
        digits.reduce(0) { $0 * 10 + $1 }
    }
}

extension PetitionNumber: CustomStringConvertible {
    package var description: String { text }
}

package enum NumberRefusal: Refusal {
    case notANumber

    package var wording: Wording {
        Wording(
            thai: "กรอกเลขที่คำร้องให้ครบตามใบรับคำร้อง เช่น KT1080767000011",
            english: "Enter the whole request number from the receipt, such as KT1080767000011")
    }
}
