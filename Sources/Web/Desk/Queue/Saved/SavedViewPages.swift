internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Views that an officer keeps: for the own desk, for everybody's, or as what the desk opens with.
enum SavedViewPages {
    static func add(to routes: inout PageRoutes) {
        routes.post("/desk/views", .desk(.cases)) { try save($0) }
        routes.post("/desk/views/remove", .desk(.cases)) { try remove($0) }
    }

    /// What an officer's desk opens with is a view of this code.
    static func usual(_ officer: String) -> String { "\(officer)\(usualEnd)" }

    static func isUsual(_ view: String) -> Bool { view.hasSuffix(usualEnd) }

    private static let usualEnd = ".usual"
    private static let longestName = 60

    static func form(_ address: QueueAddress, _ saved: [SavedFilter], _ visit: Visit) -> HTML {
        let own = saved.filter { $0.data.officer == visit.officer?.id }
        return details(.class("more"), .id("save")) {
            summary { visit.say("บันทึกมุมมองนี้", "Keep this view") }
            visit.form(to: visit.deskPath("views")) {
                fields(address, nil, Controls(visit), visit)
            }
            if !own.isEmpty {
                h2 { visit.say("มุมมองของท่าน", "Your views") }
                ul {
                    for filter in own {
                        li {
                            filter.content.name
                            visit.form(to: visit.deskPath("views", "remove")) {
                                input(.type("hidden"), .name("view"), .value(filter.data.view))
                                button(.class("button plain")) {
                                    visit.say("ลบ", "Remove")
                                    span(.class("hidden")) { " \(filter.content.name)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func fields(
        _ address: QueueAddress, _ typed: Typed?, _ controls: Controls, _ visit: Visit
    ) -> HTML {
        var html = Once.input
        html.append(
            input(
                .type("hidden"), .name("filter"), .value(visit.queryText(of: address.filter))))
        html.append(
            controls.text("name", visit.say("ชื่อมุมมอง", "Name"), value: typed?.text("name")))
        html.append(
            controls.choice(
                "for", visit.say("ใช้เป็น", "As"),
                options: [
                    ("me", visit.say("มุมมองของฉัน", "a view of mine"), nil),
                    ("all", visit.say("มุมมองที่ทุกคนใช้ได้", "a view for everybody"), nil),
                    (
                        "usual", visit.say("หน้าแรกของฉัน", "what my desk opens with"),
                        nil
                    ),
                ], chosen: typed?.text("for") ?? "me"))
        html.append(Parts.actions { controls.submit(visit.say("บันทึก", "Keep")) })
        return html
    }

    private static func save(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let typed = Typed(visit.request.form)
        let filter = (try? FormFields.read((typed.fields["filter"] ?? "").utf8)) ?? FormFields()
        let address = visit.queueAddress(of: filter).filter
        let isUsual = typed["for"] == "usual"
        var issues = Issues()
        let name = isUsual ? typed.text("name") ?? "usual" : typed["name"]
        if name.isEmpty { issues.add("name", "ตั้งชื่อมุมมอง", "Give the view a name") }
        if name.unicodeScalars.count > longestName {
            issues.add("name", "ชื่อต้องไม่เกิน 60 ตัวอักษร", "Use at most 60 letters")
        }
        guard issues.isEmpty else { return .page(again(address, typed, issues, visit)) }
        let word = (typed.fields[Once.field] ?? "").prefix(16)
        let saved = OfficeEvent.ViewSaved(
            view: isUsual ? usual(officer.id) : "view-\(word)", officer: officer.id,
            isShared: typed["for"] == "all")
        var draft = Draft(
            .office(OfficeCommand(.viewSaved(saved))), by: officer.actor, at: visit.now,
            sections: [
                PlainSection(ViewFilter(name: name, filter: visit.queryText(of: address)))
            ])
        draft.idempotencyKey = Once.key("view", visit.request.form)
        let outcome = visit.office.perform(draft, seenIn: .officerQueue)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(again(address, typed, issues, visit))
        }
        return .go(visit.queuePath(address))
    }

    private static func again(
        _ address: QueueAddress, _ typed: Typed, _ issues: Issues, _ visit: Visit
    ) -> Page {
        let title = visit.say("บันทึกมุมมอง", "Keep a view")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("views")) {
                fields(address, typed, Controls(visit, issues), visit)
            }
        }
        page.back = visit.queuePath(address)
        page.mark(issues)
        return page
    }

    private static func remove(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let view = visit.request.form["view"] ?? ""
        let draft = Draft(
            .office(OfficeCommand(.viewRemoved(.init(view: view)))), by: officer.actor,
            at: visit.now)
        // Removed twice is removed; what belongs to somebody else stays.
        if let objection = visit.objection(
            to: visit.office.perform(draft, seenIn: .officerQueue)),
            visit.settings.views[view] != nil
        {
            let title = visit.say("ลบมุมมองไม่ได้", "The view was not removed")
            var page = Page(title) {
                h1 { title }
                p { visit.language(objection) }
            }
            page.back = visit.deskPath()
            page.status = .unprocessableContent
            return .page(page)
        }
        return .go(visit.deskPath())
    }
}
