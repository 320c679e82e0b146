internal import API
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Which other systems are connected, whether they ask, and whether they take what they are sent:
/// for administrators.
enum SystemsPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/systems", .desk(.settings)) { try page($0) }
        SystemPage.add(to: &routes)
        SystemActions.add(to: &routes)
    }

    static func path(_ visit: Visit) -> String { visit.deskPath("systems") }

    private static func page(_ visit: Visit) throws -> Page {
        let title = visit.language(SettingsPart.subscribers.label)
        let standings = try visit.systems().all()
        var page = Page(title) {
            h1 { title }
            Parts.actions {
                Parts.link(
                    SettingsPages.path(of: .subscribers, visit),
                    visit.say("ตั้งค่าระบบเชื่อมต่อ", "Settings of connected systems"),
                    class: "button second")
            }
            if standings.isEmpty {
                p { visit.say("ยังไม่มีระบบเชื่อมต่อ", "No other system is connected.") }
            } else {
                table(standings, visit)
            }
        }
        page.back = visit.deskPath("settings")
        page.isNarrow = false
        return page
    }

    private static func table(_ standings: [SystemStanding], _ visit: Visit) -> HTML {
        let columns = [
            visit.say("ถามล่าสุด", "Asked last"), visit.say("จำนวนคำขอ", "Requests"),
            visit.say("สตรีมที่เปิดอยู่", "Open streams"), visit.say("การส่งออก", "Deliveries"),
            visit.say("ค้างส่ง (เหตุการณ์)", "Behind (events)"),
        ]
        let label = visit.language(SettingsPart.subscribers.label)
        return Parts.table(label, class: "systems stack") {
            Parts.heads([visit.say("ระบบ", "System")] + columns)
            tbody {
                for standing in standings {
                    tr {
                        td {
                            a(.href(SystemPage.path(of: standing.system.subscriber, visit))) {
                                standing.system.name
                            }
                        }
                        for (name, cell) in zip(columns, cells(standing, visit)) {
                            Parts.cell(name, cell)
                        }
                    }
                }
            }
        }
    }

    private static func cells(_ standing: SystemStanding, _ visit: Visit) -> [HTML] {
        [
            standing.usage.map { Parts.moment($0.last, visit) } ?? SystemWords.never(visit),
            .text("\(standing.usage?.requests ?? 0)"), .text("\(standing.streams.count)"),
            SystemWords.state(of: standing, visit),
            standing.deliveries.map { .text("\($0.behind)") } ?? HTML(),
        ]
    }
}

extension Visit {
    func systems() throws -> ConnectedSystems { try api.systems(of: office) }

    /// The system that the address names.
    func namedSystem() throws -> SystemStanding {
        let code = request.parameters["system"] ?? ""
        guard let standing = try systems().standing(of: code) else { throw HTTP.Refusal.notFound }
        return standing
    }
}
