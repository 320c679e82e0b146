package import Events

extension PetitionEvent {
    /// Whether somebody who looked at the case before it has something new to consider: what the
    /// house writes down by itself changes nothing that an officer decides on.
    package var isNews: Bool {
        switch self {
        case .viewed, .notified, .deadlineNear, .deadlineMissed, .escalated, .rated,
            .trackingReset, .ownerLinked, .erasureScheduled, .erasureHeld, .erasureHoldEnded:
            false
        case .submitted, .corrected, .attached, .messaged, .withdrawn, .received, .inProgress,
            .completed, .deemedApproved, .returned, .correctionAccepted, .rejected, .reopened,
            .answered, .noted,
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
