internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// The files of a case that its petitioner sees: the petition as the system wrote it down, and apart
/// from it the petitioner's own, each with what it came with: the filing, a correction, a message.
enum AttachmentList {
    private typealias Item = (index: Int, content: SectionContent<Attachment>)

    static func section(_ file: CaseFile, _ visit: Visit) -> HTML? {
        let (written, own) = parted(file)
        guard !written.isEmpty || !own.isEmpty else { return nil }
        let groups = groups(of: own, file)
        return Markup.section {
            if !written.isEmpty {
                h2 { visit.say("คำร้องที่ระบบจัดทำ", "The petition as the system wrote it") }
                list(written.map { $0.item }, file, visit)
            }
            if !own.isEmpty { h2 { visit.say("ไฟล์ที่ท่านแนบ", "Your files") } }
            for group in groups {
                if groups.count > 1 { h3 { heading(group.event, file, visit) } }
                list(group.items, file, visit)
            }
        }
    }

    private typealias Placed = (position: Position, item: Item)

    /// An address names a file by its place among all of them.
    private static func parted(_ file: CaseFile) -> (written: [Placed], own: [Placed]) {
        var parts: (written: [Placed], own: [Placed]) = ([], [])
        for (index, attachment) in file.attachments.enumerated() {
            let placed = (attachment.position, (index, attachment.content))
            if attachment.content.content?.isWrittenBySystem ?? false {
                parts.written.append(placed)
            } else {
                parts.own.append(placed)
            }
        }
        return parts
    }

    private static func groups(
        of files: [Placed], _ file: CaseFile
    ) -> [(event: RecordedEvent?, items: [Item])] {
        var groups: [(position: Position, items: [Item])] = []
        for (position, item) in files {
            if groups.last?.position != position { groups.append((position, [])) }
            groups[groups.count - 1].items.append(item)
        }
        return groups.map { group in
            (file.events.first { $0.position == group.position }, group.items)
        }
    }

    private static func list(_ items: [Item], _ file: CaseFile, _ visit: Visit) -> HTML {
        ul { for entry in items { li { item(entry.content, entry.index, file, visit) } } }
    }

    /// The heading that a file was attached under; nil for one that came under none.
    static func title(
        of attachment: Attachment, in petition: Petition, _ visit: Visit
    ) -> String? {
        if attachment.label == DocumentsStep.printedForm { return DocumentsStep.formTitle(visit) }
        let documents = visit.settings.definition(of: petition)?.documents ?? []
        return documents.first { $0.code == attachment.label }.map { visit.language($0.label) }
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
        _ content: SectionContent<Attachment>, _ index: Int, _ file: CaseFile, _ visit: Visit
    ) -> HTML {
        switch content {
        case .clear(let attachment):
            let number = file.petition.number
            var html = HTML()
            if let title = title(of: attachment, in: file.petition, visit) {
                html.append(.text("\(title): "))
            }
            html.append(
                a(.href(visit.path("cases", number, "files", "\(index)"))) {
                    Parts.written(attachment.name, visit)
                })
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
