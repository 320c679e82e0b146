package import Entries
package import Events

/// How a clock comes to what it shows: every stretch of time, counted or not, and why.
package struct ClockExplanation: Equatable, Sendable {
    package let definition: ClockDefinition
    package let reading: ClockReading
    package let steps: [ClockStep]
    /// The version of the calendar that it was counted with.
    package let calendarVersion: Int
    /// The last year, C.E., whose holidays are known.
    package let lastDeclaredYear: Int?

    /// One line: what is promised and when it is due.
    package var summary: Wording {
        let limit = definition.limit.wording
        let name = definition.name
        let promise = Wording(
            thai: "\(name.thai) ภายใน \(limit.thai)",
            english: "\(name.english ?? name.thai) within \(limit.english)")
        guard let due = reading.due else { return promise }
        return Wording(
            thai: "\(promise.thai) ครบกำหนด \(due.display(.short))",
            english: "\(promise.english), due \(due.display(.short, in: .english))")
    }

    /// That the deadline may move, if it may.
    package var caution: Wording? {
        guard reading.isBeyondCalendar else { return nil }
        guard let year = lastDeclaredYear else {
            return Wording(
                thai: "ยังไม่มีการประกาศปฏิทินวันหยุด กำหนดนี้อาจเปลี่ยน",
                english: "No calendar of holidays is declared; this date may move")
        }
        return Wording(
            thai: "ปฏิทินวันหยุดประกาศถึงปี \(year + 543) กำหนดนี้อาจเปลี่ยน",
            english: "Holidays are declared up to \(year); this date may move")
    }
}

/// One stretch of time in an explanation.
package struct ClockStep: Equatable, Sendable {
    package var from: Instant
    /// Nil while it lasts.
    package var to: Instant?
    package var why: Why

    package init(from: Instant, to: Instant?, why: Why) {
        self.from = from
        self.to = to
        self.why = why
    }

    package enum Why: Equatable, Sendable {
        /// It came in at `from` and was received at `to`.
        case receivedLater
        case reopened
        /// The petitioner had completed the documents.
        case complete
        /// A round had passed.
        case repeated
        case extended(TimeSpan)
        case firstDay
        /// Days counted here, and with those before them, of how many.
        case days(Int, sum: Int, of: Int, unit: TimeUnit)
        /// Milliseconds counted here.
        case time(Int)
        case weekend
        case holiday(LocalText)
        /// The office was closed.
        case closed
        case paused(ClockPause)
        /// Whole days that a pause leaves out.
        case pausedDays(ClockPause)
    }

    package var isCounted: Bool {
        switch why {
        case .days, .time: true
        default: false
        }
    }
}

extension TimeSpan {
    /// `15 วันทำการ`, `15 working days`, `ทันที`.
    package var wording: Wording {
        unit == .immediately
            ? unit.label
            : Wording(
                thai: "\(amount) \(unit.label.thai)", english: "\(amount) \(unit.label.english)")
    }
}
