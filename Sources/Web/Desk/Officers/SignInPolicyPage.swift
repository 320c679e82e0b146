internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// How officers sign in: who needs a second factor, and how long a sign-in holds.
enum SignInPolicyPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/sign-in-policy", .desk(.officers)) { visit in
            let policy = visit.settings.officerPolicy
            var fields = FormFields()
            for role in policy.secondFactor { fields.append("role", role.rawValue) }
            fields["hours"] = "\(policy.sessionHours)"
            return page(visit, Typed(fields))
        }
        routes.post("/desk/sign-in-policy", .desk(.officers)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        let event = OfficeEvent.OfficerPolicySet(
            secondFactor: OfficerFields.roles(typed), sessionHours: Int(typed["hours"]) ?? 0)
        var issues = Issues()
        issues.add(
            visit.office.perform(
                Draft(
                    .office(OfficeCommand(.officerPolicySet(event))), by: try visit.deskActor(),
                    at: visit.now)), visit)
        return issues.isEmpty
            ? .go(DeskDone.policy.path(of: OfficersPages.path(visit)))
            : .page(page(visit, typed, issues))
    }

    private static func page(
        _ visit: Visit, _ typed: Typed, _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("วิธีเข้าสู่ระบบของเจ้าหน้าที่", "How officers sign in")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("sign-in-policy")) {
                controls.choices(
                    "role",
                    visit.say("หน้าที่ที่ต้องใช้รหัสยืนยันขั้นที่สอง", "Who needs a second factor"),
                    options: Role.ofOfficers.map { ($0.rawValue, visit.language($0.label), nil) },
                    chosen: typed.fields.all("role"),
                    hint: visit.say(
                        "ผู้ที่ตั้งรหัสไว้แล้วต้องใช้ทุกครั้ง แม้หน้าที่ไม่อยู่ในรายการ",
                        "Whoever has set one up shows it at each sign-in in any case"))
                controls.text(
                    "hours", visit.say("การเข้าสู่ระบบมีผล (ชั่วโมง)", "A sign-in holds (hours)"),
                    value: typed.text("hours"), width: "w2", inputmode: "numeric")
                Parts.actions { controls.submit(visit.say("บันทึก", "Save")) }
            }
        }
        page.back = OfficersPages.path(visit)
        page.mark(issues)
        return page
    }
}
