internal import Events

extension CaseDecision {
    func claim() throws(PetitionRefusal) -> PetitionEvent.Claimed {
        try needWorkingRole()
        try needOpen()
        if let owner = petition.owner {
            throw owner == actor.id ? .alreadyYours : .withAnother(officer: owner)
        }
        return PetitionEvent.Claimed(
            officer: actor.id, department: petition.department ?? actor.department)
    }

    func takeOver() throws(PetitionRefusal) -> PetitionEvent.TakenOver {
        try needWorkingRole()
        try needOpen()
        guard let owner = petition.owner else { throw .withNobody }
        guard owner != actor.id else { throw .alreadyYours }
        try need(.reason, .reason)
        return PetitionEvent.TakenOver(officer: actor.id, from: owner)
    }

    func release() throws(PetitionRefusal) -> PetitionEvent.Released {
        guard actor.isOfficer else { throw .wrongRole }
        guard let owner = petition.owner else { throw .withNobody }
        guard isOwner || isSupervising else { throw .withAnother(officer: owner) }
        return PetitionEvent.Released(officer: owner)
    }

    func assign(_ data: PetitionCommand.Assign) throws(PetitionRefusal) -> PetitionEvent.Assigned {
        guard actor.isOfficer, isSupervising || has(.receiver) || isOwner else {
            throw .wrongRole
        }
        try needOpen()
        try needFreeToAssign()
        guard let officer = settings.activeOfficer(data.officer) else {
            throw .unknown(.officer, data.officer)
        }
        guard officer.roles.contains(where: Self.working.contains) else {
            throw .officerCannotAct(data.officer)
        }
        // Whose it becomes does not change whose unit's it is: that is what forwarding is for.
        let scope = DeskScope(of: officer, in: settings, on: circumstances.today)
        guard scope.covers(petition.department) else { throw .officerElsewhere(data.officer) }
        guard data.officer != petition.owner else { throw .nothingChanges }
        return PetitionEvent.Assigned(
            officer: data.officer, department: petition.department ?? officer.department)
    }

    /// A receiving officer hands out what is with nobody, not what others work on.
    private func needFreeToAssign() throws(PetitionRefusal) {
        if let owner = petition.owner, !isSupervising, !isOwner {
            throw .withAnother(officer: owner)
        }
    }
}
