internal import Entries
internal import EventLog

/// A run of entries as one stream sends it.
struct EventChunk: Sendable {
    /// How much a turn sends: enough to be cheap, so little that others get their turn.
    private static let bytes = 48 << 10
    private static let entries = 512
    /// Entries that are read at once: most of them fit into what is sent.
    private static let run = 64

    let bytes: [UInt8]
    /// The last position that was looked at.
    let end: Position
    /// Whether there was nothing to look at: `end` is the head.
    let isAtHead: Bool

    init(
        _ log: EventLog, after position: Position, through last: Position, _ filter: EventFilter,
        _ form: EventForm
    ) throws {
        var bytes: [UInt8] = []
        var end = position
        var isQuiet = false
        var standings = CaseStandings(log)
        let last = min(last, position + UInt64(Self.entries))
        search: while end < last {
            let entries = try log.read(after: end, limit: min(Self.run, Int(last - end)))
            if entries.isEmpty { break }
            for entry in entries {
                end = entry.position
                isQuiet = try !filter.passes(entry, &standings)
                if isQuiet { continue }
                form.add(entry, epoch: log.epoch, to: &bytes)
                if bytes.count >= Self.bytes { break search }
            }
        }
        if isQuiet { form.add(Cursor(epoch: log.epoch, position: end), to: &bytes) }
        self.bytes = bytes
        self.end = end
        isAtHead = end == position
    }
}

/// The chunks that were made last: a thousand systems that follow the head ask for the same.
struct EventChunks {
    private struct Key: Hashable {
        let position: Position
        let filter: EventFilter
        let form: EventForm
    }

    private var chunks: [Key: EventChunk] = [:]
    private var head: Position = 0

    /// None is kept beyond the moment in which the log grew.
    mutating func chunk(
        after position: Position, _ filter: EventFilter, _ form: EventForm, at head: Position
    ) -> EventChunk? {
        if head != self.head {
            chunks.removeAll(keepingCapacity: true)
            self.head = head
        }
        return chunks[Key(position: position, filter: filter, form: form)]
    }

    mutating func keep(
        _ chunk: EventChunk, after position: Position, _ filter: EventFilter, _ form: EventForm,
        at head: Position
    ) {
        guard head == self.head, chunks.count < 16 else { return }
        chunks[Key(position: position, filter: filter, form: form)] = chunk
    }
}
