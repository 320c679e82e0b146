package import Entries
internal import Events

/// In which language a date is written: Thai in the Buddhist era, English in the common one.
package enum DateLanguage: Sendable {
    case thai
    case english
}

/// How a date is written for people; machines get ISO 8601.
package enum DateStyle: Sendable {
    /// `9 กรกฎาคม 2567`, `9 July 2024`.
    case full
    /// `9 ก.ค. 2567`, `9 Jul 2024`.
    case short
    /// `วันอังคารที่ 9 กรกฎาคม 2567`, `Tuesday 9 July 2024`.
    case withWeekday
}

extension CivilDate {
    package func display(
        _ style: DateStyle = .full, in language: DateLanguage = .thai, digits: Digits = .arabic
    ) -> String {
        let text =
            switch language {
            case .thai: thai(style)
            case .english: english(style)
            }
        return digits == .thai ? Digits.thai.written(text) : text
    }

    private func thai(_ style: DateStyle) -> String {
        switch style {
        case .full: "\(day) \(Month.name(month).thai) \(buddhistYear)"
        case .short: "\(day) \(Month.abbreviation(month).thai) \(buddhistYear)"
        case .withWeekday: "\(weekday.name.thai)ที่ \(thai(.full))"
        }
    }

    private func english(_ style: DateStyle) -> String {
        switch style {
        case .full: "\(day) \(Month.name(month).english) \(year)"
        case .short: "\(day) \(Month.abbreviation(month).english) \(year)"
        case .withWeekday: "\(weekday.name.english) \(english(.full))"
        }
    }
}

/// How a time of day is written for people.
package enum TimeStyle: Sendable {
    /// `17:56 น.`, `17:56`: on screens.
    case screen
    /// `17:56:42 น.`: on receipts.
    case second
    /// `17.56 น.`: in letters.
    case letter
}

extension Instant {
    /// Date and time of day in Thailand: `9 กรกฎาคม 2567 17:56 น.`
    package func display(
        _ style: DateStyle = .full, time: TimeStyle = .screen, in language: DateLanguage = .thai,
        digits: Digits = .arabic
    ) -> String {
        let local = local
        let text =
            "\(local.date.display(style, in: language)) \(local.timeDisplay(time, in: language))"
        return digits == .thai ? Digits.thai.written(text) : text
    }
}

extension LocalTime {
    package func timeDisplay(
        _ style: TimeStyle = .screen, in language: DateLanguage = .thai
    ) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text =
            switch style {
            case .screen: "\(two(hour)):\(two(minute))"
            case .second: "\(two(hour)):\(two(minute)):\(two(second))"
            case .letter: "\(two(hour)).\(two(minute))"
            }
        return language == .thai ? text + " น." : text
    }
}
