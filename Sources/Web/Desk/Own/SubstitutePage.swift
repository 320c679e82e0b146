internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who stands in for an officer who is away.
enum SubstitutePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me/substitute", .desk(.own)) { visit in
            try page(visit, typed(try visit.needOfficer()))
        }
        routes.post("/desk/me/substitute", .desk(.own)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        var event = OfficeEvent.SubstituteSet(officer: officer.id)
        if !typed.isTicked("end") {
            event.substitute = typed.text("substitute")
            if event.substitute == nil {
                issues.add("substitute", "เลือกผู้ปฏิบัติแทน", "Choose who stands in for you")
            }
            event.from = DateFields.read("from", typed, &issues)
            event.until = DateFields.read("until", typed, &issues)
        }
        guard issues.isEmpty else { return .page(try page(visit, typed, issues)) }
        issues.add(
            visit.office.perform(
                Draft(
                    .office(OfficeCommand(.substituteSet(event))), by: officer.actor,
                    at: visit.now)), visit)
        return issues.isEmpty
            ? .go(DeskDone.substitute.path(of: OwnPages.path(visit)))
            : .page(try page(visit, typed, issues))
    }

    private static func typed(_ officer: OfficeSettings.Officer) -> Typed {
        var typed = Typed()
        guard let set = officer.substitute else { return typed }
        typed["substitute"] = set.substitute ?? ""
        DateFields.fill(&typed, "from", set.from)
        DateFields.fill(&typed, "until", set.until)
        return typed
    }

    private static func page(
        _ visit: Visit, _ typed: Typed, _ issues: Issues = Issues()
    ) throws -> Page {
        let officer = try visit.needOfficer()
        let title = visit.say("ผู้ปฏิบัติแทน", "Substitute")
        let controls = Controls(visit, issues)
        let others = visit.settings.officers.values
            .filter {
                $0.id != officer.id && visit.settings.mayStandIn($0.id, for: officer.id)
            }
            .map { ($0.id, "\(visit.officerName($0.id)) (\($0.id))") }
            .sorted { $0.1 < $1.1 }
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "ในวันที่ท่านไม่อยู่ ผู้ปฏิบัติแทนทำงานในเรื่องของท่านได้ และได้รับการแจ้งเตือนเรื่องใหม่ของท่าน",
                    "While you are away, the substitute may act in your cases and is told of new "
                        + "ones.")
            }
            visit.form(to: visit.deskPath("me", "substitute")) {
                controls.select(
                    "substitute", visit.say("ผู้ปฏิบัติแทน", "Who stands in"), options: others,
                    chosen: typed.text("substitute"))
                DateFields.html(
                    "from", visit.say("ตั้งแต่วันที่", "From"), controls, typed, isRequired: false)
                DateFields.html(
                    "until", visit.say("ถึงวันที่", "Until"), controls, typed, isRequired: false)
                Parts.actions { controls.submit(visit.say("บันทึก", "Save")) }
            }
            if officer.substitute != nil {
                visit.form(to: visit.deskPath("me", "substitute")) {
                    input(.type("hidden"), .name("end"), .value("yes"))
                    Parts.actions {
                        controls.submit(
                            visit.say("เลิกปฏิบัติแทน", "End it"), class: "button second")
                    }
                }
            }
        }
        page.back = OwnPages.path(visit)
        page.mark(issues)
        return page
    }
}
