internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Filing for somebody who came, called or wrote: everything on one page, kept as it is typed.
enum DeskFilingPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/filing", .desk(.filing)) { services($0, Issues()) }
        routes.post("/desk/filing", .desk(.filing)) { try begin($0) }
        routes.get("/desk/filing/{id}", .desk(.filing)) { visit in
            try open(visit) { .page(DeskFilingForm.page($0, Issues())) }
        }
        routes.post(
            "/desk/filing/{id}", .desk(.filing),
            body: .upload(UploadLimits(bytesPerFile: 20 << 20, letsLargeThrough: true)),
            lane: .slow
        ) { try open($0, take) }
        routes.get("/desk/filing/{id}/files/{file}", .desk(.filing)) {
            try open($0, DocumentsStep.file)
        }
        DeskFiledPage.add(to: &routes)
    }

    // MARK: Beginning

    private static func services(_ visit: Visit, _ issues: Issues) -> Page {
        let title = visit.say("รับเรื่องแทนประชาชน", "File for somebody")
        let kinds: [PetitionKind] = [.complaint, .grievance, .suggestion, .service]
        let offered = kinds.flatMap(visit.openServices)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.deskPath("filing")) {
                Controls(visit, issues).select(
                    "service", visit.say("เรื่องอะไร", "What is it?"),
                    options: offered.map { (code: $0.code, label: visit.language($0.name)) },
                    chosen: visit.request.form["service"])
                Parts.actions { Controls(visit).submit(visit.say("เริ่มกรอก", "Begin")) }
            }
        }
        page.mark(issues)
        return page
    }

    private static func begin(_ visit: Visit) throws -> Answer {
        guard let service = visit.request.form["service"].flatMap(visit.openService) else {
            var issues = Issues()
            issues.add("service", "เลือกเรื่องที่จะยื่น", "Choose what is filed")
            return .page(services(visit, issues))
        }
        do {
            let filing = try visit.office.beginFiling(
                service, for: visit.filingKeeper, at: visit.now)
            return .go(visit.deskPath("filing", filing.id.text))
        } catch let error as FilingError {
            var issues = Issues()
            issues.add("service", FilingVisit.wording(of: error))
            return .page(services(visit, issues))
        }
    }

    // MARK: Entering

    private static func open(
        _ visit: Visit, _ answer: (FilingVisit) throws -> Answer
    ) throws -> Answer {
        do {
            return try answer(try FilingVisit(visit))
        } catch FilingError.gone {
            if let id = FilingID(visit.request.parameters["id"] ?? ""),
                let number = visit.memory.filed.number(of: id, for: visit)
            {
                return .go(visit.deskPath("filed", number))
            }
            throw HTTP.Refusal.notFound
        }
    }

    private static func take(_ visit: FilingVisit) throws -> Answer {
        var visit = visit
        var issues = Issues()
        do {
            let again = try DeskFilingForm.take(&visit, &issues)
            try visit.save()
            if let again {
                // Whoever only attaches a file is not told yet what else is missing; but what is
                // wrong could not be kept, and stays on the page as it was typed.
                return issues.isEmpty
                    ? .go(again) : .page(DeskFilingForm.page(visit, Issues()))
            }
            guard issues.isEmpty else { return .page(DeskFilingForm.page(visit, issues)) }
            let (id, caller) = (visit.filing.id, visit.visit)
            let outcome = try caller.office.file(
                visit.filing, enteredBy: try caller.deskActor(), at: caller.now
            ) { caller.memory.filed.note(id, became: $0, by: caller) }
            if case .accepted(let receipt) = outcome,
                let number = StreamName(subject: receipt.stream)?.name
            {
                return .go(caller.deskPath("filed", number))
            }
            issues.add(outcome, caller)
        } catch let error as FilingError where error != .gone {
            try visit.reload()
            issues.add("main", FilingVisit.wording(of: error))
        }
        return .page(DeskFilingForm.page(visit, issues))
    }
}
