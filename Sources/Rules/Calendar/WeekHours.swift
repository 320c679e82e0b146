package import Events

/// When an office is open in the course of a week.
package struct WeekHours: Equatable, Sendable {
    /// Minutes of the day that are open, in order, for Monday to Sunday; half-open.
    private let days: [[Range<Int>]]
    /// Whether it never closes, not even on holidays.
    package let isNeverClosed: Bool

    /// Reads the hours of a setting; none at all means never closed.
    package init(_ hours: [DayHours]) throws(HoursRefusal) {
        var days: [[Range<Int>]] = Array(repeating: [], count: 7)
        for entry in hours {
            guard (1...7).contains(entry.weekday), entry.openMinute >= 0,
                entry.openMinute < entry.closeMinute, entry.closeMinute <= 1440
            else { throw .notHours }
            days[entry.weekday - 1].append(entry.openMinute..<entry.closeMinute)
        }
        for index in days.indices {
            days[index].sort { $0.lowerBound < $1.lowerBound }
            for (one, next) in zip(days[index], days[index].dropFirst())
            where one.upperBound > next.lowerBound { throw .overlap }
        }
        isNeverClosed = hours.isEmpty
        self.days = hours.isEmpty ? Array(repeating: [0..<1440], count: 7) : days
    }

    private init(days: [[Range<Int>]]) {
        self.days = days
        isNeverClosed = false
    }

    /// Monday to Friday, 08:30–12:00 and 13:00–16:30.
    package static let standard = WeekHours(
        days: (1...7).map { $0 <= 5 ? [510..<720, 780..<990] : [] })

    /// The open minutes of a day that is no holiday.
    package func spans(on weekday: Weekday) -> [Range<Int>] { days[weekday.rawValue - 1] }

    package func isOpen(on weekday: Weekday) -> Bool { !days[weekday.rawValue - 1].isEmpty }
}

package enum HoursRefusal: Refusal {
    /// A weekday, an hour or their order is wrong.
    case notHours
    case overlap

    package var wording: Wording {
        switch self {
        case .notHours:
            Wording(
                thai: "เวลาเปิดต้องมาก่อนเวลาปิดในวันเดียวกัน เช่น 08:30 ถึง 16:30",
                english: "Opening must come before closing on the same day, such as 08:30 to 16:30")
        case .overlap:
            Wording(
                thai: "ช่วงเวลาทำการในวันเดียวกันต้องไม่ซ้อนกัน",
                english: "The hours of one day must not overlap")
        }
    }
}
