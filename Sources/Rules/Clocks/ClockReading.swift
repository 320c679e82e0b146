package import Entries
package import Events

/// What a clock shows: instants, never remaining time, so that it stays true while nothing happens.
package struct ClockReading: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// What starts it has not happened.
        case waiting
        case running
        /// It stands still since then.
        case paused(since: Instant, ClockPause)
        /// What it watches for happened in time.
        case met(Instant)
        /// What it watches for happened, too late.
        case late(Instant)
        /// The case closed without it.
        case stopped(Instant)
    }

    package var clock: String
    package var kind: ClockKind
    package var state: State
    /// 1, and one more each time that it started anew.
    package var round: Int
    package var started: Instant?
    /// When most of its time is used; nil while it waits or stands still.
    package var near: Instant?
    /// The last moment that is in time; nil while it waits or stands still.
    package var due: Instant?
    /// Whether it runs into a year whose holidays are not declared, and so may yet move.
    package var isBeyondCalendar: Bool

    /// Whether it still counts, now or after a pause.
    package var isOpen: Bool {
        switch state {
        case .running, .paused: true
        case .waiting, .met, .late, .stopped: false
        }
    }

    /// How an open clock looks at `now`; nil for one that is not open.
    package func band(at now: Instant) -> ClockBand? {
        guard isOpen else { return nil }
        if let due, now > due { return .missed }
        if let near, now >= near { return .near }
        return .within
    }
}

/// For whom a clock stands still.
package enum ClockPause: Hashable, Sendable {
    case citizen
    case agency
    /// In a state in which the definition says so.
    case other

    package var wording: Wording {
        switch self {
        case .citizen:
            Wording(thai: "หยุดนับเวลา รอผู้ยื่นคำร้อง", english: "paused, waiting for the petitioner")
        case .agency:
            Wording(thai: "หยุดนับเวลา รอหน่วยงานอื่น", english: "paused, waiting for another agency")
        case .other: Wording(thai: "หยุดนับเวลา", english: "paused")
        }
    }
}

/// How much of its time an open clock has used.
package enum ClockBand: Hashable, Sendable {
    case within
    case near
    case missed

    package var wording: Wording {
        switch self {
        case .within: Wording(thai: "อยู่ในกำหนด", english: "within time")
        case .near: Wording(thai: "ใกล้ครบกำหนด", english: "nearly due")
        case .missed: Wording(thai: "เกินกำหนด", english: "overdue")
        }
    }
}
