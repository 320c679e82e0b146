internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What happened to the queue or a figure between two moments.
enum DifferencePage {
    private static let mostCases = 200

    static func page(_ visit: Visit) throws -> Page {
        let report = visit.request.query["report"].flatMap(Reporting.Report.init)
            .flatMap { $0.isList ? nil : $0 }
        let title = visit.say("เทียบสองเวลา", "Two moments")
        let content = try content(report, visit)
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            form(report, visit)
            content
        }
        page.isNarrow = false
        return page
    }

    private static func form(_ report: Reporting.Report?, _ visit: Visit) -> HTML {
        let hint = visit.say(AuditPages.momentHint.thai, AuditPages.momentHint.english)
        return AuditPages.form(
            to: visit.deskPath("audit", "difference"), visit.say("สองเวลา", "The two moments")
        ) {
            div(.class("filters")) {
                AuditPages.field(
                    "from", visit.say("ตั้งแต่", "From"), visit.request.query["from"], hint: hint)
                AuditPages.field(
                    "to", visit.say("ถึง (ว่าง = เดี๋ยวนี้)", "To (empty: now)"),
                    visit.request.query["to"], hint: hint)
                div {
                    Markup.label(.for("report")) { visit.say("สิ่งที่จะเทียบ", "What to compare") }
                    select(.id("report"), .name("report")) {
                        option(.value("")) { visit.say("คิวงาน", "The queue") }
                        for one in Reporting.Report.allCases where !one.isList {
                            option(.value(one.rawValue), .selected(one == report)) { one.rawValue }
                        }
                    }
                }
            }
            Parts.actions {
                button(.class("button"), .type("submit")) { visit.say("เทียบ", "Compare") }
            }
        }
    }

    private static func content(_ report: Reporting.Report?, _ visit: Visit) throws -> HTML {
        guard let from = try AuditPages.moment("from", visit) else { return HTML() }
        let to = try AuditPages.moment("to", visit) ?? .head
        let office = visit.office.office
        do {
            guard let report else {
                return queue(try office.queueDifference(from: from, to: to), visit)
            }
            return figures(try office.figureDifference(report, from: from, to: to), visit)
        } catch DifferenceProblem.backwards {
            return Parts.note("bad") {
                p {
                    visit.say(
                        "เวลาที่สองอยู่ก่อนเวลาแรก", "The second moment lies before the first.")
                }
            }
        }
    }

    private static func span(_ from: PastMoment, _ to: PastMoment, _ visit: Visit) -> HTML {
        p(.role("status")) {
            visit.say("ตำแหน่ง \(from.position) (", "Position \(from.position) (")
            Parts.moment(from.at, visit, seconds: true)
            visit.say(") ถึง \(to.position) (", ") to \(to.position) (")
            Parts.moment(to.at, visit, seconds: true)
            ")"
        }
    }

    private static func queue(_ difference: QueueDifference, _ visit: Visit) -> HTML {
        var html = span(difference.from, difference.to, visit)
        let (before, after) = (difference.countsBefore, difference.countsAfter)
        html.append(
            p {
                visit.say(
                    "เปลี่ยน \(difference.cases.count) เรื่อง · เปิดอยู่ \(before.open) → \(after.open) · "
                        + "เกินกำหนด \(before.overdue) → \(after.overdue)",
                    "\(difference.cases.count) cases changed · open \(before.open) → \(after.open) "
                        + "· overdue \(before.overdue) → \(after.overdue)")
            })
        let lines = difference.cases.prefix(mostCases).flatMap { one in
            one.before == nil
                ? [
                    (
                        "petition/\(one.number)", visit.say("ยื่นใหม่", "filed"), nil,
                        one.after.course.status.rawValue as String?
                    )
                ]
                : one.changes.map { ("petition/\(one.number)", $0.name, $0.before, $0.after) }
        }
        html.append(
            table(visit.say("เลขที่", "Number"), visit) {
                for (stream, name, was, now) in lines {
                    tr {
                        td { AuditPages.stream(stream, visit) }
                        td { name }
                        td { value(was, of: name, visit) }
                        td { value(now, of: name, visit) }
                    }
                }
            })
        return html
    }

    private static func figures(_ difference: FigureDifference, _ visit: Visit) -> HTML {
        let words = FigureWords(visit: visit)
        var html = span(difference.from, difference.to, visit)
        html.append(
            table(visit.say("ของ", "Of"), visit) {
                for row in difference.rows {
                    for change in row.changes {
                        tr {
                            td { row.of.joined(separator: " ") }
                            td { words.heading(change.name) }
                            td { change.before ?? "–" }
                            td { change.after ?? "–" }
                        }
                    }
                }
            })
        return html
    }

    /// Times are told as times.
    private static func value(_ text: String?, of name: String, _ visit: Visit) -> String {
        guard let text else { return "–" }
        let isTime = ["_at", "_due", "_near"].contains { name.hasSuffix($0) }
        guard isTime, let milliseconds = Int(text) else { return text }
        return visit.moment(Instant(milliseconds: milliseconds))
    }

    private static func table(
        _ first: String, _ visit: Visit, @HTMLBuilder rows: () -> HTML
    ) -> HTML {
        Parts.table(visit.say("สิ่งที่เปลี่ยน", "What changed")) {
            Parts.heads([
                first, visit.say("สิ่งที่เปลี่ยน", "What changed"),
                visit.say("ก่อน", "Before"), visit.say("หลัง", "After"),
            ])
            tbody { rows() }
        }
    }
}
