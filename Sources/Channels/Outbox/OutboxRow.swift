package import Entries

/// A message to be sent, as whoever has read its event asks for it.
///
/// It holds references only: whom it is for and what it says are looked up when it goes out.
package struct NewOutboxRow: Equatable, Sendable {
    /// The event that it tells of.
    package var event: EventID
    package var position: Position
    /// `petition/KT1080767000011`, `account/…`: whose message it is.
    package var stream: String
    package var template: String
    package var channel: String
    /// Who of those concerned: one event may be told to several.
    package var role: String
    /// With a one-time code: until when it is good. It is never sent a second time.
    package var expires: Instant?

    package init(
        event: EventID, position: Position, stream: String, template: String,
        channel: String = "email", role: String = "citizen", expires: Instant? = nil
    ) {
        self.event = event
        self.position = position
        self.stream = stream
        self.template = template
        self.channel = channel
        self.role = role
        self.expires = expires
    }

    /// The same however often the event is read: one event, one channel, one recipient, one row.
    package var key: String { "\(event)/\(channel)/\(role)" }
}

/// A message in the outbox.
package struct OutboxRow: Equatable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case waiting
        /// Being handed over at this moment, or when the program ended.
        case sending
        case sent
        case failed
        /// Not sent, because there is no mail server: a page of the office shows it.
        case shown
    }

    /// Why a message was not sent.
    package enum Failure: String, CaseIterable, Sendable {
        /// Nobody is reached under the address.
        case noRecipient = "no-recipient"
        /// The server does not take it.
        case refused
        /// The provider carries no more for the office this month.
        case quota
        /// There was no success within the time.
        case givenUp = "given-up"
        /// A one-time code was no longer good.
        case expired
        /// A one-time code may have been sent; it is not sent again.
        case lost
        /// There is no address any more.
        case noAddress = "no-address"
        /// The person is forgotten.
        case erased
    }

    package let number: Int
    package let message: NewOutboxRow
    package let created: Instant
    package internal(set) var state: State
    package internal(set) var failure: Failure?
    /// How often it was handed over, this time included.
    package internal(set) var tries: Int
    /// Not before then.
    package internal(set) var due: Instant
    /// When it last changed its state.
    package internal(set) var changed: Instant
    /// What the server said last, by its numbers.
    package internal(set) var answer: String?
    /// Whether the log says what became of it.
    package internal(set) var isTold: Bool

    /// The `answer` of a message that waits for the end of the quiet hours.
    static let quiet = "quiet hours"
    package var isQuiet: Bool { state == .waiting && answer == Self.quiet }

    /// Whether it is worthless a second time.
    package var isCode: Bool { message.expires != nil }

    /// What stands before the `@` of its Message-ID.
    package var messageID: String { "\(message.event).\(message.channel).\(message.role)" }
}
