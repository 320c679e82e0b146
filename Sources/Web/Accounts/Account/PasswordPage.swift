internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Changing the password while logged in.
enum PasswordPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/password", .citizen) { page($0) }
        routes.post("/account/password", .citizen, lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let typed = Typed(visit.request.form)
        let current = typed.fields["current-password"] ?? ""
        var issues = Issues()
        if current.isEmpty {
            issues.add("current-password", "กรอกรหัสผ่านปัจจุบัน", "Enter your current password")
        }
        let password = NewPasswordFields.read(
            typed, visit.settings.passwordPolicy, names: mine.person.passwordNames, &issues)
        guard issues.isEmpty, let password else { return .page(page(visit, issues)) }
        if let seconds = visit.memory.logins.take(mine.account, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let hash = try visit.office.accounts.passwordHash(of: mine.account)
        guard try visit.office.passwords.verify(current, against: hash) else {
            issues.add(
                "current-password", "รหัสผ่านปัจจุบันไม่ถูกต้อง",
                "The current password is not right")
            return .page(page(visit, issues))
        }
        visit.memory.logins.forget(mine.account)
        return try change(to: visit.office.passwords.hash(password), mine, visit)
    }

    /// The event first: a password that holds is one that the log knows of.
    private static func change(
        to hash: String, _ mine: Mine, _ visit: Visit
    ) throws -> Answer {
        let sessions = try visit.office.sessions.list(of: mine.account, at: visit.now)
        var drafts = [visit.draft(.setPassword, mine)]
        if sessions.count > 1 {
            drafts.append(
                visit.draft(
                    .endSessions(.init(why: .passwordChanged, sessions: sessions.count - 1)), mine))
        }
        let outcome = visit.office.perform(drafts)[0]
        guard outcome.isAccepted else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(page(visit, issues))
        }
        try visit.office.accounts.setPassword(hash: hash, of: mine.account, at: visit.now)
        try visit.office.sessions.endAll(of: mine.account)
        return .response(try visit.begin(mine.account, thenTo: Done.password.path(visit)))
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
                    "All other devices are logged out when it is changed.")
            }
            visit.form(to: visit.path("account", "password")) {
                controls.text(
                    "current-password", visit.say("รหัสผ่านปัจจุบัน", "Current password"),
                    value: nil, type: "password", width: "w13", autocomplete: "current-password")
                NewPasswordFields(controls: controls, policy: visit.settings.passwordPolicy).html()
                Parts.actions { controls.submit(title) }
            }
        }
        page.back = visit.path("account")
        page.mark(issues)
        return page
    }
}
