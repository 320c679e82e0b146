internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The second factor is shown: the six digits of the officer's app.
enum SecondFactorStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/sign-in/code") { visit in
            try SignInWay.at(.secondFactor, visit) { _, _ in .page(page(visit)) }
        }
        routes.post("/desk/sign-in/code") { visit in
            try SignInWay.at(.secondFactor, visit) { half, officer in
                try take(half, officer, visit)
            }
        }
    }

    private static func take(
        _ half: SignInInHand, _ officer: OfficeSettings.Officer, _ visit: Visit
    ) throws -> Answer {
        let typed = Typed(visit.request.form)["code"]
        var issues = Issues()
        guard !typed.isEmpty else {
            issues.add("code", "กรอกรหัส 6 หลักจากแอป", "Enter the six digits from the app")
            return .page(page(visit, issues))
        }
        if let seconds = visit.memory.factorCodes.take(officer.id, at: visit.now) {
            SignInRecord.refused(.throttled, officer.id, visit)
            return .page(TooManyTries.page(visit, seconds))
        }
        guard
            try visit.office.factors.take(
                typed, of: OfficerLogin.account(of: officer.id), at: visit.now)
        else {
            SignInRecord.refused(.secondFactor, officer.id, visit)
            issues.add(
                "code", "รหัสไม่ถูกต้องหรือใช้ไปแล้ว รอรหัสใหม่ในแอปแล้วกรอกอีกครั้ง",
                "The code is not right, or was used. Wait for the next one in the app")
            return .page(page(visit, issues))
        }
        visit.memory.factorCodes.forget(officer.id)
        var next = half
        next.hasShownFactor = true
        return try SignInWay.goOn(next, visit)
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("รหัสยืนยันขั้นที่สอง", "Second factor")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("sign-in", "code")) {
                FactorFields.code(controls)
                Parts.actions { controls.submit(visit.say("เข้าสู่ระบบ", "Sign in")) }
            }
            p(.class("soft")) {
                visit.say(
                    "โทรศัพท์หายหรือเปลี่ยนเครื่อง ติดต่อผู้ดูแลระบบของหน่วยงาน",
                    "If you lost your phone, ask the office’s administrator.")
            }
        }
        page.back = visit.signIn(thenTo: nil)
        page.mark(issues)
        return page
    }
}
