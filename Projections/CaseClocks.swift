package import Entries

/// When the clocks of an open case are near and due; nothing where one does not run.
package struct CaseClocks: Equatable, Sendable {
    package var receive = ClockTimes()
    package var answer = ClockTimes()
    package var finish = ClockTimes()
    /// The citizen's: until when what was returned is to be corrected.
    package var correction = ClockTimes()

    /// The office's first: when a clock is first near, and when one is first due.
    var next: ClockTimes {
        let clocks = [receive, answer, finish]
        return ClockTimes(
            near: clocks.compactMap(\.near).min(), due: clocks.compactMap(\.due).min())
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
