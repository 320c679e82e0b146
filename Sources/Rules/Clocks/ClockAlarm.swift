package import Entries
package import Events

/// A point of a clock that is written down when it is reached, once.
package struct ClockAlarm: Hashable, Sendable {
    package enum Kind: String, FieldWord {
        case near
        case missed
        case escalated
        /// The law approves what was not decided in time. It leaves no mark here: the case is
        /// over.
        case approved
        /// The petitioner is to be told of the delay. It leaves no mark here: the notice starts
        /// the clock anew.
        case delay
    }

    package var kind: Kind
    package var clock: String
    /// Of the clock; of an escalation the rung.
    package var round: Int

    package init(_ kind: Kind, _ clock: String, round: Int) {
        self.kind = kind
        self.clock = clock
        self.round = round
    }
}

/// An alarm that is not written down yet.
package struct DueAlarm: Hashable, Sendable {
    package var at: Instant
    package var alarm: ClockAlarm
}

extension [ClockAlarm] {
    /// Takes in what was written down; a case that is opened again climbs the ladder anew.
    package mutating func take(_ event: PetitionEvent) {
        switch event {
        case .deadlineNear(let data):
            append(ClockAlarm(.near, data.clock, round: data.round))
        case .deadlineMissed(let data):
            append(ClockAlarm(.missed, data.clock, round: data.round))
        case .escalated(let data):
            append(ClockAlarm(.escalated, data.clock, round: data.rung))
        case .reopened: removeAll { $0.kind == .escalated }
        default: break
        }
    }
}
