package import Entries
package import Events

/// What an entry says of its event, as far as a state wants to know it.
package struct Recording: Equatable, Sendable {
    package var actor: String
    /// When it was recorded.
    package var time: Instant
    /// The event's number within its stream.
    package var version: Int
    package var isImported: Bool
    /// When it happened, if that was elsewhere or earlier.
    package var occurredAt: Instant?
    /// Its number within its case elsewhere, if it came with an import.
    package var stepIndex: Int?

    package init(
        actor: String, time: Instant, version: Int, isImported: Bool = false,
        occurredAt: Instant? = nil, stepIndex: Int? = nil
    ) {
        self.actor = actor
        self.time = time
        self.version = version
        self.isImported = isImported
        self.occurredAt = occurredAt
        self.stepIndex = stepIndex
    }

    package init(actor: String, time: Instant, version: Int, frame: EventFrame) {
        self.init(
            actor: actor, time: time, version: version, isImported: frame.isImported,
            occurredAt: frame.occurredAt, stepIndex: frame.step?.index)
    }

    package init(_ recorded: RecordedEvent) {
        self.init(
            actor: recorded.actor, time: recorded.time, version: recorded.streamVersion,
            frame: recorded.frame)
    }

    package var happenedAt: Instant { occurredAt ?? time }
}
