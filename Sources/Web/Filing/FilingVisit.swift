internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// A visit to one page of a filing: the filing as it is kept, and what it is about.
struct FilingVisit: Sendable {
    let visit: Visit
    private(set) var filing: UnfinishedFiling
    /// As kept, then as changed by this page.
    var answers: PetitionAnswers
    let service: ServiceDefinition
    let step: FilingStep
    /// The version that the page was looking at which sent its form.
    private var seen: Int?

    /// - Throws: `FilingError.gone` for one that is somebody else's, filed or thrown away.
    init(_ visit: Visit) throws {
        let id = try visit.request.parameter("id") { FilingID($0) }
        filing = try visit.office.filings.filing(id, for: visit.filingKeeper)
        // A guest who has logged in meanwhile goes on as the account's owner.
        if let account = visit.filingKeeper, filing.account == nil {
            try visit.office.filings.adopt(id, by: account, at: visit.now)
            filing = try visit.office.filings.filing(id, for: account)
        }
        answers = try PetitionAnswers.decoded(filing.answers)
        guard
            let service = visit.settings.definition(
                of: answers.service, version: answers.definition),
            let step = FilingStep(visit.request.parameters["step"] ?? FilingStep.check.word)
        else { throw HTTP.Refusal.notFound }
        seen = visit.request.form["version"].flatMap(Int.init)
        self.visit = visit
        self.service = service
        self.step = step
    }

    var form: FormFields { visit.request.form }
    /// The account of the petitioner; nil for a guest, and while an officer files for somebody.
    var account: String? { visit.isAtDesk ? nil : visit.account }
    /// Whose unfinished filing it is.
    var keeper: String? { visit.filingKeeper }
    var steps: [FilingStep] { FilingStep.all(of: service, answers, in: visit.settings) }

    /// Whether this page was come to from the answers, to which it leads back.
    private var isChanging: Bool {
        visit.request.query["from"] == "check" || form["from"] == "check"
    }

    /// At the desk all steps are one page.
    func path(_ step: FilingStep) -> String {
        visit.isAtDesk
            ? visit.deskPath("filing", filing.id.text)
            : visit.path("filings", filing.id.text, step.word)
    }

    func path(ofFile number: Int) -> String {
        visit.isAtDesk
            ? visit.deskPath("filing", filing.id.text, "files", "\(number)")
            : visit.path("filings", filing.id.text, "files", "\(number)")
    }

    /// The page of a step, from where the answers are shown again.
    func change(_ step: FilingStep) -> String { "\(path(step))?from=check" }

    /// Where the next unanswered question is; back to the answers when that is where one came from.
    var next: String {
        let steps = steps
        if isChanging, steps.dropLast().allSatisfy(isDone) {
            return path(.check)
        }
        guard let index = steps.firstIndex(of: step), index + 1 < steps.count else {
            return path(.check)
        }
        return path(steps[index + 1])
    }

    var back: String {
        if isChanging { return path(.check) }
        guard let index = steps.firstIndex(of: step), index > 0 else {
            return visit.path("services", service.code)
        }
        return path(steps[index - 1])
    }

    /// Keeps the answers, unless another tab has been faster.
    mutating func save() throws {
        filing = try visit.office.filings.save(
            answers.encoded(), in: filing.id, for: keeper,
            seen: seen ?? filing.version, at: visit.now)
    }

    /// Another tab has been faster: what this one shows is not what would be taken.
    func checkSeen() throws {
        guard let seen, seen != filing.version else { return }
        throw FilingError.stale(seen: seen, actual: filing.version)
    }

    /// Reads it again after files were added or taken out.
    mutating func reload() throws {
        filing = try visit.office.filings.filing(filing.id, for: keeper)
        seen = filing.version
    }

    /// Whether a page was gone through and nothing is missing of what it asks by now.
    func isDone(_ step: FilingStep) -> Bool {
        guard answers.done.contains(step.word) else { return false }
        switch step {
        case .section(let code): return !isSomethingMissing(in: code)
        case .documents:
            return DocumentsStep.headings(self).allSatisfy { heading in
                !heading.isRequired
                    || filing.files.contains { $0.label.label == heading.code }
            }
        case .petitioner:
            return account != nil || answers.petitioner != nil || answers.isAnonymous
        case .mode, .category, .check: return true
        }
    }

    private func isSomethingMissing(in section: String) -> Bool {
        let fields = service.form.first { $0.code == section }?.fields ?? []
        return fields.contains { field in
            field.isRequired && service.isAsked(field.when, given: answers.answers)
                && (field.kind == .place ? answers.place == nil : answers[field.code].isEmpty)
        }
    }

    /// The form of this page, bound to the version that it shows.
    func form(
        files: Bool = true, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        visit.form(to: path(step), files: files) {
            input(.type("hidden"), .name("version"), .value("\(filing.version)"))
            if isChanging { input(.type("hidden"), .name("from"), .value("check")) }
            content()
        }
    }

    /// Title, problems and the button that go around every step.
    func page(
        _ title: String, _ issues: Issues, button label: String? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> Page {
        let inner = content()
        return Page(title) {
            issues.summary(visit.language)
            progress
            h1 {
                span(.class("caption")) { visit.language(service.name) }
                title
            }
            form {
                inner
                Parts.actions {
                    Controls(visit).submit(label ?? visit.say("ต่อไป", "Continue"))
                }
            }
        }
    }

    private var progress: HTML? {
        guard let index = steps.firstIndex(of: step) else { return nil }
        return p(.class("progress")) {
            visit.say(
                "ขั้นที่ \(index + 1) จาก \(steps.count)", "Step \(index + 1) of \(steps.count)")
        }
    }

    static func wording(of error: FilingError) -> Wording {
        switch error {
        case .stale:
            Wording(
                thai: "มีการแก้ไขจากอีกหน้าต่างหนึ่ง ตรวจคำตอบแล้วส่งอีกครั้ง",
                english: "This was changed in another tab. Check your answers and send again.")
        case .tooLarge(let limit):
            Wording(
                thai: "ไฟล์ทั้งหมดรวมกันต้องไม่เกิน \(limit >> 20) MB",
                english: "All files together must be \(limit >> 20) MB or less.")
        case .tooManyFiles(let limit):
            Wording(
                thai: "แนบได้ไม่เกิน \(limit) ไฟล์", english: "Attach \(limit) files or fewer.")
        case .tooMany, .full:
            Wording(
                thai: "เริ่มเรื่องใหม่ไม่ได้ในขณะนี้ ส่งหรือลบเรื่องที่ค้างไว้ก่อน",
                english: "No further one can be begun: send or remove an earlier one first.")
        case .noSuchFile, .gone, .damaged:
            Wording(
                thai: "เปิดไฟล์นี้ไม่ได้ แนบใหม่อีกครั้ง",
                english: "This file cannot be opened. Attach it again.")
        }
    }
}

extension Visit {
    /// Whose unfinished filings are found here: the account's, or at the desk the officer's.
    var filingKeeper: String? {
        isAtDesk ? officer.map { OfficerLogin.account(of: $0.id) } : account
    }
}
