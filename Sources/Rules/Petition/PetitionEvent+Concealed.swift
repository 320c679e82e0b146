package import Events

extension PetitionEvent {
    /// The same fact for whoever may see no more of a confidential case than where it stands:
    /// without what tells of what it is about, of where, and of how it ended.
    package var concealed: PetitionEvent {
        switch self {
        case .submitted(var data):
            (data.category, data.subcategory, data.area, data.moo) = (nil, nil, nil, nil)
            return .submitted(data)
        case .recategorised(let data): return .recategorised(.init(department: data.department))
        case .confidentialitySet(var data):
            (data.category, data.subcategory) = (nil, nil)
            return .confidentialitySet(data)
        case .completed(var data):
            data.outcome = nil
            return .completed(data)
        case .rejected(var data):
            data.ground = nil
            return .rejected(data)
        case .referred(var data):
            (data.agency, data.agencyCode, data.letter) = ("", nil, nil)
            return .referred(data)
        case .waitingStarted(var data):
            (data.agency, data.agencyCode, data.letter) = ("", nil, nil)
            return .waitingStarted(data)
        case .waitingEnded(var data):
            data.agency = ""
            return .waitingEnded(data)
        case .merged(var data):
            data.into = ""
            return .merged(data)
        case .unmerged(var data):
            data.from = ""
            return .unmerged(data)
        case .duplicateDismissed(var data):
            data.other = ""
            return .duplicateDismissed(data)
        case .received, .inProgress, .returned, .corrected, .correctionAccepted, .withdrawn,
            .reopened, .answered, .messaged, .attached, .noted, .stepRecorded, .forwarded,
            .assigned, .claimed, .takenOver, .released, .urgencySet, .definitionChanged,
            .extended, .delayNoticed, .deadlineNear, .deadlineMissed, .escalated,
            .deemedApproved, .appointmentSet, .appointmentCancelled, .documentIssued,
            .documentRevoked,
            .paymentRecorded, .identityChecked, .copiesCertified, .notified, .viewed, .rated,
            .trackingReset, .ownerLinked, .erasureScheduled, .erasureHeld, .erasureHoldEnded,
            .erasureApproved, .erased:
            return self
        }
    }
}
