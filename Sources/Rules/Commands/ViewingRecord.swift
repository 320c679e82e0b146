package import Entries
package import Events

/// What of a person's data an officer has opened, in a case or of an account: the log itself
/// remembers it.
package enum ViewingRecord {
    /// So long an opened part stays open, and is not recorded again.
    package static let milliseconds = 15 * 60_000

    /// The purpose of a viewing that came with a list of cases in a file. Such a list holds a line
    /// of each: it opens nothing.
    package static let export = "export"

    /// Of `parts`, those that `officer` has not opened lately; each is to be recorded before it
    /// is shown.
    package static func unrecorded(
        _ parts: [ViewedPart], by officer: String, in events: [RecordedEvent], at now: Instant
    ) -> [ViewedPart] {
        let seen = opened(by: officer, in: events, at: now)
        return parts.filter { !seen.contains($0) }
    }

    /// Messages that came after they were opened are closed again: nobody has read the new one.
    package static func opened(
        by officer: String, in events: [RecordedEvent], at now: Instant
    ) -> Set<ViewedPart> {
        var seen: Set<ViewedPart> = []
        var hasNewMessage = false
        for event in events.reversed() {
            guard now.milliseconds - event.time.milliseconds < milliseconds else { break }
            switch event.event {
            case .petition(.messaged): hasNewMessage = true
            case .petition(.viewed(let data))
            where event.actor == officer && data.purpose != export:
                seen.formUnion(data.parts.filter { $0 != .messages || !hasNewMessage })
            case .account(.viewed(let data)) where event.actor == officer:
                seen.formUnion(data.parts)
            default: continue
            }
        }
        return seen
    }
}
