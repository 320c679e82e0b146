internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The queue or a figure as it stood at a moment: a slider over the whole log, a box for an exact
/// moment, and a button that works without a script.
enum PastPage {
    private static let mostRows = 100

    static func page(_ visit: Visit) throws -> Page {
        let moment = try AskedMoment(visit)
        let report = visit.request.query["report"].flatMap(Reporting.Report.init)
            .flatMap { $0.isList ? nil : $0 }
        let content =
            try report.map { try figure($0, at: moment.end, visit) }
            ?? queue(at: moment.end, moment.at, visit)
        let title = visit.say("ย้อนเวลา", "The past")
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            form(moment, report, visit)
            moment.words(visit)
            content
        }
        page.isNarrow = false
        return page
    }

    private static func form(
        _ moment: AskedMoment, _ report: Reporting.Report?, _ visit: Visit
    ) -> HTML {
        AuditPages.form(to: visit.deskPath("audit", "past"), visit.say("เวลาที่จะดู", "The moment")) {
            moment.slider(visit)
            div(.class("filters")) {
                AskedMoment.box(visit)
                div {
                    Markup.label(.for("report")) { visit.say("สิ่งที่จะดู", "What to look at") }
                    select(.id("report"), .name("report")) {
                        option(.value("")) { visit.say("คิวงาน", "The queue") }
                        for one in Reporting.Report.allCases where !one.isList {
                            option(.value(one.rawValue), .selected(one == report)) { one.rawValue }
                        }
                    }
                }
            }
            Parts.actions {
                button(.class("button"), .type("submit")) { visit.say("แสดง", "Show") }
            }
        }
    }

    private static func queue(at end: Position, _ at: Instant, _ visit: Visit) throws -> HTML {
        let scope = try visit.deskScope()
        let (rows, counts) = try visit.office.office.asItStood(.officerQueue, at: end) {
            database in
            var query = OfficerQueue.Query(.open, at: at)
            query.scope = scope
            query.limit = mostRows
            return (
                try OfficerQueue.page(query, in: database).map(\.row),
                try OfficerQueue.counts(at: at, in: database)
            )
        }
        var html = dl(.class("figures")) {
            for (name, number) in [
                (visit.say("เปิดอยู่", "Open"), counts.open),
                (visit.say("ยังไม่มีผู้รับ", "With nobody"), counts.unclaimed),
                (visit.say("รอประชาชน", "Awaiting the citizen"), counts.awaitingCitizen),
                (visit.say("ใกล้ครบกำหนด", "Nearly due"), counts.near),
                (visit.say("เกินกำหนด", "Overdue"), counts.overdue),
            ] {
                div {
                    dt { name }
                    dd { "\(number)" }
                }
            }
        }
        html.append(table(of: rows, at, visit))
        if counts.open > rows.count {
            html.append(
                p(.class("soft")) {
                    visit.say(
                        "แสดง \(rows.count) เรื่องแรกจาก \(counts.open) เรื่อง",
                        "The first \(rows.count) of \(counts.open) cases.")
                })
        }
        return html
    }

    private static func table(of rows: [CaseRow], _ at: Instant, _ visit: Visit) -> HTML {
        Parts.table(visit.say("คิวงาน", "The queue")) {
            Parts.heads([
                visit.say("เลขที่", "Number"), visit.say("สถานะ", "Status"),
                visit.say("หน่วยงาน", "Department"), visit.say("ผู้รับผิดชอบ", "With"),
                visit.say("รับเรื่อง", "Received"), visit.say("ครบกำหนด", "Due"),
            ])
            tbody {
                for row in rows {
                    tr {
                        td {
                            AuditPages.stream("petition/\(row.number)", visit)
                            if row.erasedAt != nil {
                                Parts.badge(visit.say("ลบข้อมูลแล้ว", "erased"), "warn")
                            }
                        }
                        td { visit.language(row.course.status.label(of: row.kind)) }
                        td { CaseWords.department(row.department, visit) ?? "–" }
                        td { row.owner.map { AuditPages.actor($0, visit) } ?? "–" }
                        td { Parts.moment(row.course.receivedAt, visit) }
                        td {
                            if let due = row.next.due {
                                Parts.moment(due, visit)
                                if due < at {
                                    Parts.badge(visit.say("เกินกำหนด", "overdue"), "bad")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func figure(
        _ report: Reporting.Report, at end: Position, _ visit: Visit
    ) throws -> HTML {
        let figures = try visit.office.office.asItStood(.reporting, at: end) {
            try Reporting.table(report, in: $0)
        }
        let words = FigureWords(visit: visit)
        return Parts.table(report.rawValue, isCaptioned: true) {
            Parts.heads(figures.columns.map(words.heading))
            tbody {
                for row in figures.rows {
                    tr {
                        for (column, value) in zip(figures.columns, row) {
                            td(.class("n")) { words.text(value, of: column) }
                        }
                    }
                }
            }
        }
    }
}
