internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// A new service begins as a copy of one that works: with its course, its clocks and its ends.
enum NewServicePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/settings/new-service", .desk(.settings)) {
            page($0, Typed(), Issues())
        }
        routes.post("/desk/settings/new-service", .desk(.settings)) { try take($0) }
    }

    private static func page(_ visit: Visit, _ typed: Typed, _ issues: Issues) -> Page {
        let title = visit.say("เพิ่มบริการ", "Add a service")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "บริการใหม่เริ่มจากสำเนาของบริการที่มีอยู่ แก้ไขแล้วจึงเปิดให้บริการ",
                    "A new service begins as a copy of one that is there. Change it, then offer it."
                )
            }
            visit.form(to: visit.deskPath("settings", "new-service")) {
                SettingsChanging.seen(shown)
                controls.text(
                    "code", visit.say("รหัส", "Code"), value: typed.text("code"),
                    hint: FieldLabel.hint("code", in: "").map { visit.language($0) })
                controls.text(
                    "name.th", visit.say("ชื่อ (ไทย)", "Name (Thai)"), value: typed.text("name.th"))
                controls.text(
                    "name.en", visit.say("ชื่อ (อังกฤษ)", "Name (English)"),
                    value: typed.text("name.en"), isRequired: false)
                controls.select(
                    "from", visit.say("ทำสำเนาจาก", "Copied from"), options: models(visit),
                    chosen: typed.text("from"))
                div(.class("actions")) {
                    button(.class("button"), .type("submit"), .name("act"), .value("preview")) {
                        visit.say("ตรวจก่อนบันทึก", "Check the change")
                    }
                }
            }
        }
        page.mark(issues)
        page.back = visit.deskPath("settings", "services")
        return page
    }

    /// Nothing was there that somebody else could have changed.
    private static let shown = SchemaJSON.object([])

    private static func models(_ visit: Visit) -> [(code: String, label: String)] {
        visit.settings.services.values.compactMap(\.newest)
            .map { ($0.code, visit.language($0.name)) }.sorted { $0.1 < $1.1 }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let code = typed["code"]
        if SettingsChanging.wasRecorded(visit) {
            return .go(SettingsDone.path(ServiceSettingsPages.path(of: code, visit)))
        }
        if visit.settings.services[code] != nil {
            issues.add("code", OfficeRefusal.exists(.service, code).wording)
        }
        guard var definition = visit.settings.definition(of: typed["from"]) else {
            issues.add("from", "เลือกบริการที่จะทำสำเนา", "Choose the service to copy")
            return .page(page(visit, typed, issues))
        }
        if typed["act"] == "edit" || !issues.isEmpty {
            return .page(page(visit, typed, issues))
        }
        definition.code = code
        definition.version = 0
        definition.name = LocalText(typed["name.th"], english: typed.text("name.en"))
        var entry = ServiceEntry()
        entry.definition = definition
        let (wanted, actor, now) = (entry, try visit.deskActor(), visit.now)
        return try SettingsChanging(
            visit: visit, part: .services, action: visit.deskPath("settings", "new-service"),
            back: ServiceSettingsPages.path(of: code, visit),
            title: visit.say("เพิ่มบริการ", "Add a service"), typed: typed.fields,
            shown: { _ in shown },
            plan: { SettingsPlan(service: wanted, in: $0, by: actor, at: now) },
            form: { page(visit, typed, $0) }
        ).take()
    }
}
