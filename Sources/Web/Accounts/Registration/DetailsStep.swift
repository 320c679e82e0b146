internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The second step of registering: who somebody is, how to be reached, and a password.
enum DetailsStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/register/details") { visit in
            if visit.session != nil { return .go(visit.path("account")) }
            guard let registration = RegistrationStep.current(visit) else {
                return .go(visit.path("register"))
            }
            return .page(page(visit, registration, registration.typed ?? Typed()))
        }
        routes.post("/register/details", lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        if visit.session != nil { return .go(visit.path("account")) }
        guard var registration = RegistrationStep.current(visit) else {
            if let answer = try RegistrationStep.repeated(visit) { return answer }
            return .go(visit.path("register"))
        }
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let identity = IdentityFields.read(typed, today: visit.today, &issues)
        let contact = ContactFields.read(typed, visit.settings, &issues)
        var password: String?
        // Who comes back to a page that was taken keeps the password unless a new one is typed.
        let isKept =
            registration.passwordHash != nil
            && (typed.fields[NewPasswordFields.names.0] ?? "").isEmpty
        if !isKept {
            password = NewPasswordFields.read(
                typed, visit.settings.passwordPolicy,
                names: [
                    identity.nationalID, identity.passport, identity.givenName,
                    identity.familyName, contact?.email,
                ], &issues)
        }
        guard issues.isEmpty else { return .page(page(visit, registration, typed, issues)) }
        if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        try RegistrationStep.addTaken(identity, contact, visit, &issues)
        guard issues.isEmpty else { return .page(page(visit, registration, typed, issues)) }
        if let password {
            registration.passwordHash = try visit.office.passwords.hash(password)
        }
        registration.typed = typed.without(
            VisitSeal.field, NewPasswordFields.names.0, NewPasswordFields.names.1)
        registration.identity = identity
        registration.contact = contact
        visit.memory.unfinished.keep(registration, of: visit.visitor, at: visit.now)
        return try finish(visit, registration)
    }

    /// The person is registered; photos of the card may follow from the account.
    private static func finish(
        _ visit: Visit, _ registration: UnfinishedRegistration
    ) throws -> Answer {
        switch try RegistrationStep.register(registration, visit) {
        case .done(let answer): return answer
        case .issues(let issues):
            return .page(page(visit, registration, registration.typed ?? Typed(), issues))
        }
    }

    static func page(
        _ visit: Visit, _ registration: UnfinishedRegistration, _ typed: Typed,
        _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("ข้อมูลของท่าน", "Your details")
        let controls = Controls(visit, issues)
        let isKept = registration.passwordHash != nil
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                RegistrationSteps.caption(2, visit)
                title
            }
            visit.form(to: visit.path("register", "details")) {
                IdentityFields(controls: controls).html(typed)
                h2 { visit.say("ติดต่อท่านได้ที่", "How to reach you") }
                ContactFields(controls: controls, settings: visit.settings).html(typed)
                h2 { visit.say("ตั้งรหัสผ่าน", "Choose a password") }
                if isKept {
                    Parts.note {
                        p {
                            visit.say(
                                "ตั้งรหัสผ่านไว้แล้ว เว้นว่างไว้หากไม่เปลี่ยน",
                                "A password is set. Leave this empty to keep it.")
                        }
                    }
                }
                NewPasswordFields(controls: controls, policy: visit.settings.passwordPolicy)
                    .html(isRequired: !isKept)
                Parts.actions {
                    controls.submit(visit.say("ลงทะเบียน", "Register"))
                }
            }
        }
        page.back = visit.path("register")
        page.mark(issues)
        return page
    }
}
