internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// An officer's particulars, roles and department are changed.
enum ChangePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/officers/{officer}/change", .desk(.officers)) { visit in
            let officer = try visit.namedActiveOfficer()
            return page(
                officer, visit, OfficerFields.typed(officer, visit.officerPerson(officer.id)))
        }
        routes.post("/desk/officers/{officer}/change", .desk(.officers)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.namedActiveOfficer()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let identity = OfficerFields.identity(typed, &issues)
        guard issues.isEmpty else { return .page(page(officer, visit, typed, issues)) }
        let event = OfficeEvent.OfficerChanged(
            officer: officer.id, roles: OfficerFields.roles(typed),
            department: typed.text("department"))
        issues.add(
            visit.office.perform(
                Draft(
                    .office(OfficeCommand(.officerChanged(event))), by: try visit.deskActor(),
                    at: visit.now, sections: [PlainSection(identity)])), visit)
        return issues.isEmpty
            ? .go(DeskDone.changed.path(of: visit.deskPath("officers", officer.id)))
            : .page(page(officer, visit, typed, issues))
    }

    private static func page(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ typed: Typed,
        _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("แก้ไขข้อมูล \(officer.id)", "Change \(officer.id)")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("officers", officer.id, "change")) {
                OfficerFields(controls: controls, settings: visit.settings)
                    .html(typed, isOwn: officer.id == visit.officer?.id)
                Parts.actions { controls.submit(visit.say("บันทึก", "Save")) }
            }
        }
        page.back = visit.deskPath("officers", officer.id)
        page.mark(issues)
        return page
    }
}
