internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What the petitioner may do in a case, each a form of its own page or a small one here.
enum CaseActions {
    static func add(to routes: inout PageRoutes) {
        routes.page("/cases/{number}/withdraw") { try question(.withdraw, try $0.ownCase(), $0) }
        routes.post("/cases/{number}/withdraw") { try answer(.withdraw, $0) }
        routes.page("/cases/{number}/reopen") { try question(.reopen, try $0.ownCase(), $0) }
        routes.post("/cases/{number}/reopen") { try answer(.reopen, $0) }
        routes.get("/cases/{number}/rate") { try RatingPage.question($0) }
        routes.post("/cases/{number}/rate") { try RatingPage.answer($0) }
    }

    /// What may be done now, by the definition that the case runs under.
    static func section(
        _ file: CaseFile, _ sight: CaseSight, _ visit: Visit, _ issues: Issues
    ) -> HTML? {
        guard !file.petition.isErased, sight == .whole || file.account == nil,
            let definition = visit.settings.definition(of: file.petition)
        else { return nil }
        let offered = Set(
            definition.petitionerActions(in: file.petition.state).map(\.event))
        let number = file.petition.number
        return div {
            Parts.actions {
                if sight == .whole, offered.contains(.corrected) {
                    Parts.link(
                        visit.path("cases", number, "correction"),
                        visit.say("แก้ไขและส่งกลับ", "Correct and send back"), class: "button")
                }
                if file.petition.status == .completed, file.petition.rating == nil {
                    Parts.link(
                        visit.path("cases", number, "rate"),
                        visit.say("ประเมินความพึงพอใจ", "Rate the service"), class: "button")
                }
                if sight == .whole, offered.contains(.reopened) {
                    Parts.link(
                        visit.path("cases", number, "reopen"),
                        visit.say("ขอให้เปิดเรื่องใหม่", "Ask to reopen"), class: "button second")
                }
            }
            if !file.petition.isFinished { MessageForm.section(file, sight, visit, issues) }
            // Seldom wanted, and not to be pressed instead of what is.
            if sight == .whole, offered.contains(.withdrawn) {
                p {
                    Parts.link(
                        visit.path("cases", number, "withdraw"),
                        visit.say("ถอนคำร้อง", "Withdraw this petition"))
                }
            }
        }
    }
}

/// A step that ends or reopens a case: asked again before it is taken, with a reason.
extension CaseActions {
    private enum Step {
        case withdraw, reopen
    }

    private static func question(
        _ step: Step, _ file: CaseFile, _ visit: Visit, issues: Issues = Issues()
    ) throws -> Page {
        let number = file.petition.number
        let title =
            step == .withdraw
            ? visit.say("ถอนคำร้อง \(number)", "Withdraw petition \(number)")
            : visit.say("ขอให้เปิดเรื่อง \(number) ใหม่", "Ask to reopen petition \(number)")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                step == .withdraw
                    ? visit.say(
                        "หน่วยงานจะหยุดดำเนินการเรื่องนี้ ประวัติยังเก็บไว้",
                        "The office will stop working on it. Its history is kept.")
                    : visit.say(
                        "เจ้าหน้าที่จะพิจารณาเรื่องนี้อีกครั้ง",
                        "An officer will look at it again.")
            }
            visit.form(
                to: visit.path("cases", number, step == .withdraw ? "withdraw" : "reopen")
            ) {
                Once.input
                input(
                    .type("hidden"), .name("version"),
                    .value(visit.request.form["version"] ?? "\(file.petition.version)"))
                Controls(visit, issues).longText(
                    "reason", visit.say("เหตุผล", "Reason"), value: visit.request.form["reason"],
                    isRequired: step == .reopen)
                Parts.actions {
                    Controls(visit).submit(
                        step == .withdraw
                            ? visit.say("ยืนยันถอนคำร้อง", "Withdraw it")
                            : visit.say("ขอให้เปิดเรื่องใหม่", "Ask to reopen"),
                        class: step == .withdraw ? "button danger" : "button")
                    Parts.link(
                        visit.path("cases", number), visit.say("ไม่ใช่ กลับไป", "No, go back"))
                }
            }
        }
        page.back = visit.path("cases", number)
        page.mark(issues)
        return page
    }

    private static func answer(_ step: Step, _ visit: Visit) throws -> Answer {
        let file = try visit.ownCase()
        var issues = Issues()
        let reason = ThaiText.trimmed(visit.request.form["reason"] ?? "")
        if step == .reopen, reason.isEmpty {
            issues.add("reason", "กรอกเหตุผลที่ขอให้เปิดเรื่องใหม่", "Say why it should be reopened")
        }
        if issues.isEmpty {
            var draft =
                step == .withdraw
                ? visit.draft(.withdraw(.init()), in: file, once: "withdraw")
                : visit.draft(.reopen(.init(ground: .petitioner)), in: file, once: "reopen")
            if !reason.isEmpty { draft.sections = [PlainSection(Reason(text: reason))] }
            guard let objection = visit.objection(to: visit.office.perform(draft)) else {
                let done = step == .withdraw ? CaseDone.withdraw : .reopen
                return .go(done.path(file.petition.number, visit))
            }
            issues.add("reason", objection)
        }
        return .page(try question(step, file, visit, issues: issues))
    }
}
