internal import Events

extension CaseDecision {
    /// What the reactors did; an officer enters what went by phone or letter.
    func notify(_ data: PetitionEvent.Notified) throws(PetitionRefusal) -> PetitionEvent.Notified {
        if actor.kind != .system { try needWorkingRole() }
        return data
    }

    /// Whoever looks at personal data is written down, whatever the role.
    func view(_ data: PetitionEvent.Viewed) throws(PetitionRefusal) -> PetitionEvent.Viewed {
        guard actor.isOfficer || actor.kind == .system else { throw .wrongRole }
        guard !data.parts.isEmpty else { throw .nothingChanges }
        return data
    }

    func approveErasure(
        _ data: PetitionEvent.ErasureApproved
    ) throws(PetitionRefusal) -> PetitionEvent.ErasureApproved {
        guard has(.dpo) || actor.kind == .system && data.ground == .retention else {
            throw .wrongRole
        }
        guard petition.isFinished else { throw .notFinished }
        guard petition.erasure == nil else { throw .alreadyApproved }
        if actor.isOfficer { try need(.reason, .reason) } else { try needRetentionOver() }
        return data
    }

    func erase(_ data: PetitionEvent.Erased) throws(PetitionRefusal) -> PetitionEvent.Erased {
        try needSystem()
        guard let ground = petition.erasure else { throw .erasureNotApproved }
        guard data.key == petition.caseKey else { throw .unknown(.key, "\(data.key)") }
        return PetitionEvent.Erased(key: data.key, ground: ground)
    }
}
