package import Entries

/// An event as it stands in the log, at its position.
///
/// An object, and never changed: it is wide, many views fold the same one, and a list of them is
/// passed from thread to thread.
package final class RecordedEvent: Equatable, Sendable {
    package let position: Position
    package let id: EventID
    package let stream: StreamName
    /// The event's number within its stream, from 1.
    package let streamVersion: Int
    /// When it was recorded.
    package let time: Instant
    package let actor: String
    package let cause, correlation: EventID?
    package let frame: EventFrame
    package let event: Event

    package init(
        position: Position, id: EventID, stream: StreamName, streamVersion: Int, time: Instant,
        actor: String, cause: EventID? = nil, correlation: EventID? = nil,
        frame: EventFrame = EventFrame(), event: Event
    ) {
        self.position = position
        self.id = id
        self.stream = stream
        self.streamVersion = streamVersion
        self.time = time
        self.actor = actor
        self.cause = cause
        self.correlation = correlation
        self.frame = frame
        self.event = event
    }

    package static func == (one: RecordedEvent, other: RecordedEvent) -> Bool {
        one.position == other.position && one.id == other.id && one.stream == other.stream
            && one.streamVersion == other.streamVersion && one.time == other.time
            && one.actor == other.actor && one.cause == other.cause
            && one.correlation == other.correlation && one.frame == other.frame
            && one.event == other.event
    }

    /// When it happened: at its own time if it has one, else when it was recorded.
    package var occurredAt: Instant { frame.occurredAt ?? time }

    /// Reads a stored entry in one pass; what is not canonical or not known is refused.
    ///
    /// An event of an older version comes back as the newest one. About a microsecond for an
    /// entry of 500 bytes. Without `sections` the list of what is sealed beside it is passed over:
    /// for whoever reads many and asks none.
    package static func read(
        position: Position, bytes: [UInt8], sections: Bool = true
    ) throws(EventError) -> RecordedEvent {
        guard let range = EntryParser.typeRange(in: bytes) else {
            throw .malformed(.missing("type"))
        }
        guard let type = EventType(bytes[range]) else {
            throw .unknownType(String(decoding: bytes[range], as: UTF8.self))
        }
        let recorded: RecordedEvent?
        do throws(CanonicalError) {
            var parser = EntryParser(bytes, type: type, typeRange: range, sections: sections)
            recorded = try parser.recorded(at: position)
        } catch {
            throw .malformed(error)
        }
        guard let recorded else { throw type.unreadable }
        guard recorded.stream.kind == type.kind else {
            throw .wrongStream(type: type.text, subject: recorded.stream.subject)
        }
        return recorded
    }
}
