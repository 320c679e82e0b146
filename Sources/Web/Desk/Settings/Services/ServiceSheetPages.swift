internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The form of one part of a service.
enum ServiceSheetPages {
    static func add(to routes: inout PageRoutes) {
        let pattern = "/desk/settings/services/{service}/{sheet}"
        routes.page(pattern, .desk(.settings)) { visit in
            let sheet = try visit.serviceSheet()
            return page(try entry(visit), sheet, visit, Issues())
        }
        routes.post(pattern, .desk(.settings), body: PartPages.limits) { try take($0) }
    }

    static func path(of service: String, _ sheet: ServiceSheet, _ visit: Visit) -> String {
        visit.deskPath("settings", "services", service, sheet.rawValue)
    }

    private static func entry(_ visit: Visit) throws -> ServiceEntry {
        let definition = try visit.settledService()
        return ServiceEntry(
            visit.settings.services[definition.code] ?? OfficeSettings.Service(), definition)
    }

    private static func page(
        _ entry: ServiceEntry, _ sheet: ServiceSheet, _ visit: Visit, _ issues: Issues
    ) -> Page {
        let title =
            "\(visit.language(entry.definition.name)): \(visit.language(sheet.label))"
        let fields = controls(entry, sheet, visit, issues)
        let shown = try? self.entry(visit)
        var page = Page(title) {
            issues.summary(visit.language)
            SettingsDone.note(visit)
            h1 { title }
            visit.form(to: path(of: entry.definition.code, sheet, visit)) {
                SettingsChanging.seen(NodeWriter.json(shown ?? entry))
                fields
                div(.class("actions")) {
                    button(.class("button"), .type("submit"), .name("act"), .value("preview")) {
                        visit.say("ตรวจก่อนบันทึก", "Check the change")
                    }
                }
            }
        }
        page.mark(issues)
        page.back = ServiceSettingsPages.path(of: entry.definition.code, visit)
        page.isNarrow = false
        return page
    }

    private static func controls(
        _ entry: ServiceEntry, _ sheet: ServiceSheet, _ visit: Visit, _ issues: Issues
    ) -> HTML {
        var form = FieldForm(
            visit, issues, typed: visit.request.form,
            choices: FieldChoices(visit.settings, service: entry.definition),
            only: sheet == .offer ? ["offered", "opens"] : sheet.fields)
        if sheet == .offer { form.show(entry) } else { form.show(entry.definition) }
        return form.html
    }

    private static func read(
        _ entry: inout ServiceEntry, _ sheet: ServiceSheet, _ input: inout FieldInput
    ) {
        if sheet == .offer { input.read(&entry) } else { input.read(&entry.definition) }
    }

    private static func input(
        _ typed: FormFields, _ sheet: ServiceSheet, editsLists: Bool
    ) -> FieldInput {
        FieldInput(
            typed, editsLists: editsLists,
            only: sheet == .offer ? ["offered", "opens"] : sheet.fields)
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let (sheet, typed) = (try visit.serviceSheet(), visit.request.form)
        let present = try entry(visit)
        var entry = present
        var edited = input(typed, sheet, editsLists: true)
        read(&entry, sheet, &edited)
        var unmoved = present
        var plain = input(typed, sheet, editsLists: false)
        read(&unmoved, sheet, &plain)
        guard plain.issues.isEmpty || typed["act"] == "edit" else {
            return .page(page(unmoved, sheet, visit, plain.issues))
        }
        if typed["act"] == "edit" || typed["act"]?.hasPrefix("add:") == true {
            return .page(page(entry, sheet, visit, Issues()))
        }
        let (wanted, actor, now) = (entry, try visit.deskActor(), visit.now)
        let code = entry.definition.code
        return try SettingsChanging(
            visit: visit, part: .services, action: path(of: code, sheet, visit),
            back: ServiceSettingsPages.path(of: code, visit),
            title: "\(visit.language(present.definition.name)): \(visit.language(sheet.label))",
            typed: typed, shown: { NodeWriter.json(ServiceEntry(of: code, in: $0) ?? present) },
            plan: { SettingsPlan(service: wanted, in: $0, by: actor, at: now) },
            form: { page(wanted, sheet, visit, $0) }
        ).take()
    }
}

extension Visit {
    fileprivate func serviceSheet() throws -> ServiceSheet {
        try request.parameter("sheet", ServiceSheet.init(rawValue:))
    }
}
