internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The pages of one filing, step by step: what was answered is kept, whatever happens to the
/// browser.
enum FilingPages {
    static func add(to routes: inout PageRoutes) {
        routes.get("/filings") { list($0) }
        routes.get("/filings/{id}") { visit in
            .go(first(of: try FilingVisit(visit).filing, visit))
        }
        routes.get("/filings/{id}/{step}") { visit in
            .page(try page(try FilingVisit(visit), Issues()))
        }
        routes.post(
            "/filings/{id}/{step}", body: .upload(UploadLimits(bytesPerFile: 20 << 20)),
            lane: .slow
        ) { try answer(try FilingVisit($0)) }
        routes.get("/filings/{id}/files/{file}") { try DocumentsStep.file(try FilingVisit($0)) }
    }

    /// The first page that is not answered yet.
    static func first(of filing: UnfinishedFiling, _ visit: Visit) -> String {
        guard let answers = try? PetitionAnswers.decoded(filing.answers),
            let service = visit.settings.definition(
                of: answers.service, version: answers.definition)
        else { return visit.path("services") }
        let steps = FilingStep.all(of: service, answers, in: visit.settings)
        let next = steps.first { !answers.done.contains($0.word) } ?? .check
        return visit.path("filings", filing.id.text, next.word)
    }

    private static func list(_ visit: Visit) -> Answer {
        .go(visit.session == nil ? visit.path("services") : visit.path("cases"))
    }

    private static func page(_ visit: FilingVisit, _ issues: Issues) throws -> Page {
        var page =
            switch visit.step {
            case .mode: ModeStep.page(visit, issues)
            case .category: CategoryStep.page(visit, issues)
            case .section(let code): try SectionStep.page(visit, code, issues)
            case .documents: DocumentsStep.page(visit, issues)
            case .petitioner: try PetitionerStep.page(visit, issues)
            case .check: try CheckStep.page(visit, issues)
            }
        page.back = visit.back
        page.hasIssues = !issues.isEmpty
        if page.hasIssues { page.status = .unprocessableContent }
        return page
    }

    private static func answer(_ visit: FilingVisit) throws -> Answer {
        var visit = visit
        var issues = Issues()
        do {
            switch visit.step {
            case .mode: ModeStep.take(&visit, &issues)
            case .category: CategoryStep.take(&visit, &issues)
            case .section(let code): try SectionStep.take(&visit, code, &issues)
            case .documents:
                if let again = try DocumentsStep.take(&visit, &issues) { return .go(again) }
            case .petitioner: try PetitionerStep.take(&visit, &issues)
            case .check: return try CheckStep.submit(&visit, { try page($0, $1) })
            }
            guard issues.isEmpty else { return .page(try page(visit, issues)) }
            visit.answers.markDone(visit.step.word)
            try visit.save()
            return .go(visit.next)
        } catch let error as FilingError {
            issues.add("filing", visit.wording(of: error))
            return .page(try page(visit, issues))
        }
    }
}
