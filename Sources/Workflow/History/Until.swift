package import Entries
package import EventLog
package import Events

/// Up to where history is looked at.
package enum Until: Equatable, Sendable {
    case head
    case position(Position)
    /// What was recorded at this time or before.
    case recorded(Instant)
    /// What had happened at this time or before, whenever it was recorded.
    case occurred(Instant)

    /// Reads a position (an integer, also `8,826`) or a time (RFC 3339 with its zone); nil if it
    /// is neither.
    package init?(_ text: String, isOccurred: Bool) {
        if let position = Self.position(text) {
            guard !isOccurred else { return nil }
            self = .position(position)
        } else if let instant = Instant(rfc3339: text) {
            self = isOccurred ? .occurred(instant) : .recorded(instant)
        } else {
            return nil
        }
    }

    /// A position as people are shown it has a comma after each thousand.
    private static func position(_ text: String) -> Position? {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
        }
        guard isPlain else { return nil }
        guard text.contains(",") else { return Position(text) }
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...3).contains(groups[0].utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return Position(groups.joined())
    }

    /// The time that it names, if it names one.
    package var instant: Instant? {
        switch self {
        case .recorded(let instant), .occurred(let instant): instant
        case .head, .position: nil
        }
    }

    /// Whether `event`, which lies at or before `end`, belongs to that moment.
    package func includes(_ event: RecordedEvent) -> Bool {
        guard case .occurred(let instant) = self else { return true }
        return event.occurredAt <= instant
    }

    /// The last position that has to be looked at. A position beyond the head means the head:
    /// whoever would have it refused asks before.
    ///
    /// For a recorded time it is found by halving: times never decrease.
    package func end(in log: EventLog) throws -> Position {
        let head = try log.head
        switch self {
        case .head, .occurred: return head
        case .position(let position): return min(position, head)
        case .recorded(let instant):
            var low: Position = 0
            var high = head
            while low < high {
                let middle = low + (high - low + 1) / 2
                guard let entry = try log.entry(at: middle) else {
                    throw LogDamage.hole(at: middle)
                }
                if try Envelope(entry.bytes).time <= instant {
                    low = middle
                } else {
                    high = middle - 1
                }
            }
            return low
        }
    }
}

extension EventLog {
    /// Every event up to the position `end`, by itself up to the head, in order; reads in batches,
    /// each in a short transaction.
    ///
    /// Without `sections` the lists of what is sealed beside them are passed over.
    package func events(
        until end: Position? = nil, sections: Bool = true, _ body: (RecordedEvent) throws -> Void
    ) throws {
        try entries(until: try end ?? head) { entry in
            try body(try RecordedEvent.read(entry, sections: sections))
        }
    }

    /// Every entry up to the position `end`.
    package func entries(until end: Position, _ body: (Entry) throws -> Void) throws {
        var position: Position = 0
        while position < end {
            let entries = try read(after: position, limit: 1000)
            guard let last = entries.last else { throw LogDamage.hole(at: position + 1) }
            for entry in entries where entry.position <= end { try body(entry) }
            position = last.position
        }
    }
}
