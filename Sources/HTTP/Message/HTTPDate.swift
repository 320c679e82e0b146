package import Entries

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
    package static func text(seconds: Int) -> String {
        let day = Instant.floorDivide(seconds, 86_400)
        let rest = seconds - day * 86_400
        let date = CivilDate(dayNumber: day)
        let weekday = weekdays[(day % 7 + 7) % 7]
        let year = String(date.year)
        return "\(weekday), \(two(date.day)) \(months[date.month - 1]) "
            + "\(String(repeating: "0", count: max(0, 4 - year.count)))\(year) "
            + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
    }

    package static func text(_ instant: Instant) -> String {
        text(seconds: Instant.floorDivide(instant.milliseconds, 1000))
    }

    /// Seconds since 1970; nil for anything but the one form above, weekday unread.
    package static func seconds(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 29, bytes[3] == UInt8(ascii: ","), bytes[19] == UInt8(ascii: ":"),
            bytes[22] == UInt8(ascii: ":"), bytes[25...].elementsEqual(" GMT".utf8),
            [4, 7, 11, 16].allSatisfy({ bytes[$0] == 0x20 }),
            let month = months.firstIndex(of: String(decoding: bytes[8..<11], as: UTF8.self)),
            let day = number(bytes[5..<7]), let year = number(bytes[12..<16]),
            let hour = number(bytes[17..<19]), let minute = number(bytes[20..<22]),
            let second = number(bytes[23..<25]), hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        return ((date.dayNumber * 24 + hour) * 60 + minute) * 60 + second
    }

    /// The first of January 1970 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        ASCII.number(String(decoding: digits, as: UTF8.self))
    }
}
