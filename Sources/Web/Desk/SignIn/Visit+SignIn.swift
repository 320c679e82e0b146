internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

extension Visit {
    /// Signs an officer in under a new token, and leads on; the browser is known from here on. The
    /// log says so first.
    func begin(
        _ officer: OfficeSettings.Officer, by method: IdentityMethod, thenTo target: String
    ) throws -> Answer {
        let event = OfficeEvent.SignedIn(officer: officer.id, method: method)
        let outcome = office.perform(
            Draft(.office(OfficeCommand(.signedIn(event))), by: .system, at: now))
        guard outcome.isAccepted else { return .page(notRecorded(outcome)) }
        if let officerSession {
            _ = try office.sessions.end(officerSession.id, of: officerSession.account)
        }
        var response = try beginSession(of: officer, thenTo: target)
        let account = OfficerLogin.account(of: officer.id)
        if KnownBrowser(of: account, self) == nil {
            KnownBrowser.remember(account, self, &response)
        }
        return .response(response)
    }

    /// A new session under a new token.
    func beginSession(
        of officer: OfficeSettings.Officer, thenTo target: String
    ) throws -> Response {
        let token = try office.sessions.begin(
            of: OfficerLogin.account(of: officer.id), at: now,
            lifetimeMilliseconds: settings.officerPolicy.sessionHours * 3_600_000,
            device: DeviceName.kept(of: request))
        var response = Response.redirect(to: target)
        response.set(
            SetCookie(Self.officerCookie(office.code), token, isSecure: request.isSecure))
        return response
    }

    private func notRecorded(_ outcome: CommandOutcome) -> Page {
        var issues = Issues()
        issues.add(outcome, self)
        let title = say("เข้าสู่ระบบไม่ได้ในขณะนี้", "You cannot sign in just now")
        var page = Page(title) {
            issues.summary(language)
            h1 { title }
            p { Parts.link(signIn(thenTo: nil), say("ลองอีกครั้ง", "Try again")) }
        }
        page.mark(issues)
        page.status = .serviceUnavailable
        return page
    }

    /// Where an officer's day begins: the queue, the identity checks, the settings of who has
    /// neither.
    func deskHome(of officer: OfficeSettings.Officer) -> String {
        if DeskArea.cases.isOpen(to: officer.roles) { return deskPath() }
        if DeskArea.identities.isOpen(to: officer.roles) { return deskPath("identities") }
        return DeskArea.settings.isOpen(to: officer.roles) ? deskPath("settings") : deskPath("me")
    }
}
