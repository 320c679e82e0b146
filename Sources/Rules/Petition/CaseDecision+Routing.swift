internal import Events

extension CaseDecision {
    func forward(
        _ data: PetitionCommand.Forward
    ) throws(PetitionRefusal) -> PetitionEvent.Forwarded {
        let move = try move(.forwarded, data.action)
        guard settings.isDepartment(data.to) else { throw .unknown(.department, data.to) }
        guard data.to != petition.department else { throw .sameDepartment }
        guard definition.departments.isEmpty || definition.departments.contains(data.to) else {
            throw .departmentNotAllowed
        }
        return PetitionEvent.Forwarded(
            to: data.to, state: move.state.code, status: move.state.status,
            from: petition.department, isReturned: move.state.isReturned,
            action: move.action.code)
    }

    /// The law knows no dead end: another agency is named, and the petitioner is told.
    func refer(_ data: PetitionCommand.Refer) throws(PetitionRefusal) -> PetitionEvent.Referred {
        let move = try move(.referred, data.action)
        try need(.message, .notice)
        let agency = try agency(data.agency, code: data.agencyCode)
        return PetitionEvent.Referred(
            agency: agency, manner: data.manner, state: move.state.code,
            status: move.state.status, agencyCode: data.agencyCode, letter: data.letter,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func waitFor(
        _ data: PetitionCommand.WaitFor
    ) throws(PetitionRefusal) -> PetitionEvent.WaitingStarted {
        let move = try move(.waitingStarted, data.action)
        let agency = try agency(data.agency, code: data.agencyCode)
        return PetitionEvent.WaitingStarted(
            agency: agency, state: move.state.code, status: move.state.status,
            agencyCode: data.agencyCode, letter: data.letter, isReturned: move.state.isReturned,
            action: move.action.code)
    }

    private func agency(_ name: String?, code: String?) throws(PetitionRefusal) -> String {
        if let code {
            guard let known = settings.agencies[code] else { throw .unknown(.agency, code) }
            return name ?? known.name.thai
        }
        guard let name, name.contains(where: { !$0.isWhitespace }) else { throw .missing(.agency) }
        return name
    }

    func resume(_ data: Take) throws(PetitionRefusal) -> PetitionEvent.WaitingEnded {
        let move = try move(.waitingEnded, data.action)
        return PetitionEvent.WaitingEnded(
            agency: petition.waitsFor ?? "", state: move.state.code, status: move.state.status,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func merge(_ data: PetitionCommand.Merge) throws(PetitionRefusal) -> PetitionEvent.Merged {
        guard data.into != petition.number else { throw .mergeIntoItself }
        let move = try move(.merged, data.action)
        let other = try other(data.into)
        if let further = other.mergedInto { throw .mergedInto(further) }
        if other.isErased { throw .erased }
        // A grievance is answered by other rules, and in another time, than a complaint.
        guard other.kind == petition.kind || data.isAcrossKinds else {
            throw .otherKind(other.kind)
        }
        return PetitionEvent.Merged(
            into: data.into, state: move.state.code, status: move.state.status,
            isReturned: move.state.isReturned, action: move.action.code)
    }

    func unmerge(_ data: Take) throws(PetitionRefusal) -> PetitionEvent.Unmerged {
        guard let from = petition.mergedInto else { throw notNow }
        let move = try move(.unmerged, data.action)
        let state = stateBeforeMerge ?? move.state
        return PetitionEvent.Unmerged(
            from: from, state: state.code, status: state.status, isReturned: state.isReturned,
            action: move.action.code)
    }

    /// Where the case stood before it was merged: whoever takes that back loses no step. One that
    /// waited for another agency is in hand again, since the wait ended with the merge.
    private var stateBeforeMerge: StateDefinition? {
        guard let code = petition.stateBeforeMerge else { return nil }
        return definition.firstMove(.waitingEnded, from: code)?.state ?? definition.moveState(code)
    }

    func dismissDuplicate(
        _ data: PetitionEvent.DuplicateDismissed
    ) throws(PetitionRefusal) -> PetitionEvent.DuplicateDismissed {
        try needWorkingRole()
        guard data.other != petition.number else { throw .mergeIntoItself }
        _ = try other(data.other)
        return data
    }

    /// The other case, which the caller has looked up. It may have been sent to another unit since;
    /// a confidential one is not there for whoever may not read it.
    private func other(_ number: String) throws(PetitionRefusal) -> Petition {
        guard let other = circumstances.other?.value, other.number == number,
            !other.isConfidential || sight(of: other) == .whole
        else {
            throw .unknown(.petition, number)
        }
        return other
    }

    /// Running cases finish under the definition that they began with, unless somebody says so.
    func changeDefinition(
        _ data: PetitionCommand.ChangeDefinition
    ) throws(PetitionRefusal) -> PetitionEvent.DefinitionChanged {
        guard actor.isOfficer, isSupervising || has(.administrator) else { throw .wrongRole }
        guard (data.service, data.definition) != (petition.service, petition.definition) else {
            throw .nothingChanges
        }
        guard let next = settings.definition(of: data.service, version: data.definition) else {
            throw .unknown(.definition, "\(data.service) \(data.definition)")
        }
        let code = data.state ?? petition.state
        guard let state = next.moveState(code) else { throw .unknown(.state, code) }
        try need(.reason, .reason)
        return PetitionEvent.DefinitionChanged(
            service: data.service, definition: data.definition, state: state.code,
            status: state.status, isReturned: state.isReturned)
    }
}
