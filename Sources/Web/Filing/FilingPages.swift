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
            try open(visit) { .go(first(of: $0.filing, visit)) }
        }
        routes.get("/filings/{id}/{step}") { visit in
            try open(visit) { .page(try page($0, Issues())) }
        }
        routes.get("/filings/{id}/remove") { try open($0, RemovalPage.question) }
        routes.post("/filings/{id}/remove") { try open($0, RemovalPage.remove) }
        routes.post(
            "/filings/{id}/{step}",
            // More than a filing may have: those that fit are kept, and the page says which do not.
            body: .upload(
                UploadLimits(files: 60, bytesPerFile: 20 << 20, letsLargeThrough: true)),
            lane: .slow
        ) { try open($0, answer) }
        routes.get("/filings/{id}/files/{file}") { try open($0, DocumentsStep.file) }
    }

    /// Who sends a filing again that is filed, or goes back to it, is led to what it became.
    private static func open(
        _ visit: Visit, _ answer: (FilingVisit) throws -> Answer
    ) throws -> Answer {
        do {
            return try answer(try FilingVisit(visit))
        } catch FilingError.gone {
            if let id = FilingID(visit.request.parameters["id"] ?? ""),
                let number = visit.memory.filed.number(of: id, for: visit)
            {
                return visit.filed(number)
            }
            return .page(ExpiredForm.kept(visit) ?? gone(visit))
        }
    }

    /// The same for what was filed, thrown away, never was, or is somebody else's.
    private static func gone(_ visit: Visit) -> Page {
        let title = visit.say("ไม่มีเรื่องที่กรอกค้างไว้", "There is nothing left to fill in")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "เรื่องนี้ส่งไปแล้ว ถูกลบแล้ว หรือต้องเข้าสู่ระบบก่อนจึงจะกรอกต่อได้",
                    "It was sent or removed, or you must log in to go on with it.")
            }
            Parts.actions {
                if visit.session == nil {
                    Parts.link(
                        visit.login(thenTo: visit.request.path.text),
                        visit.say("เข้าสู่ระบบ", "Log in"), class: "button")
                }
                Parts.link(
                    visit.path(visit.session == nil ? "track" : "cases"),
                    visit.say("ดูเรื่องที่ส่งแล้ว", "See what was sent"),
                    class: visit.session == nil ? "button second" : "button")
                Parts.link(
                    visit.path("services"), visit.say("ยื่นเรื่องใหม่", "File a petition"))
            }
        }
        page.status = .notFound
        return page
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
        page.mark(issues)
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
        } catch let error as FilingError where error != .gone {
            // Shown as it is by now, so that what is sent next is known to be seen.
            try visit.reload()
            issues.add("main", FilingVisit.wording(of: error))
            return .page(try page(visit, issues))
        }
    }
}
