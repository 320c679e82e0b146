package import Entries
package import Events

/// What of a person's data an officer has opened in a case: the log itself remembers it.
package enum CaseViewing {
    /// So long an opened part stays open, and is not recorded again.
    package static let milliseconds = 15 * 60_000

    /// Of `parts`, those that `officer` has not opened lately; each is to be recorded before it
    /// is shown.
    package static func unrecorded(
        _ parts: [ViewedPart], by officer: String, in events: [RecordedEvent], at now: Instant
    ) -> [ViewedPart] {
        let seen = opened(by: officer, in: events, at: now)
        return parts.filter { !seen.contains($0) }
    }

    package static func opened(
        by officer: String, in events: [RecordedEvent], at now: Instant
    ) -> Set<ViewedPart> {
        var seen: Set<ViewedPart> = []
        for event in events.reversed() {
            guard now.milliseconds - event.time.milliseconds < milliseconds else { break }
            guard event.actor == officer, case .petition(.viewed(let data)) = event.event else {
                continue
            }
            seen.formUnion(data.parts)
        }
        return seen
    }
}

extension PetitionEvent {
    /// Whether somebody who looked at the case before it has something new to consider: what the
    /// house writes down by itself changes nothing that an officer decides on.
    package var isNews: Bool {
        switch self {
        case .viewed, .notified, .deadlineNear, .deadlineMissed, .escalated, .rated,
            .trackingReset, .ownerLinked:
            false
        case .submitted, .corrected, .attached, .messaged, .withdrawn, .received, .inProgress,
            .completed, .returned, .correctionAccepted, .rejected, .reopened, .answered, .noted,
            .stepRecorded, .forwarded, .referred, .assigned, .claimed, .takenOver, .released,
            .waitingStarted, .waitingEnded, .merged, .unmerged, .duplicateDismissed,
            .recategorised, .urgencySet, .confidentialitySet, .definitionChanged, .extended,
            .delayNoticed, .appointmentSet, .appointmentCancelled, .documentIssued,
            .documentRevoked, .paymentRecorded, .identityChecked, .copiesCertified,
            .erasureApproved, .erased:
            true
        }
    }
}
