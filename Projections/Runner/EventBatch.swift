internal import Entries
internal import Events

/// Consecutive events, read once for all views; what follows them may be unreadable.
struct EventBatch: Sendable {
    private(set) var events: [RecordedEvent] = []
    /// Why the event after the last one could not be read.
    private(set) var failure: ProjectionFailure?

    /// Reads entries that should follow `position`, in `parts` that run side by side.
    static func decode(_ entries: [LogEntry], after position: Position) -> EventBatch {
        var batch = EventBatch()
        batch.events.reserveCapacity(entries.count)
        var last = position
        for entry in entries {
            guard entry.position == last + 1 else {
                batch.failure = .hole(after: last, found: entry.position)
                return batch
            }
            do throws(EventError) {
                batch.events.append(
                    try RecordedEvent.read(position: entry.position, bytes: entry.bytes))
            } catch {
                batch.failure = .unreadable(error, at: entry.position)
                return batch
            }
            last = entry.position
        }
        return batch
    }

    /// This batch and the one that follows it; what follows a failure is dropped.
    mutating func append(_ next: EventBatch) {
        guard failure == nil else { return }
        events += next.events
        failure = next.failure
    }
}
