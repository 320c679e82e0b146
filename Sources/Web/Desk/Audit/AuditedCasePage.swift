internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// A case's full history as the log has it, who looked at it, and the chain of its documents.
enum AuditedCasePage {
    static func page(_ visit: Visit) throws -> Page {
        guard let name = visit.request.parameters["number"],
            let history = try visit.office.office.log.history(of: name)
        else { throw HTTP.Refusal.notFound }
        let number = history.petition.number
        let title = visit.say("ประวัติคำร้อง \(number)", "History of case \(number)")
        let documents = DocumentChain.links(of: history.events)
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            p {
                visit.language(history.petition.status.label(of: history.petition.kind))
                " · "
                Parts.link(
                    visit.deskPath("cases", number),
                    visit.say("เปิดเรื่อง (จะถูกบันทึก)", "Open the case (will be recorded)"))
            }
            EvidencePages.form(number, visit)
            if !documents.isEmpty { chain(documents, visit) }
            h2 { visit.say("เหตุการณ์ทั้งหมด", "Every event") }
            events(history.events, visit)
        }
        page.isNarrow = false
        page.back = visit.deskPath("audit")
        return page
    }

    private static func events(_ events: [RecordedEvent], _ visit: Visit) -> HTML {
        Parts.table(visit.say("เหตุการณ์ทั้งหมด", "Every event")) {
            Parts.heads([
                visit.say("ตำแหน่ง", "Position"), visit.say("บันทึกเมื่อ", "Recorded"),
                visit.say("เหตุการณ์", "Event"), visit.say("ผู้กระทำ", "Actor"),
                visit.say("ปิดผนึก", "Sealed"),
            ])
            tbody {
                for event in events {
                    tr {
                        td(.class("n")) { AuditPages.link(to: event.position, visit) }
                        td { Parts.moment(event.time, visit, seconds: true) }
                        td {
                            visit.language(type(of: event.event.data).meaning)
                            if let parts = parts(event, visit) {
                                span(.class("small soft")) { " \(parts)" }
                            }
                        }
                        td { AuditPages.actor(event.actor, visit) }
                        td { event.frame.sections.map(\.field).joined(separator: ", ") }
                    }
                }
            }
        }
    }

    /// What of a person's data was looked at.
    static func parts(_ event: RecordedEvent, _ visit: Visit) -> String? {
        let parts: [ViewedPart]
        var purpose: String?
        switch event.event {
        case .petition(.viewed(let data)): (parts, purpose) = (data.parts, data.purpose)
        case .account(.viewed(let data)): parts = data.parts
        default: return nil
        }
        return parts.map { visit.language($0.label) }.joined(separator: ", ")
            + (purpose == ViewingRecord.export ? visit.say(" · ส่งออกเป็นไฟล์", " · exported") : "")
    }

    private static func chain(_ links: [DocumentChain.Link], _ visit: Visit) -> HTML {
        var html = h2 { visit.say("เอกสาร", "Documents") }
        html.append(
            Parts.table(visit.say("เอกสาร", "Documents")) {
                Parts.heads([
                    visit.say("เลขที่", "Number"), visit.say("ออกโดย", "Issued by"),
                    visit.say("เมื่อ", "When"), visit.say("แทน", "Replaces"),
                    visit.say("สถานะ", "Standing"),
                    visit.say("แฮชของที่ปิดผนึก", "Hashes of what is sealed"),
                ])
                tbody {
                    for link in links {
                        tr {
                            td {
                                "\(visit.language(link.data.kind.label)) \(link.data.number) "
                                AuditPages.link(to: link.event.position, visit)
                            }
                            td { AuditPages.actor(link.event.actor, visit) }
                            td { Parts.moment(link.event.time, visit, seconds: true) }
                            td { link.data.replaces ?? "–" }
                            td { standing(link, visit) }
                            td {
                                for section in link.event.frame.sections {
                                    code(.class("hash")) { "\(section.hash)" }
                                }
                            }
                        }
                    }
                }
            })
        return html
    }

    private static func standing(_ link: DocumentChain.Link, _ visit: Visit) -> HTML {
        var html = HTML()
        if let event = link.revoked {
            html.append(.text(visit.say("เพิกถอน ", "revoked ")))
            html.append(AuditPages.link(to: event.position, visit))
        } else if let event = link.replaced {
            html.append(.text(visit.say("ถูกแทน ", "replaced ")))
            html.append(AuditPages.link(to: event.position, visit))
        } else {
            html.append(.text(visit.say("ใช้ได้", "in force")))
        }
        if !link.opened.isEmpty {
            html.append(.text(visit.say(" · เปิดดูเอกสาร ", " · documents opened ")))
            for event in link.opened.prefix(10) {
                html.append(AuditPages.link(to: event.position, visit))
                html.append(.text(" "))
            }
        }
        return html
    }
}

/// What became of each document of a case.
enum DocumentChain {
    struct Link {
        let event: RecordedEvent
        let data: PetitionEvent.DocumentIssued
        var replaced: RecordedEvent?
        var revoked: RecordedEvent?
        /// Openings of the case's documents since it was issued: the log does not say which.
        var opened: [RecordedEvent] = []
    }

    static func links(of events: [RecordedEvent]) -> [Link] {
        var links: [Link] = []
        for event in events {
            switch event.event {
            case .petition(.documentIssued(let data)):
                if let old = links.firstIndex(where: { $0.data.number == data.replaces }) {
                    links[old].replaced = event
                }
                links.append(Link(event: event, data: data))
            case .petition(.documentRevoked(let data)):
                if let old = links.lastIndex(where: { $0.data.number == data.number }) {
                    links[old].revoked = event
                }
            case .petition(.viewed(let data)) where data.parts.contains(.documents):
                for index in links.indices { links[index].opened.append(event) }
            default: continue
            }
        }
        return links
    }
}
