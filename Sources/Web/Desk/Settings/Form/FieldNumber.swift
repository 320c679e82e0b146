internal import Events
internal import Rules

/// How a number of a setting is written for people: a time of day, a size, an amount of money.
enum FieldNumber {
    case plain
    /// Minutes after midnight, `08:30`.
    case time
    /// Bytes, `16 MB`.
    case size
    /// Satang, `20.50` baht.
    case money

    init(_ key: String) {
        switch key {
        case "open_minute", "close_minute", "quiet_from_minute", "quiet_until_minute": self = .time
        case "largest_bytes": self = .size
        case "satang": self = .money
        default: self = .plain
        }
    }

    func text(_ number: Int) -> String {
        switch self {
        case .plain: "\(number)"
        case .time: "\(Self.two(number / 60)):\(Self.two(number % 60))"
        case .size:
            Self.units.first { number > 0 && number % $0.bytes == 0 }
                .map { "\(number / $0.bytes) \($0.name)" } ?? "\(number)"
        case .money: "\(number / 100).\(Self.two(number % 100))"
        }
    }

    func number(_ typed: String) -> Int? {
        let text = Digits.arabic.written(typed)
        switch self {
        case .plain: return Self.whole(text)
        case .time:
            let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
            guard parts.count == 2, let hour = Self.whole(parts[0]),
                let minute = Self.whole(parts[1]), (0...24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            return hour * 60 + minute
        case .size:
            let upper = text.uppercased()
            let unit = Self.units.first { upper.hasSuffix($0.name) }
            let digits = unit.map { String(upper.dropLast($0.name.count)) } ?? upper
            guard let amount = Self.whole(ThaiText.trimmed(digits)), amount <= 1 << 30 else {
                return nil
            }
            return amount * (unit?.bytes ?? 1)
        case .money:
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard let baht = Self.whole(String(parts[0])), parts.count <= 2, baht >= 0 else {
                return nil
            }
            guard parts.count == 2 else { return baht * 100 }
            guard (1...2).contains(parts[1].count), let part = Self.whole(String(parts[1])),
                part >= 0
            else { return nil }
            return baht * 100 + (parts[1].count == 1 ? part * 10 : part)
        }
    }

    var expected: Wording {
        switch self {
        case .plain: Wording(thai: "กรอกจำนวนเต็ม", english: "Enter a whole number")
        case .time: Wording(thai: "กรอกเวลา เช่น 08:30", english: "Enter a time such as 08:30")
        case .size: Wording(thai: "กรอกขนาด เช่น 16 MB", english: "Enter a size such as 16 MB")
        case .money:
            Wording(thai: "กรอกจำนวนเงินเป็นบาท เช่น 20.50", english: "Enter baht such as 20.50")
        }
    }

    private static let units: [(name: String, bytes: Int)] = [
        ("MB", 1 << 20), ("KB", 1 << 10),
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func whole(_ text: String) -> Int? {
        guard text.utf8.count <= 12 else { return nil }
        return Int(text)
    }
}
