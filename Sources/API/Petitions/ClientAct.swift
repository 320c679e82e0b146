internal import Entries
internal import Events
internal import Rules
internal import Vault
internal import Workflow

/// What a connected system may do in a case, by the words of the desk's own acts.
enum ClientAct: String, FieldWord {
    case receive, start, resume, complete, reject, answer, message, claim, release, assign
    case forward, refer, note, recategorise, extend
    case acceptCorrection = "accept-correction"
    case askCorrection = "ask-correction"
    case setUrgency = "set-urgency"

    /// Whether files may come with it.
    var takesFiles: Bool { [.complete, .answer, .note].contains(self) }

    /// The command that it is, with what it says sealed beside it.
    func command(
        _ asked: ActRequest, files: [HandedFile], in petition: Petition
    ) -> (command: PetitionCommand, sections: [PlainSection]) {
        let attached = files.isEmpty ? nil : files.count
        let (command, said): (PetitionCommand, [PlainSection?]) =
            switch self {
            case .receive: (.receive(.init(action: asked.action)), [note(asked)])
            case .start: (.start(.init(action: asked.action)), [note(asked)])
            case .resume: (.resume(.init(action: asked.action)), [note(asked)])
            case .acceptCorrection:
                (.acceptCorrection(.init(action: asked.action)), [note(asked)])
            case .complete:
                (
                    .complete(.init(action: asked.action, outcome: asked.outcome)),
                    [asked.result.map { PlainSection(CaseResult(text: $0)) }]
                )
            case .reject:
                (
                    .reject(.init(action: asked.action, ground: asked.ground)),
                    [asked.reason.map { PlainSection(Reason(text: $0, remedy: asked.remedy)) }]
                )
            case .answer: (.answer(.init(attachments: attached)), [message(asked)])
            case .message: (.message(.init(channel: asked.channel ?? .api)), [message(asked)])
            case .askCorrection: askCorrection(asked)
            case .claim: (.claim, [])
            case .release: (.release, [reason(asked)])
            case .assign: (.assign(.init(officer: asked.officer ?? "")), [note(asked)])
            case .forward:
                (.forward(.init(action: asked.action, to: asked.department ?? "")), [reason(asked)])
            case .refer: refer(asked)
            case .note: (.note(.init(attachments: attached)), [note(asked)])
            case .recategorise: recategorise(asked, petition)
            case .setUrgency:
                (.setUrgency(.init(urgency: asked.urgency ?? .normal)), [reason(asked)])
            case .extend: extend(asked)
            }
        let attachments = files.map { PlainSection(Attachment($0)) }
        return (command, said.compactMap(\.self) + attachments)
    }

    private typealias Parts = (PetitionCommand, [PlainSection?])

    private func note(_ asked: ActRequest) -> PlainSection? {
        asked.note.map { PlainSection(Note(text: $0)) }
    }

    private func message(_ asked: ActRequest) -> PlainSection? {
        asked.message.map { PlainSection(Message(text: $0)) }
    }

    private func reason(_ asked: ActRequest) -> PlainSection? {
        asked.reason.map { PlainSection(Reason(text: $0)) }
    }

    private func askCorrection(_ asked: ActRequest) -> Parts {
        let items =
            asked.defects.map { Defect(text: $0) }
            + asked.documents.map { Defect(text: $0, document: $0) }
        return (
            .askCorrection(
                .init(
                    action: asked.action, items: items.count, documents: asked.documents,
                    allowed: asked.days.map { TimeSpan(amount: $0, unit: .days) })),
            [items.isEmpty ? nil : PlainSection(Defects(items: items))]
        )
    }

    private func refer(_ asked: ActRequest) -> Parts {
        (
            .refer(
                .init(
                    action: asked.action, agency: asked.agency, agencyCode: asked.agencyCode,
                    manner: asked.manner ?? .forwarded, letter: asked.letter)),
            [message(asked), reason(asked)]
        )
    }

    private func recategorise(_ asked: ActRequest, _ petition: Petition) -> Parts {
        let category = asked.category ?? ""
        let sealed =
            petition.isConfidential
            ? PlainSection(Classification(category: category)) : nil
        return (
            .recategorise(.init(category: category, department: asked.department)),
            [reason(asked), sealed]
        )
    }

    private func extend(_ asked: ActRequest) -> Parts {
        (
            .extend(
                .init(
                    clock: asked.clock ?? "",
                    by: asked.days.map { TimeSpan(amount: $0, unit: .days) })),
            [reason(asked)]
        )
    }
}
