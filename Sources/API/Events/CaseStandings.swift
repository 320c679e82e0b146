internal import Entries
internal import EventLog
internal import Events
internal import Rules

/// What the cases of a run of entries were about, and with whom, when each entry was written.
///
/// A case that is met is folded once from the log and then kept up to date by what follows.
struct CaseStandings {
    private let log: EventLog
    private var cases: [String: Petition] = [:]

    init(_ log: EventLog) { self.log = log }

    /// The entry's case before and after it: one that goes from one unit to another concerns both.
    /// None of an entry that belongs to no case.
    mutating func around(_ entry: Entry, _ envelope: Envelope) throws -> [Petition] {
        guard let stream = StreamName(subject: envelope.subject), stream.kind == .petition else {
            return []
        }
        let before = try standing(of: envelope.subject, before: envelope.streamVersion)
        let after = Self.next(before, entry)
        cases[envelope.subject] = after
        return [before, after].compactMap(\.self)
    }

    private func standing(of subject: String, before version: Int) throws -> Petition? {
        if let known = cases[subject], known.version == version - 1 { return known }
        return try log.readStream(subject, limit: version - 1).reduce(nil) { Self.next($0, $1) }
    }

    /// An entry that this version cannot read is sent nevertheless; it moves no case.
    private static func next(_ petition: Petition?, _ entry: Entry) -> Petition? {
        guard
            let recorded = try? RecordedEvent.read(
                position: entry.position, bytes: entry.bytes, sections: false),
            case .petition(let event) = recorded.event
        else { return petition }
        return Petition.evolve(petition, with: event, Recording(recorded))
    }
}
