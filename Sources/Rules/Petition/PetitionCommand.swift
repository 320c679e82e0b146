package import Events

/// Something that somebody wants done in one case.
///
/// A payload that is an event's data is taken as the fact that is claimed; who did it, when, and
/// the state that follows are never taken from a command.
package indirect enum PetitionCommand: Equatable, Sendable {
    // The petitioner's, or an officer's for the petitioner.
    case submit(Submit)
    case correct(Correct)
    case withdraw(Withdraw)
    case message(PetitionEvent.Messaged)
    case attach(Attach)
    case rate(PetitionEvent.Rated)
    case linkOwner(PetitionEvent.OwnerLinked)
    case resetTracking(PetitionEvent.TrackingReset)

    // The course of the case: by the definition.
    case receive(Take)
    case start(Take)
    case askCorrection(AskCorrection)
    case acceptCorrection(Take)
    case complete(Complete)
    case reject(Reject)
    case reopen(Reopen)
    case forward(Forward)
    case refer(Refer)
    case waitFor(WaitFor)
    case resume(Take)
    case merge(Merge)
    case unmerge(Take)
    case changeDefinition(ChangeDefinition)

    // Whose it is.
    case claim
    case takeOver
    case release
    case assign(Assign)

    // At the desk.
    case note(PetitionEvent.Noted)
    case answer(PetitionEvent.Answered)
    case dismissDuplicate(PetitionEvent.DuplicateDismissed)
    case recategorise(Recategorise)
    case setUrgency(PetitionEvent.UrgencySet)
    case setConfidentiality(Conceal)
    case extend(Extend)
    case noticeDelay(NoticeDelay)
    case setAppointment(SetAppointment)
    case cancelAppointment(PetitionEvent.AppointmentCancelled)
    case issueDocument(PetitionEvent.DocumentIssued)
    case revokeDocument(PetitionEvent.DocumentRevoked)
    case recordPayment(PetitionEvent.PaymentRecorded)
    case checkIdentity(PetitionEvent.IdentityChecked)
    case certifyCopies(PetitionEvent.CopiesCertified)

    // The house itself.
    case notify(PetitionEvent.Notified)
    case view(PetitionEvent.Viewed)
    case nearDeadline(PetitionEvent.DeadlineNear)
    case missDeadline(PetitionEvent.DeadlineMissed)
    case escalate(PetitionEvent.Escalated)
    case deemApproved(PetitionEvent.DeemedApproved)
    case scheduleErasure(PetitionEvent.ErasureScheduled)
    case holdErasure(PetitionEvent.ErasureHeld)
    case endErasureHold(PetitionEvent.ErasureHoldEnded)
    case approveErasure(PetitionEvent.ErasureApproved)
    case erase(PetitionEvent.Erased)

    // Histories of other systems.
    case importSubmit(ImportSubmit)
    case importStep(ImportStep)
}
