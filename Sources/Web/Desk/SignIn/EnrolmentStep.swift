internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The second factor is set up before the first sign-in, and after one was lost.
enum EnrolmentStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/sign-in/second-factor") { visit in
            try SignInWay.at(.enrolment, visit) { _, officer in
                .page(try page(officer, visit))
            }
        }
        routes.post("/desk/sign-in/second-factor") { visit in
            try SignInWay.at(.enrolment, visit) { half, officer in
                var issues = Issues()
                guard try visit.setFactor(of: officer, &issues) else {
                    return .page(try page(officer, visit, issues))
                }
                var next = half
                next.hasShownFactor = true
                return try SignInWay.goOn(next, visit)
            }
        }
    }

    private static func page(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ issues: Issues = Issues()
    ) throws -> Page {
        let title = visit.say("ตั้งรหัสยืนยันขั้นที่สอง", "Set up your second factor")
        let controls = Controls(visit, issues)
        let factor = try visit.office.factors.offer(
            to: OfficerLogin.account(of: officer.id), at: visit.now)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "หน่วยงานกำหนดให้เจ้าหน้าที่ใช้รหัสจากโทรศัพท์ทุกครั้งที่เข้าสู่ระบบ",
                    "The office asks for a code from your phone at each sign-in.")
            }
            FactorFields.offer(factor, to: officer.id, visit)
            visit.form(to: visit.deskPath("sign-in", "second-factor")) {
                FactorFields.code(controls)
                Parts.actions { controls.submit(visit.say("ยืนยันและเข้าสู่ระบบ", "Confirm")) }
            }
        }
        page.back = visit.signIn(thenTo: nil)
        page.mark(issues)
        return page
    }
}

extension Visit {
    /// Sets the factor that was offered by the code that was typed; false with what is wrong. The
    /// log says so first.
    func setFactor(of officer: OfficeSettings.Officer, _ issues: inout Issues) throws -> Bool {
        let account = OfficerLogin.account(of: officer.id)
        let typed = Typed(request.form)["code"]
        guard memory.factorCodes.take(officer.id, at: now) == nil,
            try office.factors.isOffered(typed, to: account, at: now)
        else {
            issues.add(
                "code", "รหัสไม่ถูกต้อง กรอกรหัสที่แอปแสดงในขณะนี้",
                "The code is not right. Enter the one that the app shows now")
            return false
        }
        let event = OfficeEvent.SecondFactorSet(officer: officer.id)
        let outcome = office.perform(
            Draft(.office(OfficeCommand(.secondFactorSet(event))), by: officer.actor, at: now))
        issues.add(outcome, self)
        guard outcome.isAccepted else { return false }
        memory.factorCodes.forget(officer.id)
        guard try office.factors.set(account, by: typed, at: now) else {
            // The offer went away meanwhile: the form was sent twice, or the password changed.
            issues.add(
                "code", "ตั้งรหัสยืนยันไม่สำเร็จ ลองอีกครั้ง หากเข้าสู่ระบบไม่ได้ ติดต่อผู้ดูแลระบบ",
                "The second factor was not set. Try again; if you cannot sign in, ask the "
                    + "office’s administrator")
            return false
        }
        return true
    }
}
