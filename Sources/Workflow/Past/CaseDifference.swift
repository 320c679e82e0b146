internal import EventLog
package import Events
package import Rules

/// What happened in one case between two moments.
package struct CaseDifference: Sendable {
    package let from: PastMoment
    package let to: PastMoment
    /// Nil where there was no such case yet.
    package let before: Petition?
    package let after: Petition
    package let events: [RecordedEvent]
}

extension Office {
    /// Nil if there is no such case at the second moment.
    package func caseDifference(
        _ name: String, from: Until, to: Until
    ) throws -> CaseDifference? {
        let (start, end) = try moments(from: from, to: to)
        guard let after = try log.history(of: name, until: to) else { return nil }
        let before = try log.history(of: after.petition.number, until: from)
        let known = Set(before?.events.map(\.position) ?? [])
        return CaseDifference(
            from: start, to: end, before: before?.petition, after: after.petition,
            events: after.events.filter { !known.contains($0.position) })
    }
}
