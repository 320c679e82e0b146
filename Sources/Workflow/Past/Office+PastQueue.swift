package import Entries
internal import EventLog
internal import Events
package import Projections

extension Office {
    /// The officers' queue as it stood, least time remaining first: open cases, then closed ones.
    ///
    /// A moment of happening leaves out events in between: it is folded event by event.
    package func queue(
        until: Until, progress: @escaping @Sendable (Position) -> Void = { _ in }
    ) throws -> PastQueue {
        let end = try until.end(in: log)
        let at = try until.instant ?? recordedTime(at: end)
        guard case .occurred = until else {
            let rows = try asItStood(.officerQueue, at: end, progress: progress) {
                try OfficerQueue.everything(in: $0)
            }
            return PastQueue(end: end, at: at, rows: rows)
        }
        var replay = OfficerQueue.Replay()
        try log.events(until: end, sections: false) { event in
            // The settings are those of today: an import comes to an office that is younger than
            // what it tells.
            if event.stream.kind == .office || until.includes(event) { try replay.fold(event) }
            if event.position % 1000 == 0 { progress(event.position) }
        }
        return PastQueue(end: end, at: at, rows: replay.rows())
    }

    /// When the entry at a position was recorded; the beginning of time before the first.
    package func recordedTime(at position: Position) throws -> Instant {
        guard let entry = try log.entry(at: position) else { return Instant(milliseconds: 0) }
        return try Envelope(entry.bytes).time
    }
}

package struct PastQueue: Sendable {
    /// The position up to which was looked.
    package let end: Position
    /// The moment at which time remaining is told.
    package let at: Instant
    package let rows: [CaseRow]
}
