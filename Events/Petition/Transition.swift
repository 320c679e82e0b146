/// Where a case stands, as far as anybody needs to know who does not have the definition.
package struct Standing: Hashable, Sendable {
    /// The inner state's code in the definition.
    package var state: String
    package var status: PublicStatus
    /// Whether it waits for the citizen.
    package var isReturned: Bool

    package init(state: String, status: PublicStatus, isReturned: Bool = false) {
        self.state = state
        self.status = status
        self.isReturned = isReturned
    }
}

/// An event that moves a case to a state and says what that means in public.
package protocol Transition: EventData {
    var state: String { get }
    var status: PublicStatus { get }
    var isReturned: Bool { get }
    /// The action of the definition that was taken, if it was one.
    var action: String? { get }
}

extension Transition {
    package var standing: Standing {
        Standing(state: state, status: status, isReturned: isReturned)
    }
}

extension PetitionEvent {
    /// The move that this event is, if it is one.
    package var transition: (any Transition)? {
        switch self {
        case .submitted(let data): data
        case .corrected(let data): data
        case .withdrawn(let data): data
        case .received(let data): data
        case .inProgress(let data): data
        case .completed(let data): data
        case .deemedApproved(let data): data
        case .returned(let data): data
        case .correctionAccepted(let data): data
        case .rejected(let data): data
        case .reopened(let data): data
        case .forwarded(let data): data
        case .referred(let data): data
        case .waitingStarted(let data): data
        case .waitingEnded(let data): data
        case .merged(let data): data
        case .unmerged(let data): data
        case .definitionChanged(let data): data
        case .attached, .messaged, .rated, .trackingReset, .ownerLinked, .answered, .noted,
            .stepRecorded, .assigned, .claimed, .takenOver, .released, .duplicateDismissed,
            .recategorised, .urgencySet, .confidentialitySet, .extended, .delayNoticed,
            .appointmentSet, .appointmentCancelled, .deadlineNear, .deadlineMissed, .escalated,
            .documentIssued, .documentRevoked, .paymentRecorded, .identityChecked,
            .copiesCertified, .notified, .viewed, .erasureScheduled, .erasureHeld,
            .erasureHoldEnded, .erasureApproved, .erased:
            nil
        }
    }
}
