internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// The petitioner's own files of a case.
enum AttachmentList {
    static func section(_ file: CaseFile, _ visit: Visit) -> HTML? {
        guard !file.attachments.isEmpty else { return nil }
        return Markup.section {
            h2 { visit.say("ไฟล์ที่คุณแนบ", "Your files") }
            ul {
                for (index, attachment) in file.attachments.enumerated() {
                    li { item(attachment.content, index, file.petition.number, visit) }
                }
            }
        }
    }

    private static func item(
        _ content: SectionContent<Attachment>, _ index: Int, _ number: String, _ visit: Visit
    ) -> HTML {
        switch content {
        case .clear(let attachment):
            var html = a(.href(visit.path("cases", number, "files", "\(index)"))) {
                attachment.name
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
