internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Vault
internal import Workflow

/// My cases: as cards on a phone, as a grid with everything for whoever wants it.
enum CaseListPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/cases", .citizen) { try list($0) }
    }

    private static func list(_ visit: Visit) throws -> Page {
        let account = visit.account ?? ""
        let rows = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: account, in: database)
        }
        let filings = try visit.office.filings.list(of: account)
        let everything =
            rows.isEmpty || visit.request.query["view"] != "all"
            ? nil : try CaseGrid(rows, visit)
        let title = visit.say("คำร้องของฉัน", "My cases")
        var page = Page(title) {
            h1 { title }
            UnfinishedList.section(filings, visit)
            if rows.isEmpty {
                p { visit.say("คุณยังไม่มีคำร้อง", "You have no cases yet.") }
            }
            Parts.actions {
                Parts.link(
                    visit.path("services"), visit.say("ยื่นเรื่องใหม่", "File a petition"),
                    class: "button")
            }
            if let everything {
                everything.table
            } else if !rows.isEmpty {
                cards(rows, visit)
                p {
                    Parts.link(
                        "\(visit.path("cases"))?view=all",
                        visit.say("ดูเป็นตารางพร้อมรายละเอียด", "See all details in one table"))
                }
            }
        }
        page.isNarrow = false
        page.back = visit.path()
        return page
    }

    private static func cards(_ rows: [MyCaseRow], _ visit: Visit) -> HTML {
        ul(.class("cards")) {
            for row in rows { li(.class("card lift")) { card(row, visit) } }
        }
    }

    private static func card(_ row: MyCaseRow, _ visit: Visit) -> HTML {
        var card = h2 {
            a(.href(visit.path("cases", row.number))) {
                CaseWords.service(row.course.service, row.course.definition, visit)
            }
        }
        card.append(
            p(.class("small soft")) {
                "\(row.number) · "
                Parts.moment(row.course.receivedAt, visit)
            })
        card.append(
            p {
                CaseWords.badge(
                    row.course.status, awaitsCitizen: row.course.awaitsCitizen, visit)
                if row.unread > 0 {
                    " "
                    Parts.badge(
                        visit.say("ข้อความใหม่ \(row.unread)", "\(row.unread) new"), "warn")
                }
            })
        if let step = row.nextStep {
            card.append(
                p {
                    CaseWords.nextStep(step, visit)
                    if let at = row.nextAt {
                        visit.say(" ภายใน ", " by ")
                        Parts.moment(at, visit)
                    }
                })
        }
        return card
    }
}
