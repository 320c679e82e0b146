internal import Events

extension CaseDecision {
    func note(_ data: PetitionEvent.Noted) throws(PetitionRefusal) -> PetitionEvent.Noted {
        try needWorkingRole()
        try need(.note, .note)
        return data
    }

    func answer(_ data: PetitionEvent.Answered) throws(PetitionRefusal) -> PetitionEvent.Answered {
        try needHold()
        try need(.message, .message)
        return data
    }

    /// From the petitioner; an officer enters what was said on the phone or at the counter, a
    /// connected system what its user adds to what it filed.
    func message(
        _ data: PetitionEvent.Messaged
    ) throws(PetitionRefusal) -> PetitionEvent.Messaged {
        if !isFilingSystem { try needPetitionerOrDesk() }
        try need(.message, .message)
        return data
    }

    func attach(
        _ data: PetitionCommand.Attach
    ) throws(PetitionRefusal) -> PetitionEvent.Attached {
        try needPetitionerOrDesk()
        guard data.attachments > 0, has(.attachment) else { throw .missing(.attachment) }
        for code in data.documents where !definition.isDocument(code) {
            throw .unknown(.document, code)
        }
        return PetitionEvent.Attached(
            by: actor.isFromOutside ? .citizen : .officer, attachments: data.attachments,
            documents: data.documents)
    }

    private func needPetitionerOrDesk() throws(PetitionRefusal) {
        if actor.isFromOutside { try needPetitioner() } else { try needWorkingRole() }
    }

    func recategorise(
        _ data: PetitionCommand.Recategorise
    ) throws(PetitionRefusal) -> PetitionEvent.Recategorised {
        try needHold()
        try needOpen()
        guard settings.isCategory(data.category), let category = settings.categories[data.category]
        else { throw .unknown(.category, data.category) }
        if let sub = data.subcategory, !settings.isCategory(sub) { throw .unknown(.category, sub) }
        let department = data.department ?? category.value.department ?? petition.department
        if let department, !settings.isDepartment(department) {
            throw .unknown(.department, department)
        }
        if petition.isConfidential {
            try need(.classification, .classification)
            return PetitionEvent.Recategorised(department: department)
        }
        let now = (petition.category, petition.subcategory, petition.department)
        guard now != (data.category, data.subcategory, department) else { throw .nothingChanges }
        return PetitionEvent.Recategorised(
            category: data.category, subcategory: data.subcategory, department: department)
    }

    func setUrgency(
        _ data: PetitionEvent.UrgencySet
    ) throws(PetitionRefusal) -> PetitionEvent.UrgencySet {
        try needHold()
        guard data.urgency != petition.urgency else { throw .nothingChanges }
        return data
    }

    /// Whoever works on a case may hide it; to show it again takes more.
    func setConfidentiality(
        _ data: PetitionCommand.Conceal
    ) throws(PetitionRefusal) -> PetitionEvent.ConfidentialitySet {
        guard actor.isOfficer, isSupervising || has(.legal, .dpo) || data.isConfidential else {
            throw .wrongRole
        }
        if !has(.legal, .dpo) { try needHold() }
        guard data.isConfidential != petition.isConfidential else { throw .nothingChanges }
        try need(.reason, .reason)
        if data.isConfidential {
            if petition.category != nil { try need(.classification, .classification) }
            return PetitionEvent.ConfidentialitySet(isConfidential: true)
        }
        if let category = data.category, settings.categories[category] == nil {
            throw .unknown(.category, category)
        }
        return PetitionEvent.ConfidentialitySet(
            isConfidential: false, category: data.category, subcategory: data.subcategory)
    }

    func rate(_ data: PetitionEvent.Rated) throws(PetitionRefusal) -> PetitionEvent.Rated {
        try needPetitioner()
        guard petition.isFinished else { throw .notFinished }
        guard petition.rating == nil else { throw .alreadyRated }
        let scores = [data.score] + data.answers.map(\.score)
        guard scores.allSatisfy((1...5).contains) else { throw .scoreOutOfRange }
        return data
    }

    func linkOwner() throws(PetitionRefusal) -> PetitionEvent.OwnerLinked {
        guard actor.kind == .citizen else { throw .notThePetitioner }
        guard circumstances.isOwnerProven else { throw .missing(.owner) }
        guard petition.pseudonym == nil || petition.tracking != nil else { throw .nothingChanges }
        try need(.owner, .owner)
        return PetitionEvent.OwnerLinked(identityLevel: actor.identityLevel)
    }

    func resetTracking(
        _ data: PetitionEvent.TrackingReset
    ) throws(PetitionRefusal) -> PetitionEvent.TrackingReset {
        guard petition.tracking != nil else { throw notNow }
        // A code that is sent opens what a telephone follows; where a password does, that is given
        // anew instead.
        guard !data.isReading || petition.tracking == .phone else { throw notNow }
        switch actor.kind {
        case .officer: try needWorkingRole()
        case .guest:
            guard circumstances.isOwnerProven else { throw .missing(.owner) }
        case .citizen, .client, .system, .importer: throw .wrongRole
        }
        return data
    }
}
