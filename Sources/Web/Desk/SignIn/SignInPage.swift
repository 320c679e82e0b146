internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Signing in as an officer, with the id that the office gave and a password; what else is asked
/// for follows.
enum SignInPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/sign-in") { visit in
            if let officer = visit.officer {
                return .go(target(visit) ?? visit.deskHome(of: officer))
            }
            return .page(page(visit, Issues(), Typed(visit.request.query)))
        }
        routes.post("/desk/sign-in", lane: .slow) { visit in
            try Evenly.answer { try take(visit) }
        }
        SecondFactorStep.add(to: &routes)
        FirstPasswordStep.add(to: &routes)
        EnrolmentStep.add(to: &routes)
    }

    private static func target(_ visit: Visit) -> String? {
        visit.target(visit.request.query["next"])
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        let id = typed["officer"]
        let password = typed.fields["password"] ?? ""
        var issues = Issues()
        if id.isEmpty { issues.add("officer", "กรอกรหัสเจ้าหน้าที่", "Enter your officer’s id") }
        if password.isEmpty { issues.add("password", "กรอกรหัสผ่าน", "Enter your password") }
        guard issues.isEmpty else { return .page(page(visit, issues, typed)) }
        let officer = visit.settings.activeOfficer(id)
        let tries = SignInTries(of: id, officer, visit)
        if let seconds = tries.take() {
            SignInRecord.refused(.throttled, id, visit)
            return .page(TooManyTries.page(visit, seconds))
        }
        let hash = try officer.flatMap {
            try visit.office.accounts.passwordHash(of: OfficerLogin.account(of: $0.id))
        }
        // As slow for nobody's id as for somebody's.
        guard try visit.office.passwords.verify(password, against: hash), let officer, let hash
        else {
            SignInRecord.refused(SignInRecord.ground(of: id, visit.settings), id, visit)
            issues.add(
                "officer", "รหัสเจ้าหน้าที่หรือรหัสผ่านไม่ถูกต้อง",
                "The id or the password is not right")
            return .page(page(visit, issues, typed))
        }
        tries.giveBack()
        return try SignInWay.goOn(
            SignInInHand(officer: officer.id, hash: hash, next: visit.target(typed.fields["next"])),
            visit)
    }

    private static func page(_ visit: Visit, _ issues: Issues, _ typed: Typed) -> Page {
        let title = visit.say("เข้าสู่ระบบเจ้าหน้าที่", "Officers’ sign-in")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            DeskDone.note(visit)
            UnsentPages.promise(visit, next: typed.fields["next"])
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
            p {
                Parts.link(
                    visit.deskPath("forgot"), visit.say("ลืมรหัสผ่าน", "Forgotten password"))
            }
            p(.class("soft")) {
                visit.say("สำหรับเจ้าหน้าที่เท่านั้น ประชาชน ", "For officers only. Citizens ")
                Parts.link(visit.path("login"), visit.say("เข้าสู่ระบบที่นี่", "log in here"))
            }
        }
        page.mark(issues)
        return page
    }
}
