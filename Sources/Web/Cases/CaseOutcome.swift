internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// How a case ended: in the words of the definition, and what the office wrote.
struct CaseOutcome {
    let status: PublicStatus
    let label: String
    let text: String?
    let at: Instant
    /// What the office sent with it: photos of what was mended.
    let files: [File]

    /// Whether the office has come to a result: a case may end without one.
    let isDecided: Bool

    struct File {
        let position: Position
        let index: Int
        let attachment: Attachment
    }

    /// Nil for a case that goes on.
    init?(of file: CaseFile, _ visit: Visit) throws {
        guard file.petition.isFinished, let at = file.petition.finishedAt else { return nil }
        self.at = at
        status = file.petition.status
        isDecided = [.completed, .rejected].contains(status)
        let definition = visit.settings.definition(of: file.petition)
        var label: String?
        var text: String?
        var files: [File] = []
        for recorded in file.events {
            guard case .petition(let event) = recorded.event else { continue }
            switch event {
            case .completed(let data):
                label = definition?.outcomes.first { $0.code == data.outcome }
                    .map { visit.language($0.label) }
                text = try visit.office.office.section(CaseResult.self, of: recorded)?.text
                files = try visit.office.office.sections(Attachment.self, of: recorded).enumerated()
                    .compactMap { index, content in
                        content.content.map {
                            File(position: recorded.position, index: index, attachment: $0)
                        }
                    }
            case .deemedApproved(let data):
                label = visit.say("ถือว่าอนุมัติตามกฎหมาย", "Counts as approved by law")
                text = visit.say(
                    "หน่วยงานไม่ได้แจ้งผลภายใน \(visit.moment(data.due)) "
                        + "กฎหมายจึงถือว่าคำร้องนี้ได้รับอนุมัติแล้ว",
                    "The office had not decided by \(visit.moment(data.due)), and so the law "
                        + "counts this application as approved.")
            case .rejected(let data):
                label = definition?.grounds.first { $0.code == data.ground }
                    .map { visit.language($0.label) }
                text = try visit.office.office.section(Reason.self, of: recorded)?.text
            default: break
            }
        }
        self.label =
            isDecided
            ? label ?? visit.language(file.petition.status.label(of: file.petition.kind))
            : visit.language(file.petition.status.label(of: file.petition.kind))
        self.text = isDecided ? text : nil
        self.files = isDecided ? files : []
    }
}
