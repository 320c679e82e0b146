internal import Events

extension Event {
    /// The event's word, `received` for example, without taking the event apart.
    var word: String {
        switch self {
        case .petition(let event): event.word
        case .account(let event): Swift.type(of: event.data).name
        case .office(let event): Swift.type(of: event.data).name
        }
    }
}

extension PetitionEvent {
    var word: String {
        switch self {
        case .submitted: Submitted.name
        case .corrected: Corrected.name
        case .attached: Attached.name
        case .messaged: Messaged.name
        case .withdrawn: Withdrawn.name
        case .rated: Rated.name
        case .trackingReset: TrackingReset.name
        case .ownerLinked: OwnerLinked.name
        case .received: Received.name
        case .inProgress: InProgress.name
        case .completed: Completed.name
        case .returned: Returned.name
        case .correctionAccepted: CorrectionAccepted.name
        case .rejected: Rejected.name
        case .reopened: Reopened.name
        case .answered: Answered.name
        case .noted: Noted.name
        case .stepRecorded: StepRecorded.name
        case .forwarded: Forwarded.name
        case .referred: Referred.name
        case .assigned: Assigned.name
        case .claimed: Claimed.name
        case .takenOver: TakenOver.name
        case .released: Released.name
        case .waitingStarted: WaitingStarted.name
        case .waitingEnded: WaitingEnded.name
        case .merged: Merged.name
        case .unmerged: Unmerged.name
        case .duplicateDismissed: DuplicateDismissed.name
        case .recategorised: Recategorised.name
        case .urgencySet: UrgencySet.name
        case .confidentialitySet: ConfidentialitySet.name
        case .definitionChanged: DefinitionChanged.name
        case .extended: Extended.name
        case .delayNoticed: DelayNoticed.name
        case .appointmentSet: AppointmentSet.name
        case .appointmentCancelled: AppointmentCancelled.name
        case .deadlineNear: DeadlineNear.name
        case .deadlineMissed: DeadlineMissed.name
        case .deemedApproved: DeemedApproved.name
        case .escalated: Escalated.name
        case .documentIssued: DocumentIssued.name
        case .documentRevoked: DocumentRevoked.name
        case .paymentRecorded: PaymentRecorded.name
        case .identityChecked: IdentityChecked.name
        case .copiesCertified: CopiesCertified.name
        case .notified: Notified.name
        case .viewed: Viewed.name
        case .erasureScheduled: ErasureScheduled.name
        case .erasureHeld: ErasureHeld.name
        case .erasureHoldEnded: ErasureHoldEnded.name
        case .erasureApproved: ErasureApproved.name
        case .erased: Erased.name
        }
    }
}
