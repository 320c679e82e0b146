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
            try RegistrationSteps.step(visit) { .page(page($0, $0.said.typed)) }
        }
        routes.post("/register/details", lane: .slow) { visit in
            try RegistrationSteps.step(visit) { try take($0) }
        }
    }

    private static func take(_ now: RegistrationVisit) throws -> Answer {
        var registration = now
        let visit = registration.visit
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let identity = IdentityFields.read(typed, today: visit.today, &issues)
        let contact = ContactFields.read(typed, visit.settings, &issues)
        let password = password(typed, registration, identity, contact, &issues)
        guard issues.isEmpty else { return .page(page(registration, typed, issues)) }
        if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        try Registering.addTaken(identity, contact, visit, &issues)
        guard issues.isEmpty else { return .page(page(registration, typed, issues)) }
        if let password {
            registration.said.passwordHash = try visit.office.passwords.hash(password)
        }
        registration.said.typed = typed.without(
            VisitSeal.field, NewPasswordFields.names.0, NewPasswordFields.names.1)
        do {
            try registration.save()
        } catch FilingError.stale, FilingError.gone {
            // Sent twice, and the other one was faster.
            return .go(visit.path("register", visit.settings.photos.isEmpty ? "details" : "photos"))
        }
        guard visit.settings.photos.isEmpty else { return registration.go(to: "photos") }
        switch try Registering.register(registration) {
        case .done(let answer): return answer
        case .issues(let issues): return .page(page(registration, registration.said.typed, issues))
        }
    }

    /// Nil as well for who comes back to a page that was taken, and keeps the password.
    private static func password(
        _ typed: Typed, _ registration: RegistrationVisit, _ identity: Identity,
        _ contact: Contact?, _ issues: inout Issues
    ) -> String? {
        let isEmpty = (typed.fields[NewPasswordFields.names.0] ?? "").isEmpty
        if registration.said.passwordHash != nil, isEmpty { return nil }
        return NewPasswordFields.read(
            typed, registration.visit.settings.passwordPolicy,
            names: [
                identity.nationalID, identity.passport, identity.givenName, identity.familyName,
                contact?.email,
            ], &issues)
    }

    static func page(
        _ registration: RegistrationVisit, _ typed: Typed, _ issues: Issues = Issues()
    ) -> Page {
        let visit = registration.visit
        let title = visit.say("ข้อมูลของท่าน", "Your details")
        let controls = Controls(visit, issues)
        let isKept = registration.said.passwordHash != nil
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
                    controls.submit(
                        visit.settings.photos.isEmpty
                            ? visit.say("ลงทะเบียน", "Register")
                            : visit.say("บันทึกและไปต่อ", "Save and continue"))
                }
            }
        }
        page.back = visit.path("register")
        page.mark(issues)
        return page
    }
}
