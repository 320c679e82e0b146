internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

/// What the steps of a registration share: finding it again, and making an account of it.
enum RegistrationStep {
    enum Outcome {
        case done(Answer)
        case issues(Issues)
    }

    /// The visitor's unfinished registration, if its terms still hold.
    static func current(_ visit: Visit) -> UnfinishedRegistration? {
        guard let found = visit.memory.unfinished.find(visit.visitor, at: visit.now),
            !found.isFinished, found.terms == visit.settings.termsVersion,
            found.notice == visit.settings.noticeVersion
        else { return nil }
        return found
    }

    /// The last step was sent twice, and the first one was taken: the person is let in again.
    static func repeated(_ visit: Visit) throws -> Answer? {
        guard let found = visit.memory.unfinished.find(visit.visitor, at: visit.now),
            found.isFinished
        else { return nil }
        return .response(try visit.begin(found.account, thenTo: visit.path("account")))
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
    static func register(
        _ registration: UnfinishedRegistration, _ visit: Visit,
        evidence: [Evidence] = []
    ) throws -> Outcome {
        let account = registration.account
        guard let hash = registration.passwordHash else {
            return .done(.go(visit.path("register", "details")))
        }
        // Before the event: whoever is registered can log in.
        try visit.office.accounts.setPassword(hash: hash, of: account, at: visit.now)
        let outcome = visit.office.perform(draft(registration, evidence, visit))
        switch outcome {
        case .accepted:
            _ = visit.office.perform(passwordSet(registration, visit))
            var finished = registration
            finished.finish()
            visit.memory.unfinished.keep(finished, of: visit.visitor, at: visit.now)
            return .done(.response(try visit.begin(account, thenTo: visit.path("account"))))
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

    private static func draft(
        _ registration: UnfinishedRegistration, _ evidence: [Evidence], _ visit: Visit
    ) -> Draft {
        var data = AccountEvent.Registered()
        data.method = .password
        data.channel = .web
        data.terms = registration.terms
        data.notice = registration.notice
        data.photos = evidence.isEmpty ? nil : evidence.count
        if registration.contact?.email != nil { data.contactPreference = .electronic }
        var sections = [PlainSection(registration.identity)]
        if let contact = registration.contact { sections.append(PlainSection(contact)) }
        sections += evidence.map { PlainSection($0) }
        var draft = Draft(
            .account(id: registration.account, .register(data)),
            by: .citizen(registration.account, .unproven), at: visit.now, sections: sections)
        draft.idempotencyKey = "register-\(registration.account)"
        return draft
    }

    private static func passwordSet(
        _ registration: UnfinishedRegistration, _ visit: Visit
    ) -> Draft {
        var draft = Draft(
            .account(id: registration.account, .setPassword),
            by: .citizen(registration.account, .unproven), at: visit.now)
        draft.idempotencyKey = "register-password-\(registration.account)"
        draft.isOwnerProven = true
        return draft
    }
}

extension Visit {
    var today: CivilDate { now.local.date }
}
