internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Workflow

/// The events of the log, the newest first, as a filter chooses them: the address is the filter.
enum EventsPage {
    static func page(_ visit: Visit) throws -> Page {
        let search = try search(visit)
        let found = try visit.office.office.log.search(search)
        var page = Page(visit.say("บันทึกเหตุการณ์", "Events of the log")) {
            AuditPages.tabs(visit)
            h1 { visit.say("บันทึกเหตุการณ์", "Events of the log") }
            form(search, visit)
            list(found.entries, visit)
            pager(found, visit)
        }
        page.isNarrow = false
        return page
    }

    private static func search(_ visit: Visit) throws -> EventSearch {
        let query = visit.request.query
        func text(_ name: String) -> String? {
            query[name].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
        }
        var search = EventSearch()
        search.type = text("type")
        search.stream = text("stream")
        search.actor = text("actor")
        search.correlation = text("correlation").flatMap { EventID(text: $0.utf8) }
        search.cause = text("cause").flatMap { EventID(text: $0.utf8) }
        search.from = try AuditPages.moment("from", visit)?.instant
        search.until = try AuditPages.moment("until", visit)?.instant
        if let before = text("before").flatMap(Position.init) { search.way = .before(before) }
        if let after = text("after").flatMap(Position.init) { search.way = .after(after) }
        return search
    }

    private static func form(_ search: EventSearch, _ visit: Visit) -> HTML {
        let label = visit.say("ตัวกรองเหตุการณ์", "Filter of events")
        return AuditPages.form(to: visit.deskPath("audit"), label) {
            div(.class("filters")) {
                div {
                    Markup.label(.for("type")) { visit.say("ชนิดเหตุการณ์", "Type") }
                    select(.id("type"), .name("type")) {
                        option(.value("")) { visit.say("ทุกชนิด", "every type") }
                        for word in types {
                            option(.value(word), .selected(word == search.type)) { word }
                        }
                    }
                }
                AuditPages.field(
                    "stream", visit.say("สาย", "Stream"), search.stream,
                    hint: "petition/…, account/…, office/…")
                AuditPages.field("actor", visit.say("ผู้กระทำ", "Actor"), search.actor)
                AuditPages.field(
                    "from", visit.say("ตั้งแต่", "From"), visit.request.query["from"],
                    hint: "2026-01-31T16:30")
                AuditPages.field(
                    "until", visit.say("ถึง", "Until"), visit.request.query["until"],
                    hint: "2026-01-31T16:30")
            }
            Parts.actions {
                button(.class("button"), .type("submit")) { visit.say("ค้นหา", "Search") }
                Parts.link(visit.deskPath("audit"), visit.say("ล้างทั้งหมด", "Clear all"))
            }
        }
    }

    private static var types: [String] {
        Set(Event.types.flatMap { kind in kind.types.map { "\(kind.kind.rawValue).\($0.name)" } })
            .sorted()
    }

    static func list(_ found: [EventSearch.Found], _ visit: Visit) -> HTML {
        guard !found.isEmpty else {
            return Parts.note {
                p { visit.say("ไม่พบเหตุการณ์ในช่วงที่ค้น", "No event was found in this stretch.") }
            }
        }
        return Parts.table(visit.say("เหตุการณ์ ล่าสุดก่อน", "Events, the newest first")) {
            Parts.heads([
                visit.say("ตำแหน่ง", "Position"), visit.say("บันทึกเมื่อ", "Recorded"),
                visit.say("เหตุการณ์", "Event"), visit.say("สาย", "Stream"),
                visit.say("ผู้กระทำ", "Actor"),
            ])
            tbody {
                for one in found {
                    tr {
                        td(.class("n")) { AuditPages.link(to: one.entry.position, visit) }
                        td { Parts.moment(one.envelope.time, visit, seconds: true) }
                        td { AuditPages.meaning(one, visit) }
                        td { AuditPages.stream(one.envelope.subject, visit) }
                        td { AuditPages.actor(one.envelope.actor, visit) }
                    }
                }
            }
        }
    }

    private static func pager(_ found: EventSearch.Page, _ visit: Visit) -> HTML {
        func path(_ name: String, _ position: Position) -> String {
            var query = visit.request.query
            query["before"] = nil
            query["after"] = nil
            query[name] = "\(position)"
            return AuditPages.events(visit, query)
        }
        return nav(.class("pager"), .label(visit.say("หน้า", "Pages"))) {
            if let newer = found.newer {
                Parts.link(path("after", newer), visit.say("ใหม่กว่า", "Newer"))
            }
            if let older = found.older {
                Parts.link(path("before", older), visit.say("เก่ากว่า", "Older"))
            }
        }
    }
}
