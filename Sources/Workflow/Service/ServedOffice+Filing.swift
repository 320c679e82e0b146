internal import Crypto
internal import Documents
package import Entries
package import Events
internal import Paper
internal import Projections
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
        let (answers, service) = try asked(filing)
        guard let service else { return notOffered }
        let person = try account.flatMap { try office.person($0) }
        let isAnonymous = account == nil && answers.isAnonymous
        let petitioner = isAnonymous ? nil : person.map(Petitioner.init) ?? answers.petitioner
        let head = try settings().value.office
        let handover = try handOver(filing.id, for: account, seen: filing.version) {
            guard answers.mode ?? .online == .online, let head else { return [] }
            return [
                try Self.form(
                    answers, service, petitioner, filing, OfficeHead(head), language, now)
            ]
        }
        // A guest says how to be reached, and so has whoever has an account; who gives no name does
        // neither.
        let level: IdentityLevel =
            isAnonymous ? .unproven : max(person?.account.identityLevel ?? .contact, .contact)
        let actor =
            account == nil
            ? Actor.guest(answers.pseudonym, level) : Actor.citizen(answers.pseudonym, level)
        var draft = try draft(
            answers, service, Self.people(petitioner, account), handover.files,
            under: handover.key, once: filing.id.text, by: actor, now)
        if isAnonymous, case .petition(_, .submit(var submit)) = draft.command {
            submit.isAnonymous = true
            submit.identityLevel = .unproven
            submit.tracking = .code
            draft.command = .petition(number: nil, .submit(submit))
        }
        return try send(draft, of: filing, keptBy: account, filed)
    }

    /// Files for somebody what an officer has entered.
    ///
    /// Where the officer has seen the card of somebody who has an account, the case is that
    /// account's: the person finds it there. Otherwise who has a telephone follows it by that.
    package func file(
        _ filing: UnfinishedFiling, enteredBy officer: Actor, at now: Instant,
        filed: (String) -> Void = { _ in }
    ) throws -> CommandOutcome {
        let (answers, service) = try asked(filing)
        guard let service else { return notOffered }
        let keeper = OfficerLogin.account(of: officer.id)
        let handover = try handOver(filing.id, for: keeper, seen: filing.version)
        let entry = answers.desk ?? DeskEntry()
        let petitioner = entry.isAnonymous ? nil : answers.petitioner
        let account = entry.isCardSeen ? try known(petitioner) : nil
        var draft = try draft(
            answers, service, Self.people(petitioner, account), handover.files,
            under: handover.key, once: filing.id.text, by: officer, now)
        guard case .petition(_, .submit(var submit)) = draft.command else { return notOffered }
        submit.enter(entry, petitioner, as: .counter, hasAccount: account != nil)
        draft.command = .petition(number: nil, .submit(submit))
        draft.occurredAt = entry.occurredAt
        draft.sections += entry.note
        return try send(draft, of: filing, keptBy: keeper, filed)
    }

    /// Files what a connected system says for somebody who uses it, with files that were sealed
    /// under a key of `newKey`.
    ///
    /// The same under the same idempotency key is one petition: `sent` tells whether the files are
    /// the same.
    package func file(
        _ answers: PetitionAnswers, _ files: [HandedFile], sent: Digest, under key: KeyReference,
        once: String, by client: Actor, at now: Instant
    ) throws -> CommandOutcome {
        let settings = try settings().value
        guard
            let service = settings.definition(of: answers.service, version: answers.definition)
        else { return notOffered }
        let answers = answers.asked(by: service)
        let entry = answers.desk ?? DeskEntry()
        let petitioner = entry.isAnonymous ? nil : answers.petitioner
        var draft = try draft(
            answers, service, Self.people(petitioner, nil), files, under: key, once: once,
            by: client, now)
        guard case .petition(_, .submit(var submit)) = draft.command else { return notOffered }
        submit.enter(entry, petitioner, as: .online, hasAccount: false)
        draft.command = .petition(number: nil, .submit(submit))
        draft.occurredAt = entry.occurredAt
        draft.sections += entry.note
        draft.sentFiles = sent
        return perform(draft, seenIn: .officerQueue)
    }

    /// The account of whoever has that card.
    private func known(_ petitioner: Petitioner?) throws -> String? {
        guard let number = petitioner?.nationalID else { return nil }
        return try account(with: number, as: .nationalID)
    }

    private var notOffered: CommandOutcome {
        .refused(code: "not-offered", PetitionRefusal.notOffered.wording)
    }

    private func asked(
        _ filing: UnfinishedFiling
    ) throws -> (answers: PetitionAnswers, service: ServiceDefinition?) {
        let answers = try PetitionAnswers.decoded(filing.answers)
        let service = try settings().value.definition(
            of: answers.service, version: answers.definition)
        return (service.map(answers.asked(by:)) ?? answers, service)
    }

    private func send(
        _ draft: Draft, of filing: UnfinishedFiling, keptBy keeper: String?,
        _ filed: (String) -> Void
    ) throws -> CommandOutcome {
        let outcome = perform(draft)
        if case .accepted(let receipt) = outcome {
            if let stream = StreamName(subject: receipt.stream) { filed(stream.name) }
            try filings.finish(filing.id, for: keeper)
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
                label: Attachment.petitionForm), content: try paper.pdf())
    }

    /// Who asks, and whose account the case belongs to.
    private static func people(_ petitioner: Petitioner?, _ account: String?) -> [PlainSection] {
        [petitioner.map { PlainSection($0) }, account.map { PlainSection(Owner(account: $0)) }]
            .compactMap(\.self)
    }

    private func draft(
        _ answers: PetitionAnswers, _ service: ServiceDefinition, _ people: [PlainSection],
        _ files: [HandedFile], under key: KeyReference, once: String, by actor: Actor,
        _ now: Instant
    ) throws -> Draft {
        let settings = try settings().value
        var submit = PetitionCommand.Submit(
            service: service.code, channel: .web, mode: answers.mode ?? .online)
        submit.category = answers.category
        submit.isConfidential = answers.isConfidential
        submit.contactPreference = answers.contactPreference ?? .electronic
        submit.moo = answers.place?.moo.flatMap(Int.init)
        submit.terms = settings.termsVersion
        submit.notice = settings.noticeVersion
        submit.attachments = files.isEmpty ? nil : files.count
        submit.documents = Set(
            files.compactMap(\.label.label).filter { code in
                service.documents.contains { $0.code == code }
            }
        ).sorted()
        var draft = Draft(.petition(number: nil, .submit(submit)), by: actor, at: now)
        draft.idempotencyKey = once
        draft.key = key
        draft.sections = [PlainSection(answers.text(of: service))] + people
        if let place = answers.place { draft.sections.append(PlainSection(place)) }
        let isConfidential = answers.desk?.isConfidential ?? answers.isConfidential
        if let category = answers.category ?? service.category,
            isConfidential || settings.isConfidential(category, in: service)
        {
            draft.sections.append(PlainSection(Classification(category: category)))
        }
        for file in files { draft.sections.append(PlainSection(Attachment(file))) }
        return draft
    }
}

extension PetitionCommand.Submit {
    /// What whoever enters it for the petitioner says. Terms are accepted by the petitioner alone.
    fileprivate mutating func enter(
        _ entry: DeskEntry, _ petitioner: Petitioner?, as mode: FilingMode, hasAccount: Bool
    ) {
        channel = entry.channel
        self.mode = mode
        urgency = entry.urgency
        isOnBehalf = true
        isAnonymous = entry.isAnonymous
        isConfidential = entry.isConfidential
        (terms, notice) = (nil, nil)
        let isReachable = petitioner?.phone != nil || petitioner?.email != nil
        identityLevel = entry.isCardSeen ? .ial13 : isReachable ? .contact : .unproven
        if !hasAccount, petitioner?.phone != nil { tracking = .phone }
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

extension DeskEntry {
    /// What stands in the case's file of how it was entered.
    fileprivate var note: [PlainSection] { lateReason.map { [PlainSection(Note(text: $0))] } ?? [] }
}
