package import Entries
package import Events

/// How one connected system stands: what it asked, which streams it holds, what is sent to it.
package struct SystemStanding: Sendable {
    package let system: OfficeEvent.SubscriberSet
    /// Nil if it never asked for anything.
    package var usage: SystemUsage?
    /// Up to where each of its open streams was sent, and how many entries are behind that.
    package var streams: [Stream] = []
    /// Nil where nothing was ever sent to it.
    package var deliveries: Deliveries?

    package struct Stream: Equatable, Sendable {
        package let position: Position
        package let behind: Int
    }

    package struct Deliveries: Equatable, Sendable {
        package let receiver: WebhookStore.Receiver
        /// Entries of the log that it has yet to take, those that do not concern it included.
        package let behind: Int
        /// When the first of them was recorded; nil at the head.
        package let oldest: Instant?
        package let outcomes: WebhookStore.Outcomes
    }
}

/// What a system has asked for.
package struct SystemUsage: Equatable, Sendable {
    package var requests: Int
    package var last: Instant
}
