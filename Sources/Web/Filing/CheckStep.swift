internal import Documents
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// All answers once more, each part with the way to change it; then it is sent.
enum CheckStep {
    static func page(_ visit: FilingVisit, _ issues: Issues) throws -> Page {
        let say = visit.visit.say
        let missing = visit.steps.dropLast().first { !visit.isDone($0) }
        let parts = try visit.steps.dropLast().map { try part($0, visit) }
        return visit.page(
            say("ตรวจคำตอบก่อนส่ง", "Check your answers"), issues, button: say("ส่งเรื่อง", "Send")
        ) {
            if let missing {
                Parts.note("warn") {
                    p {
                        say("ยังมีคำถามที่ไม่ได้ตอบ ", "Something is not answered yet. ")
                        a(.href(visit.path(missing))) { say("ไปตอบ", "Answer it") }
                    }
                }
            }
            for part in parts { part }
            terms(visit, issues)
        }
    }

    private static func part(_ step: FilingStep, _ visit: FilingVisit) throws -> HTML {
        let rows = try AnswerRows(visit: visit).rows(of: step)
        guard !rows.isEmpty else { return HTML() }
        let title = AnswerRows(visit: visit).title(of: step)
        return Markup.section {
            h2 { title }
            Parts.rows(
                rows.enumerated().map { index, row in
                    (
                        row.label, row.value,
                        index == 0 ? Parts.change(visit.change(step), title, visit.visit) : nil
                    )
                })
        }
    }

    private static func terms(_ visit: FilingVisit, _ issues: Issues) -> HTML? {
        guard visit.visit.settings.termsVersion > 0 else { return nil }
        let say = visit.visit.say
        var html = p {
            a(.href(visit.visit.path("terms"))) {
                say("ข้อตกลงและเงื่อนไขการให้บริการ", "Terms of service")
            }
            " · "
            a(.href(visit.visit.path("privacy"))) {
                say("ประกาศความเป็นส่วนตัว", "Privacy notice")
            }
        }
        html.append(
            Controls(visit.visit, issues).agreement(
                "terms", say("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms"),
                isChecked: visit.form["terms"] == "yes"))
        return html
    }

    // MARK: Sending

    static func submit(
        _ visit: inout FilingVisit, _ page: (FilingVisit, Issues) throws -> Page
    ) throws -> Answer {
        var issues = Issues()
        try visit.checkSeen()
        if visit.visit.settings.termsVersion > 0, visit.form["terms"] != "yes" {
            issues.add("terms", "อ่านและยอมรับเงื่อนไขก่อนส่ง", "Accept the terms before you send")
        }
        if !visit.steps.dropLast().allSatisfy(visit.isDone) {
            issues.add(
                "main", "ตอบคำถามที่เหลือก่อนส่ง", "Answer what is left before you send")
        }
        guard issues.isEmpty else { return .page(try page(visit, issues)) }
        let (id, caller) = (visit.filing.id, visit.visit)
        let outcome = try caller.office.file(
            visit.filing, for: visit.account, language: caller.manner.language, at: caller.now
        ) { caller.memory.filed.note(id, became: $0, by: caller) }
        if let objection = visit.visit.objection(to: outcome) {
            issues.add("main", objection)
            return .page(try page(visit, issues))
        }
        guard case .accepted(let receipt) = outcome,
            let number = StreamName(subject: receipt.stream)?.name
        else { return .page(try page(visit, issues)) }
        return visit.visit.filed(number)
    }
}
