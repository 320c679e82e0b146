internal import Entries
internal import Events

/// Consecutive events, read once for all views; what follows them may be unreadable.
struct EventBatch: Sendable {
    /// The events, in pieces that follow each other.
    private(set) var parts: [[RecordedEvent]] = []
    /// Why the event after the last one could not be read.
    private(set) var failure: ProjectionFailure?

    var isEmpty: Bool { parts.isEmpty }
    var count: Int { parts.reduce(0) { $0 + $1.count } }

    /// Reads entries that should follow `position`, without their sections if nobody asks for them.
    static func decode(
        _ entries: ArraySlice<LogEntry>, after position: Position, sections: Bool
    ) -> EventBatch {
        var events: [RecordedEvent] = []
        events.reserveCapacity(entries.count)
        var failure: ProjectionFailure?
        var last = position
        for entry in entries {
            guard entry.position == last + 1 else {
                failure = .hole(after: last, found: entry.position)
                break
            }
            do throws(EventError) {
                events.append(
                    try RecordedEvent.read(
                        position: entry.position, bytes: entry.bytes, sections: sections))
            } catch {
                failure = .unreadable(error, at: entry.position)
                break
            }
            last = entry.position
        }
        return EventBatch(parts: events.isEmpty ? [] : [events], failure: failure)
    }

    /// The keys of those sections beside the events that are in `fields`, each once.
    func keys(of fields: Set<String>) -> Set<KeyReference> {
        var keys: Set<KeyReference> = []
        for part in parts {
            let events = part.span
            for index in events.indices where !events[index].frame.sections.isEmpty {
                for section in events[index].frame.sections where fields.contains(section.field) {
                    keys.insert(section.keyReference)
                }
            }
        }
        return keys
    }

    /// This batch and the one that follows it; what follows a failure is dropped.
    mutating func append(_ next: EventBatch) {
        guard failure == nil else { return }
        parts += next.parts
        failure = next.failure
    }
}
