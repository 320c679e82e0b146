internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

/// Making an account of a registration.
enum Registering {
    enum Outcome {
        case done(Answer)
        case issues(Issues)
    }

    /// Says so where somebody else has the number or the address; the writer asks again.
    static func addTaken(
        _ identity: Identity, _ contact: Contact?, _ visit: Visit, _ issues: inout Issues
    ) throws {
        func ask(_ value: String?, _ unique: AccountRefusal.Unique) throws {
            guard let value, try visit.office.account(with: value, as: unique) != nil else {
                return
            }
            issues.add(field(of: unique), AccountRefusal.taken(unique).wording)
        }
        try ask(identity.nationalID, .nationalID)
        try ask(identity.passport, .passport)
        try ask(contact?.email, .email)
    }

    private static func field(of unique: AccountRefusal.Unique) -> String {
        switch unique {
        case .nationalID: "national-id"
        case .passport: "passport"
        case .email: "email"
        case .phone: "phone"
        case .login: "main"
        }
    }

    /// Makes the account and logs the person in. Sent again, it makes none and lets the person in.
    static func register(_ registration: RegistrationVisit) throws -> Outcome {
        let visit = registration.visit
        let account = registration.said.account
        guard let hash = registration.said.passwordHash else {
            return .done(.go(visit.path("register", "details")))
        }
        let draft: Draft
        do {
            draft = try self.draft(registration)
        } catch FilingError.gone, FilingError.stale {
            return .done(.go(visit.path("register", "details")))
        }
        // Before the event: whoever is registered can log in.
        try visit.office.accounts.setPassword(hash: hash, of: account, at: visit.now)
        let outcome = visit.office.perform(draft)
        switch outcome {
        case .accepted, .refused(RequestRefusal.keyReused.code, _):
            return .done(try letIn(registration))
        case .refused(let code, let wording):
            try visit.office.accounts.forget(account)
            var issues = Issues()
            issues.add(
                [.nationalID, .passport, .email].first {
                    AccountRefusal.taken($0).code == code
                }.map(field) ?? "main", wording)
            return .issues(issues)
        case .busy, .unknown, .failed:
            var issues = Issues()
            issues.add(outcome, visit)
            return .issues(issues)
        }
    }

    private static func letIn(_ registration: RegistrationVisit) throws -> Answer {
        let visit = registration.visit
        let account = registration.said.account
        var password = Draft(
            .account(id: account, .setPassword), by: .citizen(account, .unproven), at: visit.now)
        password.idempotencyKey = "password-\(registration.filing.id.text)"
        password.isOwnerProven = true
        _ = visit.office.perform(password)
        visit.memory.registered.keep(account, of: visit.visitor, at: visit.now)
        try visit.office.filings.finish(registration.filing.id, for: nil)
        var answer = try visit.begin(
            account, thenTo: visit.target(registration.said.next) ?? visit.path("account"))
        RegistrationVisit.forget(visit, &answer)
        return .response(answer)
    }

    private static func draft(_ registration: RegistrationVisit) throws -> Draft {
        let visit = registration.visit
        let said = registration.said
        // It was read without issues when it was kept.
        var issues = Issues()
        let identity = IdentityFields.read(said.typed, today: visit.today, &issues)
        let contact = ContactFields.read(said.typed, visit.settings, &issues)
        let handover = try visit.office.handOver(
            registration.filing.id, for: nil, seen: registration.filing.version)
        let evidence = IdentityPhotos.evidence(handover.files, visit.settings)
        var data = AccountEvent.Registered()
        data.method = .password
        data.channel = .web
        data.terms = said.terms
        data.notice = said.notice
        data.photos = evidence.isEmpty ? nil : evidence.count
        if contact?.email != nil { data.contactPreference = .electronic }
        var sections = [PlainSection(identity)]
        if let contact { sections.append(PlainSection(contact)) }
        sections += evidence.map { PlainSection($0) }
        var draft = Draft(
            .account(id: said.account, .register(data)), by: .citizen(said.account, .unproven),
            at: visit.now, sections: sections)
        draft.idempotencyKey = registration.filing.id.text
        draft.key = handover.key
        return draft
    }
}

extension Visit {
    var today: CivilDate { now.local.date }
}
