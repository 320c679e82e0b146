package import Entries
internal import Events

/// The hours in which an office leaves telephones and chats alone, by the wall clock of Thailand.
package struct QuietHours: Equatable, Sendable {
    /// Minutes after midnight.
    package let from: Int, until: Int

    package init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    /// When the silence ends in which `moment` lies; nil if it lies in none.
    package func end(at moment: Instant) -> Instant? {
        let local = moment.local
        let minute = local.millisecond / 60_000
        if from < until {
            guard minute >= from, minute < until else { return nil }
            return LocalTime(dayNumber: local.dayNumber, minute: until).instant
        }
        // Over midnight.
        guard minute >= from || minute < until else { return nil }
        let day = local.dayNumber + (minute >= from ? 1 : 0)
        return LocalTime(dayNumber: day, minute: until).instant
    }
}

extension OfficeSettings {
    /// Nil where the office writes at any hour.
    package var quietHours: QuietHours? {
        guard let from = messaging.quietFrom, let until = messaging.quietUntil else { return nil }
        return QuietHours(from: from, until: until)
    }
}
