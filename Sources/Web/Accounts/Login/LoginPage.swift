internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Logging in with a number or an e-mail address and a password.
enum LoginPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/login") { visit in
            if visit.session != nil { return .go(target(visit, visit.request.query)) }
            return .page(try page(visit, who: nil, next: visit.request.query["next"]))
        }
        routes.post("/login", lane: .slow) { try take($0) }
    }

    /// Where a forgotten password that is set anew leads.
    static func afterReset(_ visit: Visit) -> String { visit.path("login") + "?done=password" }

    private static func target(_ visit: Visit, _ fields: FormFields) -> String {
        visit.target(fields["next"]) ?? visit.path("account")
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        let who = typed["who"]
        let password = typed.fields["password"] ?? ""
        var issues = Issues()
        if who.isEmpty {
            issues.add(
                "who", "กรอกเลขประจำตัวประชาชนหรืออีเมล", "Enter your national ID or e-mail")
        }
        if password.isEmpty { issues.add("password", "กรอกรหัสผ่าน", "Enter your password") }
        guard issues.isEmpty else { return .page(try page(visit, issues, typed)) }
        let name = LoginName(who)
        let account = try name.account(in: visit.office)
        let browser = KnownBrowser(of: account, visit)
        if let seconds = throttle(visit, name, browser) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let hash = try account.flatMap { try visit.office.accounts.passwordHash(of: $0) }
        // As slow for nobody's number as for somebody's.
        let isRight = try visit.office.passwords.verify(password, against: hash)
        guard isRight, let account else {
            issues.add(
                "who", "เลขประจำตัว อีเมล หรือรหัสผ่านไม่ถูกต้อง",
                "The number, e-mail or password is not right")
            return .page(try page(visit, issues, typed))
        }
        visit.memory.logins.forget(key(visit, name, browser))
        visit.memory.loginNetworks.giveBack(visit.network)
        if browser == nil { visit.memory.loginNames.giveBack(name.key) }
        var response = try visit.begin(account, thenTo: target(visit, typed.fields))
        if browser == nil { KnownBrowser.remember(account, visit, &response) }
        return .response(response)
    }

    /// Seconds to wait, if there were too many tries with this name or from this network.
    private static func throttle(
        _ visit: Visit, _ name: LoginName, _ browser: KnownBrowser?
    ) -> Int? {
        let memory = visit.memory
        if let seconds = memory.loginNetworks.take(visit.network, at: visit.now) { return seconds }
        if let seconds = memory.logins.take(key(visit, name, browser), at: visit.now) {
            return seconds
        }
        return browser == nil ? memory.loginNames.take(name.key, at: visit.now) : nil
    }

    private static func key(_ visit: Visit, _ name: LoginName, _ browser: KnownBrowser?) -> String {
        browser.map { "browser\n\($0.mark)" } ?? "\(name.key)\n\(visit.network)"
    }

    private static func page(_ visit: Visit, _ issues: Issues, _ typed: Typed) throws -> Page {
        try page(visit, issues, who: typed.text("who"), next: typed.fields["next"])
    }

    private static func page(
        _ visit: Visit, _ issues: Issues = Issues(), who: String?, next: String?
    ) throws -> Page {
        let title = visit.say("เข้าสู่ระบบ", "Log in")
        let controls = Controls(visit, issues)
        let providers = try ProviderPages.buttons(visit, thenTo: next)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if visit.request.query["done"] == "password" {
                Parts.note("good") {
                    p {
                        visit.say(
                            "ตั้งรหัสผ่านใหม่แล้ว เข้าสู่ระบบด้วยรหัสผ่านใหม่",
                            "The new password is set. Log in with it.")
                    }
                }
            }
            visit.form(to: visit.path("login")) {
                Visit.carried(visit.target(next))
                controls.text(
                    "who", visit.say("เลขประจำตัวประชาชนหรืออีเมล", "National ID or e-mail"),
                    value: who,
                    hint: visit.say(
                        "ผู้ลงทะเบียนด้วยหนังสือเดินทาง กรอกเลขหนังสือเดินทาง",
                        "Or your passport number, if you registered with it"),
                    autocomplete: "username")
                controls.text(
                    "password", visit.say("รหัสผ่าน", "Password"), value: nil, type: "password",
                    autocomplete: "current-password")
                Parts.actions { controls.submit(title) }
            }
            if let providers { providers }
            p { Parts.link(visit.path("forgot"), visit.say("ลืมรหัสผ่าน", "Forgotten password")) }
            p {
                visit.say("ยังไม่มีบัญชี? ", "No account yet? ")
                Parts.link(
                    visit.register(thenTo: visit.target(next)), visit.say("ลงทะเบียน", "Register"))
            }
        }
        page.back = visit.path()
        page.mark(issues)
        return page
    }
}
