package import Events

extension PetitionEvent {
    /// Whether the petitioner sees it in the case's history: what the office does inside, and who
    /// has the case, is its own.
    package var isForPetitioner: Bool {
        switch self {
        case .submitted, .corrected, .attached, .messaged, .withdrawn, .rated, .received,
            .inProgress, .completed, .deemedApproved, .returned, .correctionAccepted, .rejected,
            .reopened,
            .answered, .forwarded, .referred, .waitingStarted, .waitingEnded, .merged, .unmerged,
            .extended, .delayNoticed, .appointmentSet, .appointmentCancelled, .documentIssued,
            .documentRevoked, .paymentRecorded, .erasureScheduled, .erased:
            true
        case .trackingReset, .ownerLinked, .noted, .stepRecorded, .assigned, .claimed, .takenOver,
            .released, .duplicateDismissed, .recategorised, .urgencySet, .confidentialitySet,
            .definitionChanged, .deadlineNear, .deadlineMissed, .escalated, .identityChecked,
            .copiesCertified, .notified, .viewed, .erasureHeld, .erasureHoldEnded, .erasureApproved:
            false
        }
    }
}

extension ServiceDefinition {
    /// The actions that the petitioner may take in a state, guards aside.
    package func petitionerActions(in state: String) -> [ActionDefinition] {
        actions.filter { $0.roles.contains(.citizen) && $0.from.contains(state) }
    }
}
