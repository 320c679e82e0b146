internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// How a case ended: in the words of the definition, and what the office wrote.
struct CaseOutcome {
    let label: String
    let text: String?
    let at: Instant

    /// Nil for a case that goes on.
    init?(of file: CaseFile, _ visit: Visit) throws {
        guard file.petition.isFinished, let at = file.petition.finishedAt else { return nil }
        self.at = at
        let definition = visit.settings.definition(of: file.petition)
        var label: String?
        var text: String?
        for recorded in file.events {
            guard case .petition(let event) = recorded.event else { continue }
            switch event {
            case .completed(let data):
                label = definition?.outcomes.first { $0.code == data.outcome }
                    .map { visit.language($0.label) }
                text = try visit.office.office.section(CaseResult.self, of: recorded)?.text
            case .rejected(let data):
                label = definition?.grounds.first { $0.code == data.ground }
                    .map { visit.language($0.label) }
                text = try visit.office.office.section(Reason.self, of: recorded)?.text
            default: break
            }
        }
        let isDecided = [.completed, .rejected].contains(file.petition.status)
        self.label =
            isDecided
            ? label ?? visit.language(file.petition.status.label)
            : visit.language(file.petition.status.label)
        self.text = isDecided ? text : nil
    }
}
