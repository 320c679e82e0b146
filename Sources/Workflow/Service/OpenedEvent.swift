package import Entries
internal import EventLog
package import Events
internal import Projections

extension Office {
    /// The event at a position; nil beyond the head.
    package func event(at position: Position) throws -> RecordedEvent? {
        try log.entry(at: position).map { try RecordedEvent.read($0) }
    }

    /// What the sections of one kind beside an event hold, as far as it may still be known.
    package func sections<S: Section>(
        _ type: S.Type, of event: RecordedEvent
    ) throws -> [SectionContent<S>] {
        let open = sectionOpener
        var found: [SectionContent<S>] = []
        for section in event.frame.sections where section.field == S.kind.rawValue {
            switch try open(event, section) {
            case .clear(let bytes): found.append(.clear(try S.decoded(bytes)))
            case .erased(let position, let time), .lost(let position, let time):
                found.append(.erased(at: position, on: time))
            case .unavailable:
                throw ProjectionFailure.sectionUnavailable(
                    field: section.field, at: event.position)
            }
        }
        return found
    }

    /// The first of them, if it is there and not erased.
    package func section<S: Section>(_ type: S.Type, of event: RecordedEvent) throws -> S? {
        try sections(type, of: event).lazy.compactMap(\.content).first
    }
}

/// A sealed section, opened as far as it may still be known.
package enum SectionContent<S: Section>: Sendable {
    case clear(S)
    /// The key is destroyed: which event says so, and when it was recorded.
    case erased(at: Position, on: Instant)

    package var content: S? {
        if case .clear(let content) = self { content } else { nil }
    }
}
