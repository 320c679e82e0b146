internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The services of the office: what there is, in which version, and the way to change each.
enum ServiceSettingsPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/settings/services", .desk(.settings)) { list($0) }
        routes.page("/desk/settings/services/{service}", .desk(.settings)) {
            page(of: try $0.settledService(), $0)
        }
        NewServicePage.add(to: &routes)
        ServiceSheetPages.add(to: &routes)
        ServiceFilePages.add(to: &routes)
    }

    private static func list(_ visit: Visit) -> Page {
        let title = visit.say("บริการ", "Services")
        let services = visit.settings.services.values.compactMap { service in
            service.newest.map { (service, $0) }
        }.sorted { ($0.1.kind.rawValue, $0.1.name.thai) < ($1.1.kind.rawValue, $1.1.name.thai) }
        var page = Page(title) {
            SettingsDone.note(visit)
            h1 { title }
            p(.class("actions")) {
                a(.class("button"), .href(visit.deskPath("settings", "new-service"))) {
                    visit.say("เพิ่มบริการ", "Add a service")
                }
                a(.href(SettingsHistoryPage.path(of: .services, nil, visit))) {
                    visit.say("ประวัติ", "History")
                }
            }
            Parts.table(title) {
                Parts.heads(
                    [
                        visit.say("บริการ", "Service"),
                        visit.say("ชนิด", "Kind"),
                        visit.say("รุ่น", "Version"),
                        visit.say("การเปิดให้บริการ", "Offered"),
                    ], numbers: 2..<3)
                tbody {
                    for (service, definition) in services {
                        row(service, definition, visit)
                    }
                }
            }
        }
        page.back = visit.deskPath("settings")
        page.isNarrow = false
        return page
    }

    private static func row(
        _ service: OfficeSettings.Service, _ definition: ServiceDefinition, _ visit: Visit
    ) -> HTML {
        tr {
            td {
                a(.href(path(of: definition.code, visit))) { visit.language(definition.name) }
                span(.class("soft small")) { " \(definition.code)" }
            }
            td { visit.language(definition.kind.label) }
            td(.class("n")) { "\(definition.version)" }
            td {
                offer(service, visit)
                if !definition.publicationRemarks.isEmpty {
                    " "
                    Parts.badge(visit.say("เวลาที่ประกาศไม่ตรง", "times differ"), "warn")
                }
            }
        }
    }

    static func path(of service: String, _ visit: Visit) -> String {
        visit.deskPath("settings", "services", service)
    }

    private static func offer(_ service: OfficeSettings.Service, _ visit: Visit) -> HTML {
        switch service.offer {
        case nil: Parts.badge(visit.say("ร่าง ยังไม่เปิด", "draft, not offered"), "info")
        case .open?: Parts.badge(visit.language(ServiceOffer.open.label), "good")
        case .soon?: Parts.badge(visit.language(ServiceOffer.soon.label), "warn")
        case .withdrawn?: Parts.badge(visit.language(ServiceOffer.withdrawn.label), "bad")
        }
    }

    private static func page(of definition: ServiceDefinition, _ visit: Visit) -> Page {
        let service = visit.settings.services[definition.code] ?? OfficeSettings.Service()
        let title = visit.language(definition.name)
        var page = Page(title) {
            SettingsDone.note(visit)
            h1 { title }
            ServiceRemarks.section(definition, visit)
            Parts.rows(facts(service, definition, visit))
            h2 { visit.say("แก้ไข", "Change") }
            ul(.class("cards")) {
                for sheet in ServiceSheet.allCases {
                    li(.class("card lift")) {
                        h3 {
                            a(.href(ServiceSheetPages.path(of: definition.code, sheet, visit))) {
                                visit.language(sheet.label)
                            }
                        }
                        p(.class("small soft")) { visit.language(sheet.meaning) }
                    }
                }
            }
            ServiceFilePages.section(ServiceEntry(service, definition), visit)
            p {
                a(.href(SettingsHistoryPage.path(of: .services, definition.code, visit))) {
                    visit.say("ประวัติของบริการนี้", "History of this service")
                }
            }
        }
        page.back = visit.deskPath("settings", "services")
        page.isNarrow = false
        return page
    }

    private static func facts(
        _ service: OfficeSettings.Service, _ definition: ServiceDefinition, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let opens = service.announced?.opens.map { " " + visit.day($0) } ?? ""
        return [
            (visit.say("รหัส", "Code"), .text(definition.code), nil),
            (visit.say("ชนิด", "Kind"), .text(visit.language(definition.kind.label)), nil),
            (
                visit.say("รุ่นล่าสุด", "Newest version"), .text("\(definition.version)"), nil
            ),
            (
                visit.say("การเปิดให้บริการ", "Offered"),
                span {
                    offer(service, visit)
                    opens
                }, nil
            ),
            (
                visit.say("เมื่อเกินกำหนด", "When overdue"),
                .text(visit.language(definition.overdue.label)), nil
            ),
        ]
    }
}

extension Visit {
    /// The newest definition of the service that the address names.
    func settledService() throws -> ServiceDefinition {
        try request.parameter("service") { settings.definition(of: $0) }
    }
}
