internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// The petitioner's own files of a case, each with what it came with: the filing, a correction, a
/// message.
enum AttachmentList {
    private typealias Item = (index: Int, content: SectionContent<Attachment>)

    static func section(_ file: CaseFile, _ visit: Visit) -> HTML? {
        let groups = groups(of: file)
        guard !groups.isEmpty else { return nil }
        return Markup.section {
            h2 { visit.say("ไฟล์ที่ท่านแนบ", "Your files") }
            for group in groups {
                if groups.count > 1 { h3 { heading(group.event, file, visit) } }
                ul {
                    for entry in group.items {
                        li { item(entry.content, entry.index, file.petition.number, visit) }
                    }
                }
            }
        }
    }

    private static func groups(
        of file: CaseFile
    ) -> [(event: RecordedEvent?, items: [Item])] {
        var groups: [(position: Position, items: [Item])] = []
        for (index, attachment) in file.attachments.enumerated() {
            if groups.last?.position != attachment.position {
                groups.append((attachment.position, []))
            }
            groups[groups.count - 1].items.append((index, attachment.content))
        }
        return groups.map { group in
            (file.events.first { $0.position == group.position }, group.items)
        }
    }

    private static func heading(
        _ event: RecordedEvent?, _ file: CaseFile, _ visit: Visit
    ) -> HTML {
        guard let event, case .petition(let fact) = event.event else { return HTML() }
        var html = HTML.text(CaseTimeline.title(fact, of: file.petition.kind, visit) + " · ")
        html.append(Parts.moment(event.occurredAt, visit))
        return html
    }

    private static func item(
        _ content: SectionContent<Attachment>, _ index: Int, _ number: String, _ visit: Visit
    ) -> HTML {
        switch content {
        case .clear(let attachment):
            var html = a(.href(visit.path("cases", number, "files", "\(index)"))) {
                Parts.written(attachment.name, visit)
            }
            html.append(
                span(.class("soft small")) { " (\(DocumentsStep.size(attachment.size)))" })
            return html
        case .erased(let position, let time):
            return span(.class("soft")) {
                visit.say("ลบแล้ว (เหตุการณ์ที่ \(position)) ", "Erased (event \(position)) ")
                Parts.moment(time, visit)
            }
        }
    }
}
