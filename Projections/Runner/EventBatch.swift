internal import Entries
internal import Events

/// Consecutive events, read once for all views; what follows them may be unreadable.
struct EventBatch: Sendable {
    let events: [RecordedEvent]
    /// Why the event after the last one could not be read.
    let failure: ProjectionFailure?

    /// Reads what stands after `position` up to `end`, without the sections beside the events if
    /// nobody asks for them.
    ///
    /// The bytes of an entry are let go by the thread that read them, as soon as they are decoded.
    static func read(
        from source: EventSource, after position: Position, through end: Position, sections: Bool
    ) throws -> EventBatch {
        var events: [RecordedEvent] = []
        events.reserveCapacity(Int(end - position))
        var failure: ProjectionFailure?
        while failure == nil, case let last = position + Position(events.count), last < end {
            let entries = try source.read(last, Int(end - last))
            if entries.isEmpty { failure = .hole(after: last, found: end) }
            failure = failure ?? decode(entries, after: last, sections: sections, into: &events)
        }
        return EventBatch(events: events, failure: failure)
    }

    /// Decodes entries that should follow `position`; what is wrong with the first that does not,
    /// or cannot be read.
    private static func decode(
        _ entries: [LogEntry], after position: Position, sections: Bool,
        into events: inout [RecordedEvent]
    ) -> ProjectionFailure? {
        var last = position
        for entry in entries {
            guard entry.position == last + 1 else {
                return .hole(after: last, found: entry.position)
            }
            do throws(EventError) {
                events.append(
                    try RecordedEvent.read(
                        position: entry.position, bytes: entry.bytes, sections: sections))
            } catch {
                return .unreadable(error, at: entry.position)
            }
            last = entry.position
        }
        return nil
    }

    /// The keys of those sections beside the events that are in `fields`, each once.
    func keys(of fields: Set<String>) -> Set<KeyReference> {
        var keys: Set<KeyReference> = []
        let events = events.span
        for index in events.indices where !events[index].frame.sections.isEmpty {
            for section in events[index].frame.sections where fields.contains(section.field) {
                keys.insert(section.keyReference)
            }
        }
        return keys
    }
}
