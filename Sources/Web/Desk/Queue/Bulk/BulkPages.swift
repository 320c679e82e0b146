internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Many cases at once: first what will happen to how many, then what did happen to each.
enum BulkPages {
    static func add(to routes: inout PageRoutes) {
        routes.post("/desk/bulk", .desk(.cases)) { .page(try prepare($0)) }
        routes.post("/desk/bulk/do", .desk(.cases), lane: .slow) { .page(try carryOut($0)) }
    }

    private static func prepare(_ visit: Visit) throws -> Page {
        guard let plan = try BulkPlan(visit), !plan.cases.isEmpty else {
            return nothingChosen(visit)
        }
        let isAsked = visit.request.form["argument"] != nil || plan.act.question(visit) == nil
        let issues = isAsked ? plan.issues(visit) : Issues()
        guard isAsked, issues.isEmpty else { return question(plan, issues, visit) }
        return try preview(plan, visit)
    }

    private static func nothingChosen(_ visit: Visit) -> Page {
        let title = visit.say("ยังไม่ได้เลือกเรื่อง", "No case is selected")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ทำเครื่องหมายหน้าเรื่องที่ต้องการ แล้วเลือกว่าจะทำอะไร",
                    "Tick the cases that you mean, then choose what to do with them.")
            }
            p { Parts.link(back(visit.request.form["filter"], visit), toQueue(visit)) }
        }
        page.status = .unprocessableContent
        return page
    }

    private static func toQueue(_ visit: Visit) -> String {
        visit.say("กลับไปที่คิว", "Back to the queue")
    }

    /// The queue as it was filtered.
    private static func back(_ filter: String?, _ visit: Visit) -> String {
        let fields = filter.flatMap { try? FormFields.read($0.utf8) } ?? FormFields()
        return visit.queuePath(visit.queueAddress(of: fields).filter)
    }

    private static func hidden(_ plan: BulkPlan) -> HTML {
        var html = HTML()
        for (name, value) in [
            ("act", plan.act.rawValue), ("cases", plan.listed), ("filter", plan.filter),
            ("matching", "\(plan.matching)"),
        ] { html.append(input(.type("hidden"), .name(name), .value(value))) }
        return html
    }

    private static func question(_ plan: BulkPlan, _ issues: Issues, _ visit: Visit) -> Page {
        let title = plan.act.name(visit)
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p { counted(plan, visit) }
            visit.form(to: visit.deskPath("bulk")) {
                hidden(plan)
                if plan.act.options(visit).isEmpty {
                    controls.longText(
                        "argument", plan.act.question(visit) ?? "", value: plan.argument)
                } else {
                    controls.select(
                        "argument", plan.act.question(visit) ?? "",
                        options: plan.act.list(chosen: plan.argument, visit))
                }
                Parts.actions {
                    controls.submit(visit.say("ดูก่อนทำ", "Preview"))
                    Parts.link(back(plan.filter, visit), toQueue(visit))
                }
            }
        }
        page.mark(issues)
        return page
    }

    private static func counted(_ plan: BulkPlan, _ visit: Visit) -> String {
        plan.matching > plan.cases.count
            ? visit.say(
                "\(plan.cases.count) เรื่องแรก จากทั้งหมด \(plan.matching) เรื่อง",
                "The first \(plan.cases.count) of \(plan.matching) cases")
            : visit.say("\(plan.cases.count) เรื่อง", "\(plan.cases.count) cases")
    }

    private static func preview(
        _ plan: BulkPlan, _ visit: Visit, _ issues: Issues = Issues()
    ) throws -> Page {
        let mark = EventID(at: visit.now, random: (0, 0))
        let objections = try plan.drafts(visit, mark: mark).map { draft in
            try visit.office.objection(toOneOfMany: draft)
        }
        let willDo = objections.count { $0 == nil }
        let title = visit.say("ก่อนทำ: \(plan.act.name(visit))", "Preview: \(plan.act.name(visit))")
        let controls = Controls(visit, issues)
        let table = try BulkTable.section(
            plan, visit.say("เรื่องที่เลือก", "The cases"),
            objections.map { prospect($0, visit) }, visit)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p { counted(plan, visit) }
            if let said = argumentWords(plan, visit) { p(.class("said")) { said } }
            ul {
                li { visit.say("จะทำ \(willDo) เรื่อง", "\(willDo) will be done") }
                for (reason, count) in reasons(objections, visit) {
                    li {
                        visit.say("ทำไม่ได้ \(count) เรื่อง: ", "\(count) will not: ") + reason
                    }
                }
            }
            if willDo > 0 {
                visit.form(to: visit.deskPath("bulk", "do")) {
                    Once.input
                    hidden(plan)
                    input(.type("hidden"), .name("argument"), .value(plan.argument))
                    controls.longText(
                        "comment", visit.say("บันทึกภายใน", "Internal note"), value: plan.comment,
                        hint: visit.say(
                            "บันทึกไว้ในทุกเรื่องที่ทำสำเร็จ ผู้ยื่นไม่เห็น",
                            "Kept in every case that is done; petitioners do not see it"),
                        isRequired: false)
                    Parts.actions {
                        controls.submit(
                            visit.say("ทำกับ \(willDo) เรื่อง", "Do it to \(willDo) cases"))
                        Parts.link(back(plan.filter, visit), toQueue(visit))
                    }
                }
            } else {
                p { Parts.link(back(plan.filter, visit), toQueue(visit)) }
            }
            table
        }
        page.mark(issues)
        return page
    }

    private static func prospect(_ objection: (any Rules.Refusal)?, _ visit: Visit) -> HTML {
        guard let objection else { return Parts.badge(visit.say("จะทำ", "will be done"), "info") }
        var html = Parts.badge(visit.say("ทำไม่ได้", "will not"), "bad")
        html.append(.text(" \(visit.language(visit.named(objection).wording))"))
        return html
    }

    private static func argumentWords(_ plan: BulkPlan, _ visit: Visit) -> String? {
        guard plan.act.question(visit) != nil else { return nil }
        return plan.act.options(visit).first { $0.code == plan.argument }?.label ?? plan.argument
    }

    /// Each reason with how many cases it stands against, the commonest first.
    private static func reasons(
        _ objections: [(any Rules.Refusal)?], _ visit: Visit
    ) -> [(String, Int)] {
        var counts: [String: Int] = [:]
        for case let objection? in objections {
            counts[visit.language(visit.named(objection).wording), default: 0] += 1
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func carryOut(_ visit: Visit) throws -> Page {
        guard let plan = try BulkPlan(visit), !plan.cases.isEmpty else {
            return nothingChosen(visit)
        }
        let issues = plan.issues(visit)
        guard issues.isEmpty else { return try preview(plan, visit, issues) }
        let mark = visit.newMark
        let drafts = try plan.drafts(visit, mark: mark)
        let isHeld = try drafts.map { try visit.office.isOneByOne($0) }
        let sent = zip(drafts, isHeld).filter { !$0.1 }.map { $0.0 }
        var answers = visit.office.performEach(sent, seenIn: .officerQueue)[...]
        let oneByOne = CommandOutcome.refused(
            code: "one-by-one", BulkRefusal.oneByOne.wording)
        let outcomes = isHeld.map { $0 ? oneByOne : answers.removeFirst() }
        let notes = try zip(plan.cases, outcomes).compactMap { item, outcome in
            outcome.isAccepted ? try plan.note(in: item.number, visit, mark: mark) : nil
        }
        let noted = visit.office.performEach(notes, seenIn: .officerQueue)
        let named = try zip(drafts, outcomes).map { try words($1, of: $0, visit) }
        return try result(
            plan, outcomes, named, notesLost: noted.count { !$0.isAccepted }, visit)
    }

    private static func result(
        _ plan: BulkPlan, _ outcomes: [CommandOutcome], _ words: [HTML], notesLost: Int,
        _ visit: Visit
    ) throws -> Page {
        let table = try BulkTable.section(
            plan, visit.say("ผลรายเรื่อง", "Case by case"), words, visit)
        let done = outcomes.count { $0.isAccepted }
        let title = plan.act.name(visit)
        var page = Page(title) {
            h1 { title }
            Parts.note(done == outcomes.count ? "good" : "warn") {
                p {
                    visit.say(
                        "ทำแล้ว \(done) เรื่อง ไม่ได้ทำ \(outcomes.count - done) เรื่อง",
                        "\(done) done, \(outcomes.count - done) not done")
                }
                if notesLost > 0 {
                    p {
                        visit.say(
                            "บันทึกภายในลงไม่ได้ \(notesLost) เรื่อง",
                            "The note could not be kept in \(notesLost) cases")
                    }
                }
            }
            table
            p { Parts.link(back(plan.filter, visit), toQueue(visit), class: "button") }
        }
        page.isNarrow = false
        return page
    }

    /// What became of a case; the rules are asked once more for whom the refusal speaks of.
    private static func words(
        _ outcome: CommandOutcome, of draft: Draft, _ visit: Visit
    ) throws -> HTML {
        guard var objection = visit.objection(to: outcome) else {
            return Parts.badge(visit.say("ทำแล้ว", "done"), "good")
        }
        if case .refused(let code, _) = outcome,
            let refusal = try visit.office.objection(toOneOfMany: draft) as? PetitionRefusal,
            refusal.code == code
        {
            objection = refusal.naming(visit).wording
        }
        var html = Parts.badge(visit.say("ไม่ได้ทำ", "not done"), "bad")
        html.append(.text(" \(visit.language(objection))"))
        return html
    }
}
