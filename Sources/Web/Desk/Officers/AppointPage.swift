internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Somebody is appointed, and gets a first password that is shown once.
enum AppointPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/appoint", .desk(.officers)) { page($0, Typed()) }
        routes.post("/desk/appoint", .desk(.officers), lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let id = typed["officer"]
        if id.isEmpty { issues.add("officer", "กรอกรหัสเจ้าหน้าที่", "Enter the officer’s id") }
        let identity = OfficerFields.identity(typed, &issues)
        guard issues.isEmpty else { return .page(page(visit, typed, issues)) }
        let password = OfficerLogins.initialPassword()
        let event = OfficeEvent.OfficerAppointed(
            officer: id, roles: OfficerFields.roles(typed), department: typed.text("department"))
        let outcome = try visit.office.logins.appoint(
            event, as: identity, passwordHash: try visit.office.passwords.hash(password),
            by: try visit.deskActor(), at: visit.now, once: Once.key("appoint", visit.request.form))
        guard case .accepted(let receipt) = outcome else {
            issues.add(outcome, visit)
            return .page(page(visit, typed, issues))
        }
        // Sent twice: the password that was shown the first time is the one that holds.
        if receipt.isRepeat { return .go(visit.deskPath("officers", id)) }
        return .page(OneTimePassword.page(password, of: id, visit))
    }

    private static func page(
        _ visit: Visit, _ typed: Typed, _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("แต่งตั้งเจ้าหน้าที่", "Appoint an officer")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("appoint")) {
                Once.input
                controls.text(
                    "officer", visit.say("รหัสเจ้าหน้าที่", "Officer’s id"),
                    value: typed.text("officer"),
                    hint: visit.say(
                        "อักษรอังกฤษ ตัวเลข และขีด เช่น works-6 อยู่ในประวัติทุกเรื่องตลอดไป จึงไม่ใช้ชื่อบุคคล",
                        "Letters, digits and hyphens, such as works-6. It stands in the history "
                            + "for ever: use no person’s name"),
                    width: "w13", autocomplete: "off")
                OfficerFields(controls: controls, settings: visit.settings).html(typed)
                Parts.actions { controls.submit(title) }
            }
        }
        page.back = OfficersPages.path(visit)
        page.mark(issues)
        return page
    }
}
