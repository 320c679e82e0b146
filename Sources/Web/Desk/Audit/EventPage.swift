internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Vault
internal import Workflow

/// One event as it is stored: its place, its hash, its bytes, and what is sealed beside it by
/// name. Nothing sealed is opened.
enum EventPage {
    static func page(_ visit: Visit) throws -> Page {
        let found = try found(visit)
        let (entry, envelope) = (found.entry, found.envelope)
        let title = visit.say("เหตุการณ์ที่ \(entry.position)", "Event \(entry.position)")
        let (causing, began) = try (
            envelope.cause.flatMap(visit.office.office.log.position(of:)),
            envelope.correlation.flatMap(visit.office.office.log.position(of:))
        )
        let sections = try envelope.sealedSections
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            p { AuditPages.meaning(found, visit) }
            Parts.rows(
                facts(found, visit)
                    + [
                        chain(visit.say("เกิดจาก", "Caused by"), causing, visit),
                        chain(visit.say("ต้นสาย", "Chain began with"), began, visit),
                    ].compactMap { $0 })
            p {
                Parts.link(
                    AuditPages.events(
                        visit,
                        ["correlation": "\(envelope.correlation ?? envelope.id)"]),
                    visit.say("ทั้งสายเหตุการณ์", "The whole chain"))
                " · "
                Parts.link(
                    AuditPages.events(visit, ["cause": "\(envelope.id)"]),
                    visit.say("เหตุการณ์ที่ตามมา", "What it led to"))
            }
            neighbours(entry.position, visit)
            if !sections.isEmpty { sealed(sections, visit) }
            h2 { visit.say("ไบต์ที่บันทึก", "The bytes as stored") }
            pre(
                .class("stored"), .role("region"),
                .label(visit.say("ไบต์ที่บันทึก", "The bytes as stored")),
                Attribute("tabindex", "0")
            ) { String(decoding: entry.bytes, as: UTF8.self) }
            p {
                Parts.link(
                    visit.deskPath("audit", "events", "\(entry.position)", "bytes"),
                    visit.say("ดาวน์โหลด (JSON)", "Download (JSON)"))
            }
        }
        page.isNarrow = false
        page.back = visit.deskPath("audit")
        return page
    }

    static func bytes(_ visit: Visit) throws -> Response {
        let entry = try found(visit).entry
        var response = Response.bytes(entry.bytes, .json)
        response.setDisposition(fileName: "event-\(entry.position).json")
        response.headers["Cache-Control"] = "no-store"
        return response
    }

    private static func found(_ visit: Visit) throws -> EventSearch.Found {
        guard let position = visit.request.parameters["position"].flatMap(Position.init),
            let entry = try visit.office.office.log.entry(at: position)
        else { throw HTTP.Refusal.notFound }
        return try EventSearch.Found(entry)
    }

    private static func facts(
        _ found: EventSearch.Found, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let envelope = found.envelope
        return [
            (visit.say("ตำแหน่ง", "Position"), .text("\(found.entry.position)"), nil),
            (
                visit.say("บันทึกเมื่อ", "Recorded"),
                Parts.moment(envelope.time, visit, seconds: true), nil
            ),
            (visit.say("ชนิด", "Type"), .text(envelope.type), nil),
            (
                visit.say("สาย", "Stream"),
                AuditPages.stream(envelope.subject, visit), nil
            ),
            (visit.say("ลำดับในสาย", "Number in it"), .text("\(envelope.streamVersion)"), nil),
            (visit.say("ผู้กระทำ", "Actor"), .text(AuditPages.actor(envelope.actor, visit)), nil),
            (visit.say("รหัส", "Id"), .text("\(envelope.id)"), nil),
            (
                visit.say("แฮชของรายการ (ใบของต้นไม้)", "Hash of the entry (leaf of the tree)"),
                code(.class("hash")) { "\(found.entry.leafHash)" }, nil
            ),
        ]
    }

    private static func chain(
        _ label: String, _ position: Position?, _ visit: Visit
    ) -> (label: String, value: HTML, change: HTML?)? {
        position.map { (label, AuditPages.link(to: $0, visit), nil) }
    }

    private static func neighbours(_ position: Position, _ visit: Visit) -> HTML {
        let head = (try? visit.office.office.log.head) ?? position
        return nav(.class("pager"), .label(visit.say("เหตุการณ์ข้างเคียง", "Neighbours"))) {
            if position > 1 {
                Parts.link(
                    AuditPages.path(to: position - 1, visit), visit.say("ก่อนหน้า", "Previous"))
            }
            if position < head {
                Parts.link(AuditPages.path(to: position + 1, visit), visit.say("ถัดไป", "Next"))
            }
        }
    }

    private static func sealed(_ sections: [SealedSection], _ visit: Visit) -> HTML {
        var html = h2 { visit.say("ส่วนที่ปิดผนึก", "What is sealed beside it") }
        html.append(
            Parts.table(visit.say("ส่วนที่ปิดผนึก", "What is sealed beside it")) {
                Parts.heads([
                    visit.say("ส่วน", "Section"), visit.say("กุญแจ", "Key"),
                    visit.say("แฮชของที่ปิดผนึก", "Hash of the blob"),
                ])
                tbody {
                    for section in sections {
                        tr {
                            td {
                                "\(section.number). \(section.field)"
                                if let at = visit.office.office.vault.erasure(
                                    of: section.keyReference)
                                {
                                    " "
                                    Parts.badge(visit.say("ลบแล้ว", "erased"), "warn")
                                    " "
                                    AuditPages.link(to: at, visit)
                                }
                            }
                            td { code(.class("hash")) { "\(section.keyReference)" } }
                            td { code(.class("hash")) { "\(section.hash)" } }
                        }
                    }
                }
            })
        return html
    }
}
