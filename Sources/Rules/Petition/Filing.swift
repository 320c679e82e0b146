internal import Entries
internal import Events

/// The filing of a petition: what the service, the settings and the law make of it.
struct Filing {
    private let data: PetitionCommand.Submit
    private let actor: Actor
    private let circumstances: Circumstances
    private let definition: ServiceDefinition

    private var settings: OfficeSettings { circumstances.frozenSettings.value }

    init(
        _ data: PetitionCommand.Submit, _ actor: Actor, _ circumstances: Circumstances
    ) throws(PetitionRefusal) {
        guard
            let definition = circumstances.frozenSettings.value.services[data.service]?
                .definition(version: nil)
        else {
            throw .unknown(.service, data.service)
        }
        self.data = data
        self.actor = actor
        self.circumstances = circumstances
        self.definition = definition
    }

    func submitted() throws(PetitionRefusal) -> PetitionEvent.Submitted {
        try needOffered()
        try needMode()
        try needActor()
        try needSections()
        try needTimely()
        guard let number = circumstances.nextNumber else { throw .missing(.number) }
        guard let key = circumstances.key else { throw .missing(.key) }
        guard let state = definition.firstState else { throw .unknown(.state, definition.code) }
        let category = try category()
        let department = try department(category)
        let entered = circumstances.enteredAt
        var event = PetitionEvent.Submitted(
            number: number, kind: definition.kind, service: definition.code,
            definition: definition.version, channel: data.channel, mode: data.mode,
            urgency: data.urgency, enteredAt: entered,
            deemedReceivedAt: deemedReceipt(department: department), caseKey: key,
            identityLevel: identityLevel,
            contactPreference: data.contactPreference, state: state.code, status: state.status)
        event.department = department
        event.isReturned = state.isReturned
        try describe(&event, category)
        tell(&event)
        return event
    }

    /// An officer says what was seen; of others the session knows it.
    private var identityLevel: IdentityLevel {
        switch actor.kind {
        case .officer: data.identityLevel
        case .client: min(data.identityLevel, .contact)
        case .citizen, .guest, .system, .importer: actor.identityLevel
        }
    }

    // MARK: Whether it may be filed

    private func needOffered() throws(PetitionRefusal) {
        guard let service = settings.services[data.service], !service.isWithdrawn,
            let announced = service.announced
        else { throw .notOffered }
        if let opens = announced.opens {
            guard opens <= circumstances.today else { throw .notOpenYet(opens) }
        } else if announced.isSoon {
            throw .notOffered
        }
    }

    private func needMode() throws(PetitionRefusal) {
        if definition.isInPersonOnly, data.mode != .counter { throw .inPersonOnly }
        guard data.mode != .counter, !definition.modes.isEmpty else { return }
        guard definition.modes.contains(data.mode) else { throw .modeNotOffered(data.mode) }
    }

    private func needActor() throws(PetitionRefusal) {
        switch actor.kind {
        case .officer:
            let roles = try CaseDecision.roles(of: actor, in: settings)
            guard roles.contains(where: CaseDecision.working.contains) else { throw .wrongRole }
        case .client:
            guard settings.allows(.file, toWorker: actor.id) else { throw .wrongRole }
            // A system has seen nobody's card: what it says of the petitioner is a contact.
            guard definition.identityLevel <= .contact else {
                throw .identityTooLow(needed: definition.identityLevel)
            }
            try needDocuments()
        case .citizen, .guest:
            if data.mode == .counter { throw .wrongRole }
            if actor.kind == .guest, definition.guests == .refused { throw .accountNeeded }
            guard actor.identityLevel >= definition.identityLevel else {
                throw .identityTooLow(needed: definition.identityLevel)
            }
            guard settings.termsVersion == 0 || data.terms == settings.termsVersion else {
                throw .termsNotAccepted(current: settings.termsVersion)
            }
            try needDocuments()
        case .system, .importer: throw .wrongRole
        }
    }

    /// What a citizen must send; an officer who files may ask for it in one list afterwards.
    private func needDocuments() throws(PetitionRefusal) {
        for document in definition.documents
        where document.isRequired && !document.isObtainedByOffice && document.when == nil {
            guard data.documents.contains(document.code) else {
                throw .missingDocument(document.label.wording)
            }
        }
    }

    private func needSections() throws(PetitionRefusal) {
        let sections = circumstances.sections
        guard sections.contains(.text) else { throw .missing(.text) }
        guard data.isAnonymous || sections.contains(.petitioner) else {
            throw .missing(.petitioner)
        }
    }

    private func needTimely() throws(PetitionRefusal) {
        guard actor.isOfficer, !circumstances.sections.contains(.note),
            let refusal = LateEntry.refusal(
                of: circumstances.happenedAt, enteredAt: circumstances.enteredAt)
        else { return }
        throw refusal
    }

    // MARK: Where it goes

    private func category() throws(PetitionRefusal) -> OfficeEvent.CategoryDefined? {
        guard let code = data.category ?? definition.category else { return nil }
        guard settings.isCategory(code), let category = settings.categories[code]?.value,
            category.kinds.isEmpty || category.kinds.contains(definition.kind)
        else { throw .unknown(.category, code) }
        if let sub = data.subcategory, !settings.isCategory(sub) { throw .unknown(.category, sub) }
        return category
    }

    private func department(
        _ category: OfficeEvent.CategoryDefined?
    ) throws(PetitionRefusal) -> String? {
        let finer = data.subcategory.flatMap { settings.categories[$0]?.value.department }
        // What a service is always about says less of where it goes than the service itself.
        let isUsual = category?.code == definition.category
        let usual =
            isUsual
            ? definition.department ?? category?.department
            : category?.department ?? definition.department
        let wanted = data.department ?? finer ?? usual
        guard let wanted else { return nil }
        guard let found = settings.standingDepartment(wanted) else {
            throw .unknown(.department, wanted)
        }
        return found
    }

    private func deemedReceipt(department: String?) -> Instant {
        // A letter or a call was received when it came, not when an officer typed it in.
        let entered = circumstances.enteredAt
        let came = actor.isOfficer ? min(circumstances.happenedAt, entered) : entered
        return settings.calendar.deemedReceipt(
            of: came, calendar: settings.calendarCode(of: department))
    }

    // MARK: What it says

    private func describe(
        _ event: inout PetitionEvent.Submitted, _ category: OfficeEvent.CategoryDefined?
    ) throws(PetitionRefusal) {
        event.isConfidential =
            data.isConfidential || definition.isConfidential || category?.isConfidential ?? false
        event.isAnonymous = data.isAnonymous
        event.area = data.area
        if event.isConfidential {
            guard category == nil || circumstances.sections.contains(.classification) else {
                throw .missing(.classification)
            }
        } else {
            event.category = category?.code
            event.subcategory = data.subcategory
            event.moo = data.moo
        }
        event.attachments = data.attachments
    }

    private func tell(_ event: inout PetitionEvent.Submitted) {
        event.terms = data.terms
        event.notice = data.notice
        if actor.isOfficer {
            event.filedBy = actor.id
            event.isOnBehalf = data.isOnBehalf
        }
        guard actor.kind == .guest || data.tracking != nil else { return }
        event.tracking = data.tracking ?? (definition.guests == .code ? .code : .phone)
        event.trackingCode = data.trackingCode
        if event.tracking == .code, event.trackingCode == nil {
            event.trackingCode = (try? PetitionNumber(event.number))?.trackingCode
        }
    }
}

extension LocalText {
    var wording: Wording { Wording(thai: thai, english: english ?? thai) }
}
