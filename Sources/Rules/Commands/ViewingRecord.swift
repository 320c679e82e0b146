package import Entries
package import Events

/// When an officer's looking at personal data must be recorded once more.
package enum ViewingRecord {
    /// One record covers what the same officer looks at again within so long.
    package static let coversMilliseconds = 15 * 60_000

    /// Which of `parts` no record of `officer` covers at `now`, among the events of a stream.
    package static func uncovered(
        _ parts: [ViewedPart], by officer: String, at now: Instant, in events: [RecordedEvent]
    ) -> [ViewedPart] {
        var uncovered = parts
        for event in events.reversed() {
            guard now.milliseconds - event.time.milliseconds < coversMilliseconds else { break }
            guard event.actor == officer else { continue }
            switch event.event {
            case .account(.viewed(let data)): uncovered.removeAll(where: data.parts.contains)
            case .petition(.viewed(let data)): uncovered.removeAll(where: data.parts.contains)
            default: continue
            }
        }
        return uncovered
    }
}
