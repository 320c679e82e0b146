package import Entries

extension PetitionEvent {
    package var data: any EventData {
        switch self {
        case .submitted(let data): data
        case .corrected(let data): data
        case .attached(let data): data
        case .messaged(let data): data
        case .withdrawn(let data): data
        case .rated(let data): data
        case .trackingReset(let data): data
        case .ownerLinked(let data): data
        case .received(let data): data
        case .inProgress(let data): data
        case .completed(let data): data
        case .returned(let data): data
        case .correctionAccepted(let data): data
        case .rejected(let data): data
        case .reopened(let data): data
        case .answered(let data): data
        case .noted(let data): data
        case .stepRecorded(let data): data
        case .forwarded(let data): data
        case .referred(let data): data
        case .assigned(let data): data
        case .claimed(let data): data
        case .takenOver(let data): data
        case .released(let data): data
        case .waitingStarted(let data): data
        case .waitingEnded(let data): data
        case .merged(let data): data
        case .unmerged(let data): data
        case .duplicateDismissed(let data): data
        case .recategorised(let data): data
        case .urgencySet(let data): data
        case .confidentialitySet(let data): data
        case .definitionChanged(let data): data
        case .extended(let data): data
        case .delayNoticed(let data): data
        case .appointmentSet(let data): data
        case .appointmentCancelled(let data): data
        case .deadlineNear(let data): data
        case .deadlineMissed(let data): data
        case .deemedApproved(let data): data
        case .escalated(let data): data
        case .documentIssued(let data): data
        case .documentRevoked(let data): data
        case .paymentRecorded(let data): data
        case .identityChecked(let data): data
        case .copiesCertified(let data): data
        case .notified(let data): data
        case .viewed(let data): data
        case .erasureScheduled(let data): data
        case .erasureHeld(let data): data
        case .erasureHoldEnded(let data): data
        case .erasureApproved(let data): data
        case .erased(let data): data
        }
    }

    package static func read(
        name: String, version: Int, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Self? {
        switch (name, version) {
        // The most frequent first: each name is compared with those above it.
        case (Submitted.name, Submitted.version): .submitted(try decoder.data(Submitted.self))
        case (Received.name, Received.version): .received(try decoder.data(Received.self))
        case (InProgress.name, InProgress.version): .inProgress(try decoder.data(InProgress.self))
        case (Completed.name, Completed.version): .completed(try decoder.data(Completed.self))
        case (StepRecorded.name, StepRecorded.version):
            .stepRecorded(try decoder.data(StepRecorded.self))
        case (Answered.name, Answered.version): .answered(try decoder.data(Answered.self))
        case (Noted.name, Noted.version): .noted(try decoder.data(Noted.self))
        case (Viewed.name, Viewed.version): .viewed(try decoder.data(Viewed.self))
        case (Notified.name, Notified.version): .notified(try decoder.data(Notified.self))
        case (Corrected.name, Corrected.version): .corrected(try decoder.data(Corrected.self))
        case (Attached.name, Attached.version): .attached(try decoder.data(Attached.self))
        case (Messaged.name, Messaged.version): .messaged(try decoder.data(Messaged.self))
        case (Withdrawn.name, Withdrawn.version): .withdrawn(try decoder.data(Withdrawn.self))
        case (Rated.name, Rated.version): .rated(try decoder.data(Rated.self))
        case (TrackingReset.name, TrackingReset.version):
            .trackingReset(try decoder.data(TrackingReset.self))
        case (OwnerLinked.name, OwnerLinked.version):
            .ownerLinked(try decoder.data(OwnerLinked.self))
        case (Returned.name, Returned.version): .returned(try decoder.data(Returned.self))
        case (CorrectionAccepted.name, CorrectionAccepted.version):
            .correctionAccepted(try decoder.data(CorrectionAccepted.self))
        case (Rejected.name, Rejected.version): .rejected(try decoder.data(Rejected.self))
        case (Reopened.name, Reopened.version): .reopened(try decoder.data(Reopened.self))
        case (Forwarded.name, Forwarded.version): .forwarded(try decoder.data(Forwarded.self))
        case (Referred.name, Referred.version): .referred(try decoder.data(Referred.self))
        case (Assigned.name, Assigned.version): .assigned(try decoder.data(Assigned.self))
        case (Claimed.name, Claimed.version): .claimed(try decoder.data(Claimed.self))
        case (TakenOver.name, TakenOver.version): .takenOver(try decoder.data(TakenOver.self))
        case (Released.name, Released.version): .released(try decoder.data(Released.self))
        case (WaitingStarted.name, WaitingStarted.version):
            .waitingStarted(try decoder.data(WaitingStarted.self))
        case (WaitingEnded.name, WaitingEnded.version):
            .waitingEnded(try decoder.data(WaitingEnded.self))
        case (Merged.name, Merged.version): .merged(try decoder.data(Merged.self))
        case (Unmerged.name, Unmerged.version): .unmerged(try decoder.data(Unmerged.self))
        case (DuplicateDismissed.name, DuplicateDismissed.version):
            .duplicateDismissed(try decoder.data(DuplicateDismissed.self))
        case (Recategorised.name, Recategorised.version):
            .recategorised(try decoder.data(Recategorised.self))
        case (UrgencySet.name, UrgencySet.version): .urgencySet(try decoder.data(UrgencySet.self))
        case (ConfidentialitySet.name, ConfidentialitySet.version):
            .confidentialitySet(try decoder.data(ConfidentialitySet.self))
        case (DefinitionChanged.name, DefinitionChanged.version):
            .definitionChanged(try decoder.data(DefinitionChanged.self))
        case (Extended.name, Extended.version): .extended(try decoder.data(Extended.self))
        case (DelayNoticed.name, DelayNoticed.version):
            .delayNoticed(try decoder.data(DelayNoticed.self))
        case (AppointmentSet.name, AppointmentSet.version):
            .appointmentSet(try decoder.data(AppointmentSet.self))
        case (AppointmentCancelled.name, AppointmentCancelled.version):
            .appointmentCancelled(try decoder.data(AppointmentCancelled.self))
        case (DeadlineNear.name, DeadlineNear.version):
            .deadlineNear(try decoder.data(DeadlineNear.self))
        case (DeadlineMissed.name, DeadlineMissed.version):
            .deadlineMissed(try decoder.data(DeadlineMissed.self))
        case (DeemedApproved.name, DeemedApproved.version):
            .deemedApproved(try decoder.data(DeemedApproved.self))
        case (Escalated.name, Escalated.version): .escalated(try decoder.data(Escalated.self))
        case (DocumentIssued.name, DocumentIssued.version):
            .documentIssued(try decoder.data(DocumentIssued.self))
        case (DocumentRevoked.name, DocumentRevoked.version):
            .documentRevoked(try decoder.data(DocumentRevoked.self))
        case (PaymentRecorded.name, PaymentRecorded.version):
            .paymentRecorded(try decoder.data(PaymentRecorded.self))
        case (IdentityChecked.name, IdentityChecked.version):
            .identityChecked(try decoder.data(IdentityChecked.self))
        case (CopiesCertified.name, CopiesCertified.version):
            .copiesCertified(try decoder.data(CopiesCertified.self))
        case (ErasureScheduled.name, ErasureScheduled.version):
            .erasureScheduled(try decoder.data(ErasureScheduled.self))
        case (ErasureHeld.name, ErasureHeld.version):
            .erasureHeld(try decoder.data(ErasureHeld.self))
        case (ErasureHoldEnded.name, ErasureHoldEnded.version):
            .erasureHoldEnded(try decoder.data(ErasureHoldEnded.self))
        case (ErasureApproved.name, ErasureApproved.version):
            .erasureApproved(try decoder.data(ErasureApproved.self))
        case (Erased.name, Erased.version): .erased(try decoder.data(Erased.self))
        case (DocumentIssuedV1.name, DocumentIssuedV1.version):
            .documentIssued(try decoder.data(DocumentIssuedV1.self).upcast())
        default: nil
        }
    }

    package static let types: [any EventData.Type] = [
        Submitted.self,
        Corrected.self,
        Attached.self,
        Messaged.self,
        Withdrawn.self,
        Rated.self,
        TrackingReset.self,
        OwnerLinked.self,
        Received.self,
        InProgress.self,
        Completed.self,
        Returned.self,
        CorrectionAccepted.self,
        Rejected.self,
        Reopened.self,
        Answered.self,
        Noted.self,
        StepRecorded.self,
        Forwarded.self,
        Referred.self,
        Assigned.self,
        Claimed.self,
        TakenOver.self,
        Released.self,
        WaitingStarted.self,
        WaitingEnded.self,
        Merged.self,
        Unmerged.self,
        DuplicateDismissed.self,
        Recategorised.self,
        UrgencySet.self,
        ConfidentialitySet.self,
        DefinitionChanged.self,
        Extended.self,
        DelayNoticed.self,
        AppointmentSet.self,
        AppointmentCancelled.self,
        DeadlineNear.self,
        DeadlineMissed.self,
        DeemedApproved.self,
        Escalated.self,
        DocumentIssued.self,
        DocumentIssuedV1.self,
        DocumentRevoked.self,
        PaymentRecorded.self,
        IdentityChecked.self,
        CopiesCertified.self,
        Notified.self,
        Viewed.self,
        ErasureScheduled.self,
        ErasureHeld.self,
        ErasureHoldEnded.self,
        ErasureApproved.self,
        Erased.self,
    ]
}
