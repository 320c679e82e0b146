internal import Crypto
internal import Documents
package import Entries
package import Events
internal import Paper
package import Rules
package import Vault

extension ServedOffice {
    /// Begins the filing of a service; a guest's if there is no account.
    package func beginFiling(
        _ service: ServiceDefinition, for account: String?, at now: Instant
    ) throws -> UnfinishedFiling {
        var answers = PetitionAnswers()
        answers.service = service.code
        answers.definition = service.version
        let modes = service.modes.filter { $0 != .counter }
        if modes.count == 1 { answers.mode = modes[0] }
        answers.pseudonym = "c-\(Hex.encode(SecureRandom.current.bytes(12)))"
        return try filings.begin(for: account, answers: answers.encoded(), at: now)
    }

    /// Files what was answered and uploaded, with the form that the system writes of it.
    ///
    /// Again for the same filing, and after a crash in the middle, it is the same petition. Once
    /// it is accepted the filing is no more; `filed` hears the number before that. Takes the time
    /// of one PDF and of sealing the files.
    package func file(
        _ filing: UnfinishedFiling, for account: String?, language: DateLanguage, at now: Instant,
        filed: (String) -> Void = { _ in }
    ) throws -> CommandOutcome {
        var answers = try PetitionAnswers.decoded(filing.answers)
        let settings = try settings().value
        guard
            let service = settings.definition(of: answers.service, version: answers.definition)
        else { return .refused(code: "not-offered", PetitionRefusal.notOffered.wording) }
        answers = answers.asked(by: service)
        let person = try account.flatMap { try office.person($0) }
        let petitioner = person.map(Petitioner.init) ?? answers.petitioner
        let handover = try handOver(filing.id, for: account, seen: filing.version) {
            guard answers.mode ?? .online == .online, let head = settings.office else { return [] }
            return [
                try Self.form(
                    answers, service, petitioner, filing, OfficeHead(head), language, now)
            ]
        }
        let draft = try draft(
            answers, service, petitioner, handover, settings, of: filing, for: account, person, now)
        let outcome = perform(draft)
        if case .accepted(let receipt) = outcome {
            if let stream = StreamName(subject: receipt.stream) { filed(stream.name) }
            try filings.finish(filing.id, for: account)
        }
        return outcome
    }

    private static func form(
        _ answers: PetitionAnswers, _ service: ServiceDefinition, _ petitioner: Petitioner?,
        _ filing: UnfinishedFiling, _ office: OfficeHead, _ language: DateLanguage, _ now: Instant
    ) throws -> AddedFile {
        let form = PetitionForm(
            office: office, service: service, created: now, manner: Manner(language: language))
        let paper = form.filled(
            with: PetitionFiling(
                text: answers.text(of: service), petitioner: petitioner, place: answers.place,
                attachments: filing.files.map(\.label.name)))
        return AddedFile(
            FileLabel(
                name: "\(service.name.thai).pdf", mediaType: "application/pdf",
                label: "petition-form"), content: try paper.pdf())
    }

    private func draft(
        _ answers: PetitionAnswers, _ service: ServiceDefinition, _ petitioner: Petitioner?,
        _ handover: Handover, _ settings: OfficeSettings, of filing: UnfinishedFiling,
        for account: String?, _ person: PersonFile?, _ now: Instant
    ) throws -> Draft {
        var submit = PetitionCommand.Submit(
            service: service.code, channel: .web, mode: answers.mode ?? .online)
        submit.category = answers.category
        submit.contactPreference = answers.contactPreference ?? .electronic
        submit.moo = answers.place?.moo.flatMap(Int.init)
        submit.terms = settings.termsVersion
        submit.notice = settings.noticeVersion
        submit.attachments = handover.files.isEmpty ? nil : handover.files.count
        submit.documents = Set(
            handover.files.compactMap(\.label.label).filter { code in
                service.documents.contains { $0.code == code }
            }
        ).sorted()
        // A guest says how to be reached, and so has whoever has an account.
        let level = max(person?.account.identityLevel ?? .contact, .contact)
        let actor =
            account == nil
            ? Actor.guest(answers.pseudonym, level) : Actor.citizen(answers.pseudonym, level)
        var draft = Draft(.petition(number: nil, .submit(submit)), by: actor, at: now)
        draft.idempotencyKey = filing.id.text
        draft.key = handover.key
        draft.sections = [PlainSection(answers.text(of: service))]
        if let petitioner { draft.sections.append(PlainSection(petitioner)) }
        if let account { draft.sections.append(PlainSection(Owner(account: account))) }
        if let place = answers.place { draft.sections.append(PlainSection(place)) }
        if let category = answers.category, settings.isConfidential(category, in: service) {
            draft.sections.append(PlainSection(Classification(category: category)))
        }
        for file in handover.files { draft.sections.append(PlainSection(Attachment(file))) }
        return draft
    }
}

extension Petitioner {
    /// Somebody with an account files under what the office knows of the person.
    fileprivate init(_ person: PersonFile) {
        let identity = person.identity
        self.init(
            title: identity?.title, givenName: identity?.givenName,
            familyName: identity?.familyName, nationalID: identity?.nationalID,
            passport: identity?.passport, phone: person.contact.phone ?? identity?.phone,
            email: person.contact.email ?? identity?.email, lineID: person.contact.lineID,
            address: person.contact.address ?? identity?.address)
    }
}

extension OfficeSettings {
    /// Whether a case of that category is confidential from the start.
    fileprivate func isConfidential(_ category: String, in service: ServiceDefinition) -> Bool {
        service.isConfidential || categories[category]?.value.isConfidential ?? false
    }
}
