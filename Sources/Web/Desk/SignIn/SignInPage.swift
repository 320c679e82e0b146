internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Signing in as an officer, with the id that the office gave and a password.
enum SignInPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/sign-in") { visit in
            if visit.officer != nil { return .go(target(visit, visit.request.query)) }
            return .page(page(visit, Issues(), Typed(visit.request.query)))
        }
        routes.post("/desk/sign-in", lane: .slow) { try take($0) }
    }

    private static func target(_ visit: Visit, _ fields: FormFields) -> String {
        visit.target(fields["next"]) ?? visit.deskPath()
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        let id = typed["officer"]
        let password = typed.fields["password"] ?? ""
        var issues = Issues()
        if id.isEmpty { issues.add("officer", "กรอกรหัสเจ้าหน้าที่", "Enter your officer’s id") }
        if password.isEmpty { issues.add("password", "กรอกรหัสผ่าน", "Enter your password") }
        guard issues.isEmpty else { return .page(page(visit, issues, typed)) }
        if let seconds = visit.memory.loginNetworks.take(visit.network, at: visit.now)
            ?? visit.memory.logins.take("officer\n\(id)", at: visit.now)
        {
            return .page(
                TooManyTries.page(visit, seconds, isLogin: false, back: visit.signIn(thenTo: nil)))
        }
        let officer = visit.settings.activeOfficer(id)
        let hash = try officer.flatMap {
            try visit.office.accounts.passwordHash(of: OfficerLogin.account(of: $0.id))
        }
        // As slow for nobody's id as for somebody's.
        guard try visit.office.passwords.verify(password, against: hash), let officer else {
            issues.add(
                "officer", "รหัสเจ้าหน้าที่หรือรหัสผ่านไม่ถูกต้อง",
                "The id or the password is not right")
            return .page(page(visit, issues, typed))
        }
        visit.memory.logins.forget("officer\n\(id)")
        visit.memory.loginNetworks.giveBack(visit.network)
        return .response(try visit.begin(officer, thenTo: target(visit, typed.fields)))
    }

    private static func page(_ visit: Visit, _ issues: Issues, _ typed: Typed) -> Page {
        let title = visit.say("เข้าสู่ระบบเจ้าหน้าที่", "Officers’ sign-in")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("sign-in")) {
                if let next = visit.target(typed.fields["next"]) {
                    input(.type("hidden"), .name("next"), .value(next))
                }
                controls.text(
                    "officer", visit.say("รหัสเจ้าหน้าที่", "Officer’s id"),
                    value: typed.text("officer"), autocomplete: "username")
                controls.text(
                    "password", visit.say("รหัสผ่าน", "Password"), value: nil, type: "password",
                    autocomplete: "current-password")
                Parts.actions { controls.submit(visit.say("เข้าสู่ระบบ", "Sign in")) }
            }
        }
        page.mark(issues)
        return page
    }
}

extension Visit {
    /// A working day with its overtime.
    private static let deskHours = 10

    /// Signs an officer in under a new token, and leads on.
    func begin(_ officer: OfficeSettings.Officer, thenTo target: String) throws -> Response {
        if let officerSession {
            _ = try office.sessions.end(officerSession.id, of: officerSession.account)
        }
        let token = try office.sessions.begin(
            of: OfficerLogin.account(of: officer.id), at: now,
            lifetimeMilliseconds: Self.deskHours * 3_600_000)
        var response = Response.redirect(to: target)
        response.set(
            SetCookie(Self.officerCookie(office.code), token, isSecure: request.isSecure))
        return response
    }
}
