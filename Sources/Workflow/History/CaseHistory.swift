package import Entries
package import EventLog
package import Events
package import Rules

/// One case as it stood at a moment, with the events that made it so.
package struct CaseHistory: Sendable {
    package let petition: Petition
    package let events: [RecordedEvent]
    /// The position up to which was looked.
    package let end: Position
}

/// Several systems have a case of that name.
package struct AmbiguousCaseName: Error, Equatable, Sendable {
    package let name: String
    /// Each with the system that its case came from: `KT1010169000012 (wabo)`.
    package let numbers: [String]
}

extension EventLog {
    /// The case of that number, or of that name in the system it came from, as it stood then;
    /// nil if there was none yet.
    ///
    /// A foreign name is looked for in the whole log; one that several systems have is told apart
    /// as exports do: `wabo/case-10011`.
    /// - Parameter progress: hears up to which position it was looked for.
    /// - Throws: `AmbiguousCaseName` where several systems have a case of that name.
    package func history(
        of name: String, until: Until = .head, progress: (Position) -> Void = { _ in }
    ) throws -> CaseHistory? {
        let end = try until.end(in: self)
        guard let number = try number(of: name, until: end, progress) else { return nil }
        var petition: Petition?
        var events: [RecordedEvent] = []
        for recorded in try self.events(of: StreamName(.petition, number), until: end) {
            // Without its opening there is no case yet, whatever times the source gives.
            guard until.includes(recorded), petition != nil || recorded.streamVersion == 1,
                case .petition(let event) = recorded.event
            else {
                continue
            }
            petition = Petition.evolve(petition, with: event, recorded.recording)
            events.append(recorded)
        }
        return petition.map { CaseHistory(petition: $0, events: events, end: end) }
    }

    private func number(
        of name: String, until end: Position, _ progress: (Position) -> Void
    ) throws -> String? {
        let number = try? PetitionNumber(name).text
        if let number, try version(of: StreamName(.petition, number).subject) > 0 { return number }
        var found: [(number: String, system: String)] = []
        try entries(until: end) { entry in
            if entry.position % 1000 == 0 { progress(entry.position) }
            guard entry.isOpening else { return }
            let recorded = try RecordedEvent.read(entry)
            if recorded.stream.name == number { throw LogDamage.streamIndex(at: entry.position) }
            // Exports put the system before names that several systems have.
            if case .petition(.submitted(let data)) = recorded.event, let source = data.source,
                source.name == name || "\(source.system)/\(source.name)" == name
            {
                found.append((data.number, source.system))
            }
        }
        guard found.count < 2 else {
            throw AmbiguousCaseName(
                name: name, numbers: found.map { "\($0.number) (\($0.system))" })
        }
        return found.first?.number
    }
}
