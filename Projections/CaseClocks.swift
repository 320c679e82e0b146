package import Entries
package import Events
package import Rules

/// When the clocks of an open case are near and due; nothing where one does not run.
package struct CaseClocks: Equatable, Sendable {
    package var receive = ClockTimes()
    package var answer = ClockTimes()
    package var finish = ClockTimes()
    /// The citizen's: until when what was returned is to be corrected.
    package var correction = ClockTimes()

    package init() {}

    /// Those that run, of what the clocks of a case show.
    package init(_ readings: [ClockReading]) {
        for reading in readings where reading.isOpen && reading.due != nil {
            let times = ClockTimes(near: reading.near, due: reading.due)
            switch reading.kind {
            case .receive: receive.take(times)
            case .firstAnswer: answer.take(times)
            case .finish: finish.take(times)
            case .correction: correction.take(times)
            case .delayNotice, .resultNotice: break
            }
        }
    }

    /// The office's own, in the order of a case's course.
    package var limits: [(kind: ClockKind, times: ClockTimes)] {
        [(.receive, receive), (.firstAnswer, answer), (.finish, finish)]
    }

    /// The office's first: when a clock is first near, and when one is first due.
    package var next: ClockTimes {
        ClockTimes(
            near: limits.compactMap(\.times.near).min(),
            due: limits.compactMap(\.times.due).min())
    }

    /// Which of the office's clocks is first due.
    package var nextLimit: ClockKind? {
        limits.first { $0.times.due != nil && $0.times.due == next.due }?.kind
    }
}

/// When a clock is near its end and when it ends; stored instants, never remaining time.
package struct ClockTimes: Hashable, Sendable {
    package var near: Instant?
    package var due: Instant?

    package init(near: Instant? = nil, due: Instant? = nil) {
        self.near = near
        self.due = due
    }

    /// Of two clocks of one kind, the one that is due first.
    mutating func take(_ other: ClockTimes) {
        guard let due, let theirs = other.due else { return self = other }
        if theirs < due { self = other }
    }
}
