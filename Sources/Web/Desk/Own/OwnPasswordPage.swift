internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// An officer changes the own password; all other devices are signed out.
enum OwnPasswordPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me/password", .desk(.own)) { page($0) }
        routes.post("/desk/me/password", .desk(.own), lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let isShown = try OwnPassword.check(officer, visit, &issues)
        if case .throttled(let seconds) = isShown {
            return .page(TooManyTries.page(visit, seconds, back: OwnPages.path(visit)))
        }
        let password = NewPasswordFields.read(
            typed, visit.settings.passwordPolicy, names: visit.passwordNames(of: officer.id),
            &issues)
        guard issues.isEmpty, let password else { return .page(page(visit, issues)) }
        let outcome = try visit.office.logins.setPassword(
            hash: try visit.office.passwords.hash(password), of: officer.id, via: nil,
            by: officer.actor, at: visit.now)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(page(visit, issues))
        }
        return .response(
            try visit.renewSession(
                of: officer, why: .passwordChanged,
                thenTo: DeskDone.password.path(of: OwnPages.path(visit))))
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("เปลี่ยนรหัสผ่าน", "Change the password")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "เมื่อเปลี่ยนแล้ว อุปกรณ์อื่นทั้งหมดจะออกจากระบบ",
                    "All other devices are signed out when it is changed.")
            }
            visit.form(to: visit.deskPath("me", "password")) {
                OwnPassword.field(controls)
                NewPasswordFields(controls: controls, policy: visit.settings.passwordPolicy).html()
                Parts.actions { controls.submit(title) }
            }
        }
        page.back = OwnPages.path(visit)
        page.mark(issues)
        return page
    }
}

/// The current password, asked for again before something of weight is changed: a screen that was
/// left open is not enough.
enum OwnPassword {
    enum Check: Equatable {
        case right, wrong
        case throttled(seconds: Int)
    }

    private static let name = "current-password"

    static func field(_ controls: Controls) -> HTML {
        controls.text(
            name, controls.language("รหัสผ่านปัจจุบัน", "Current password"), value: nil,
            type: "password", width: "w13", autocomplete: "current-password")
    }

    /// Takes the time of a hash. A wrong one is recorded like one at the sign-in.
    static func check(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ issues: inout Issues
    ) throws -> Check {
        let typed = visit.request.form[name] ?? ""
        guard !typed.isEmpty else {
            issues.add(name, "กรอกรหัสผ่านปัจจุบัน", "Enter your current password")
            return .wrong
        }
        // Apart from the sign-in's: only who is signed in uses these tries up.
        let key = "own-password\n\(officer.id)"
        if let seconds = visit.memory.logins.take(key, at: visit.now) {
            SignInRecord.refused(.throttled, officer.id, visit)
            return .throttled(seconds: seconds)
        }
        let account = OfficerLogin.account(of: officer.id)
        let hash = try visit.office.accounts.passwordHash(of: account)
        guard try visit.office.passwords.verify(typed, against: hash) else {
            SignInRecord.refused(.wrongPassword, officer.id, visit)
            issues.add(name, "รหัสผ่านปัจจุบันไม่ถูกต้อง", "The current password is not right")
            return .wrong
        }
        visit.memory.logins.forget(key)
        return .right
    }
}

extension Visit {
    /// Signs the officer out everywhere, and in again here under a new token.
    func renewSession(
        of officer: OfficeSettings.Officer, why: SessionEnd, thenTo target: String
    ) throws -> Response {
        try office.logins.endSessions(
            of: officer.id, why: why, by: officer.actor, at: now,
            sparing: Set([officerSession?.id].compactMap { $0 }))
        if let officerSession {
            _ = try office.sessions.end(officerSession.id, of: officerSession.account)
        }
        return try beginSession(of: officer, thenTo: target)
    }
}
