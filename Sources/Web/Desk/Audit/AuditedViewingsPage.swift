internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Workflow

/// Who saw what of people's data: by officer, by case or by person.
enum AuditedViewingsPage {
    static func page(_ visit: Visit) throws -> Page {
        let query = visit.request.query
        func text(_ name: String) -> String? {
            query[name].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
        }
        var search = EventSearch()
        search.actor = text("officer")
        search.stream =
            text("case").map { "petition/\($0)" } ?? text("account").map { "account/\($0)" }
        search.limit = 50
        search.isViewing = true
        if let before = text("before").flatMap(Position.init) { search.way = .before(before) }
        let found = try visit.office.office.log.search(search)
        let title = visit.say("ใครเปิดดูข้อมูลส่วนบุคคล", "Who looked at personal data")
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            AuditPages.form(to: visit.deskPath("audit", "viewings"), title) {
                div(.class("filters")) {
                    AuditPages.field(
                        "officer", visit.say("เจ้าหน้าที่", "Officer"), text("officer"))
                    AuditPages.field("case", visit.say("คำร้อง", "Case"), text("case"))
                    AuditPages.field(
                        "account", visit.say("บัญชีของประชาชน", "Person's account"),
                        text("account"))
                }
                Parts.actions {
                    button(.class("button"), .type("submit")) { visit.say("แสดง", "Show") }
                }
            }
            list(found.entries, visit)
            if let older = found.older {
                nav(.class("pager"), .label(visit.say("หน้า", "Pages"))) {
                    Parts.link(path(visit, before: older), visit.say("เก่ากว่า", "Older"))
                }
            }
        }
        page.isNarrow = false
        return page
    }

    private static func path(_ visit: Visit, before position: Position) -> String {
        var query = visit.request.query
        query["before"] = "\(position)"
        return "\(visit.deskPath("audit", "viewings"))?\(query.encoded)"
    }

    private static func list(_ found: [EventSearch.Found], _ visit: Visit) -> HTML {
        guard !found.isEmpty else {
            return Parts.note {
                p { visit.say("ไม่พบการเปิดดูในช่วงที่ค้น", "No viewing was found in this stretch.") }
            }
        }
        return Parts.table(visit.say("การเปิดดู ล่าสุดก่อน", "Viewings, the newest first")) {
            Parts.heads([
                visit.say("เมื่อ", "When"), visit.say("ใคร", "Who"),
                visit.say("ของ", "Of"), visit.say("อะไร", "What"),
                visit.say("ตำแหน่ง", "Position"),
            ])
            tbody {
                for one in found {
                    tr {
                        td { Parts.moment(one.envelope.time, visit, seconds: true) }
                        td { AuditPages.actor(one.envelope.actor, visit) }
                        td { AuditPages.stream(one.envelope.subject, visit) }
                        td {
                            (try? RecordedEvent.read(one.entry)).flatMap {
                                AuditedCasePage.parts($0, visit)
                            } ?? ""
                        }
                        td(.class("n")) { AuditPages.link(to: one.entry.position, visit) }
                    }
                }
            }
        }
    }
}
