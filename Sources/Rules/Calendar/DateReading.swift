package import Entries
package import Events

extension CivilDate {
    /// Reads a date as people write it: `27 มีนาคม 2567`, `27 มี.ค. 2567`, `27/3/2567`,
    /// `2563-02-25`, `27 March 2024`, in Thai digits too.
    ///
    /// A year from 2400 on is Buddhist, one from 1900 to 2100 is common; two digits are refused,
    /// since 67 could be either. A number of four digits in front makes it year, month, day.
    package init(typed text: some StringProtocol) throws(DateRefusal) {
        var words = Self.words(text)
        words.removeAll { ["วันที่", "พศ", "คศ", "เดือน", "ปี"].contains($0) }
        guard words.count == 3 else { throw .notADate }
        if words[0].utf8.count == 4, Int(words[0]) != nil { words.swapAt(0, 2) }
        try self.init(day: words[0], month: words[1], year: words[2])
    }

    /// Reads the three boxes of a form; the month may be a number or a name.
    package init(
        day: some StringProtocol, month: some StringProtocol, year: some StringProtocol
    ) throws(DateRefusal) {
        guard let day = Self.number(day), let year = Self.number(year),
            let month = Self.number(month)?.value ?? Month.number(named: month)
        else { throw .notADate }
        guard year.digits == 4 else { throw year.digits < 4 ? .shortYear : .yearOutOfRange }
        let commonYear: Int
        switch year.value {
        case 2400...: commonYear = year.value - 543
        case 1900...2100: commonYear = year.value
        default: throw .yearOutOfRange
        }
        guard let date = CivilDate(year: commonYear, month: month, day: day.value) else {
            throw .notADate
        }
        self = date
    }

    private static func number(_ text: some StringProtocol) -> (value: Int, digits: Int)? {
        let trimmed = ThaiText.trimmed(text)
        guard (1...6).contains(trimmed.unicodeScalars.count) else { return nil }
        var value = 0
        for scalar in trimmed.unicodeScalars {
            guard let digit = Digits.value(scalar) else { return nil }
            value = value * 10 + digit
        }
        return (value, trimmed.unicodeScalars.count)
    }

    /// Numbers and names, cut at spaces, slashes, dashes, commas, and between letter and digit.
    private static func words(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var isNumber = false
        for scalar in ThaiText.key(text).unicodeScalars where scalar != "." {
            let isDigit = Digits.value(scalar) != nil
            let isSeparator = Digits.isSeparator(scalar) || scalar == "/" || scalar == ","
            if (isSeparator || isDigit != isNumber) && !word.isEmpty {
                words.append(word)
                word = ""
            }
            if !isSeparator {
                word.unicodeScalars.append(scalar)
                isNumber = isDigit
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension Instant {
    /// Reads date and time of day as people write them: `08 ก.ค. 2567 เวลา 17:56:42 น.`
    ///
    /// The time is Thailand's; seconds may be left out, `17.56` is read as well.
    package init(typed text: some StringProtocol) throws(DateRefusal) {
        var key = ThaiText.key(text)
        for word in ["น.", "เวลา", "เมื่อ"] { key = Self.without(word, in: key) }
        let words = key.split(separator: " ")
        guard let last = words.last, words.count >= 2, let time = Self.timeOfDay(last) else {
            throw .notADate
        }
        let date = try CivilDate(typed: words.dropLast().joined(separator: " "))
        self.init(local: date, hour: time[0], minute: time[1], second: time[2])
    }

    private static func without(_ word: String, in text: String) -> String {
        text.split(separator: " ").filter { $0 != word }.joined(separator: " ")
    }

    private static func timeOfDay(_ text: Substring) -> [Int]? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.count == 2 || parts.count == 3 else { return nil }
        var time: [Int] = []
        for part in parts {
            guard part.utf8.count <= 2, let value = Int(part), value >= 0 else { return nil }
            time.append(value)
        }
        if time.count == 2 { time.append(0) }
        return time[0] < 24 && time[1] < 60 && time[2] < 60 ? time : nil
    }
}

extension DateRefusal {
    /// The same with the name of the question, for a list of what is wrong far from it.
    package func wording(of label: LocalText) -> Wording {
        Wording(
            thai: "\(label.thai): \(wording.thai)",
            english: "\(label.english ?? label.thai): \(wording.english)")
    }
}

package enum DateRefusal: Refusal {
    case notADate
    /// Two digits could be of either era.
    case shortYear
    case yearOutOfRange

    package var wording: Wording {
        switch self {
        case .notADate:
            Wording(
                thai: "วันที่ต้องเป็นวันที่จริง เช่น 27 มีนาคม 2567",
                english: "The date must be a real one, such as 27 March 2024")
        case .shortYear:
            Wording(
                thai: "กรอกปีเป็นตัวเลข 4 หลัก เช่น 2567",
                english: "Enter the year with four digits, such as 2567 or 2024")
        case .yearOutOfRange:
            Wording(
                thai: "ปีต้องเป็น พ.ศ. ตั้งแต่ 2400 หรือ ค.ศ. ระหว่าง 1900 ถึง 2100",
                english: "The year must be B.E. from 2400 on, or C.E. from 1900 to 2100")
        }
    }
}
