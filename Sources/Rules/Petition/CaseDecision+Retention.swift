internal import Entries
internal import Events

/// Erasure because the time is over: announced first, and held where somebody needs the data.
extension CaseDecision {
    func scheduleErasure(
        _ data: PetitionEvent.ErasureScheduled
    ) throws(PetitionRefusal) -> PetitionEvent.ErasureScheduled {
        try needSystem()
        guard petition.isFinished else { throw .notFinished }
        guard petition.erasure == nil else { throw .alreadyApproved }
        let earliest = circumstances.today.dayNumber + Petition.daysOfNotice
        guard let end = petition.retentionEnd(in: settings), let code = definition.retention,
            data.on >= end, data.on.dayNumber >= earliest
        else { throw .stillKept }
        guard petition.erasureDay != data.on else { throw .nothingChanges }
        return PetitionEvent.ErasureScheduled(on: data.on, retention: code)
    }

    /// Also before anything is scheduled: a lawsuit may come sooner.
    func holdErasure(
        _ data: PetitionEvent.ErasureHeld
    ) throws(PetitionRefusal) -> PetitionEvent.ErasureHeld {
        guard has(.dpo) else { throw .wrongRole }
        guard petition.erasure == nil else { throw .alreadyApproved }
        try need(.reason, .reason)
        if let until = data.until, until < circumstances.today { throw .inThePast }
        return data
    }

    func endErasureHold(
        _ data: PetitionEvent.ErasureHoldEnded
    ) throws(PetitionRefusal) -> PetitionEvent.ErasureHoldEnded {
        guard has(.dpo) else { throw .wrongRole }
        guard petition.hold != nil else { throw .notOnHold }
        try need(.reason, .reason)
        return data
    }

    /// That a case whose time is over may go by itself today.
    func needRetentionOver() throws(PetitionRefusal) {
        let today = circumstances.today
        guard let end = petition.retentionEnd(in: settings), let day = petition.erasureDay,
            end <= today, day <= today
        else { throw .stillKept }
        guard !petition.isHeld(on: today) else { throw .onHold }
    }
}
