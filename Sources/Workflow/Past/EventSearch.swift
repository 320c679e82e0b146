package import Entries
package import EventLog
internal import Events

/// Which events of the log are sought, and from where on.
package struct EventSearch: Equatable, Sendable {
    /// `<stream kind>.<name>`, of any version.
    package var type: String?
    /// `<kind>/<name>`.
    package var stream: String?
    package var actor: String?
    /// Every event that this chain began with, and the first itself.
    package var correlation: EventID?
    /// Those that this one led to.
    package var cause: EventID?
    /// Only openings of personal data, of cases and of accounts.
    package var isViewing = false
    package var from: Instant?
    package var until: Instant?

    package enum Way: Equatable, Sendable {
        /// The newest before a position come first.
        case before(Position)
        /// Those that follow a position; shown the newest first as well.
        case after(Position)
    }

    private static let viewing = ".\(PetitionEvent.Viewed.name).v1"

    package var way = Way.before(.max)
    package var limit = 50

    package init() {}

    /// One page of what was found, the newest first.
    package struct Page: Sendable {
        package let entries: [Found]
        /// What a page of newer ones begins after; nil at the head.
        package let newer: Position?
        /// What a page of older ones begins before; nil at the first event.
        package let older: Position?
    }

    package struct Found: Sendable {
        package let entry: Entry
        package let envelope: Envelope

        package init(_ entry: Entry) throws {
            self.entry = entry
            envelope = try Envelope(entry.bytes)
        }
    }

    fileprivate func fits(_ envelope: Envelope) -> Bool {
        if let type, !envelope.type.hasPrefix("\(EventType.prefix)\(type).") { return false }
        if isViewing, !envelope.type.hasSuffix(Self.viewing) { return false }
        if let stream, envelope.subject != stream { return false }
        if let actor, envelope.actor != actor { return false }
        if let cause, envelope.cause != cause { return false }
        if let correlation, envelope.correlation != correlation, envelope.id != correlation {
            return false
        }
        if let from, envelope.time < from { return false }
        if let until, envelope.time > until { return false }
        return true
    }
}

extension EventLog {
    /// So many entries are looked through for one page: who seeks what is rare goes on from there.
    private static let mostLookedThrough = 50_000

    package func search(_ search: EventSearch) throws -> EventSearch.Page {
        switch search.way {
        case .before(let position):
            // Nothing that was recorded later is looked at: times never decrease.
            let end = try search.until.map { try Until.recorded($0).end(in: self) + 1 }
            return try backwards(search, from: min(position, end ?? .max, try head + 1))
        case .after(let position): return try forwards(search, from: position)
        }
    }

    private func backwards(
        _ search: EventSearch, from start: Position
    ) throws -> EventSearch.Page {
        var found: [EventSearch.Found] = []
        var position = start
        var looked = 0
        while position > 1, looked < Self.mostLookedThrough {
            let entries = try entries(of: search, before: position)
            if entries.isEmpty { position = 1 }
            for entry in entries {
                let one = try EventSearch.Found(entry)
                let envelope = one.envelope
                looked += 1
                if let from = search.from, envelope.time < from {
                    return try page(found, newer: start - 1, older: nil)
                }
                if search.fits(envelope) {
                    if found.count == search.limit {
                        return try page(found, newer: start - 1, older: position)
                    }
                    found.append(one)
                }
                position = entry.position
            }
        }
        return try page(found, newer: start - 1, older: position > 1 ? position : nil)
    }

    private func forwards(_ search: EventSearch, from start: Position) throws -> EventSearch.Page {
        var found: [EventSearch.Found] = []
        var position = start
        var looked = 0
        let head = try head
        while position < head, looked < Self.mostLookedThrough, found.count < search.limit {
            for entry in try read(after: position, limit: 1000) {
                let one = try EventSearch.Found(entry)
                let envelope = one.envelope
                looked += 1
                position = entry.position
                if search.fits(envelope) { found.append(one) }
                if found.count == search.limit { break }
            }
        }
        return EventSearch.Page(
            entries: found.reversed(), newer: position < head ? position : nil,
            older: start > 0 ? start + 1 : nil)
    }

    private func page(
        _ found: [EventSearch.Found], newer: Position, older: Position?
    ) throws -> EventSearch.Page {
        EventSearch.Page(
            entries: found, newer: newer < (try head) ? newer : nil, older: older)
    }

    /// A stream is short and has its own index; all else is read as it lies.
    private func entries(
        of search: EventSearch, before position: Position
    ) throws -> [Entry] {
        guard let stream = search.stream else { return try read(before: position, limit: 1000) }
        var version = Int.max
        while true {
            let page = try readStreamBackwards(stream, beforeVersion: version, limit: 1000)
            let wanted = page.filter { $0.position < position }
            if !wanted.isEmpty || page.count < 1000 { return wanted }
            version = try page.last.map { try Envelope($0.bytes).streamVersion } ?? 0
        }
    }
}
