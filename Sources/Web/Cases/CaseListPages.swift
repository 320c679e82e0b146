internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
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
        // What still goes on first, each part as it was.
        let open = rows.filter { !$0.course.status.isFinal }
        let ordered = open + rows.filter { $0.course.status.isFinal }
        let everything =
            rows.isEmpty || visit.request.query["view"] != "all"
            ? nil : try CaseGrid(rows, visit)
        let cards = everything == nil ? try cards(ordered, visit) : HTML()
        let title = visit.say("คำร้องของฉัน", "My cases")
        var page = Page(title) {
            RemovalPage.note(visit)
            h1 { title }
            if rows.isEmpty {
                p { visit.say("ท่านยังไม่มีคำร้อง", "You have no cases yet.") }
            }
            Parts.actions {
                Parts.link(
                    visit.path("services"), visit.say("ยื่นเรื่องใหม่", "File a petition"),
                    class: "button")
            }
            if !rows.isEmpty, !filings.isEmpty {
                h2 { visit.say("เรื่องที่ส่งแล้ว", "Filed") }
            }
            if let everything {
                everything.table
            } else if !rows.isEmpty {
                cards
                p {
                    Parts.link(
                        "\(visit.path("cases"))?view=all",
                        visit.say("ดูเป็นตารางพร้อมรายละเอียด", "See all details in one table"))
                }
            }
            UnfinishedList.section(filings, visit)
        }
        page.isNarrow = false
        page.back = visit.path()
        return page
    }

    /// Each is opened for its subject: so many and no more.
    private static let mostOpened = 50

    private static func cards(_ rows: [MyCaseRow], _ visit: Visit) throws -> HTML {
        let new = try NewMessages(rows, visit)
        let cards = try rows.enumerated().map { index, row in
            let subject =
                index < mostOpened
                ? try visit.office.office.file(of: row.number)?.text?.subject : nil
            return card(row, subject, new.count(row), visit)
        }
        return ul(.class("cards")) { for card in cards { li(.class("card lift")) { card } } }
    }

    private static func card(
        _ row: MyCaseRow, _ subject: String?, _ new: Int, _ visit: Visit
    ) -> HTML {
        let (code, version) = (row.course.service, row.course.definition)
        let service = CaseWords.service(code, version, visit)
        let title = CaseWords.subject(subject, of: code, version, visit)
        var card = h2 { a(.href(visit.path("cases", row.number))) { title } }
        card.append(
            p(.class("small soft")) {
                if title != .text(service) { "\(service) · " }
                "\(row.number) · "
                Parts.moment(row.course.receivedAt, visit)
            })
        card.append(
            p {
                CaseWords.badge(
                    row.course.status, of: row.kind, awaitsCitizen: row.course.awaitsCitizen, visit)
                if new > 0 {
                    " "
                    Parts.badge(visit.say("ข้อความใหม่ \(new)", "\(new) new"), "warn")
                }
            })
        if let step = row.nextStep {
            card.append(
                p {
                    CaseWords.nextStep(step, of: row.kind, visit)
                    if let at = row.nextAt {
                        visit.say(" ภายใน ", " by ")
                        Parts.moment(at, visit)
                    }
                })
        }
        return card
    }
}
