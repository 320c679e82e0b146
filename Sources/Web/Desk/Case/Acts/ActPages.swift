internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The form of each act, and what becomes of it.
enum ActPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/cases/{number}/acts/{act}", .desk(.cases)) { visit in
            try page(open(try visit.deskCase(), Typed(visit.request.query), Issues()), [])
        }
        routes.post(
            "/desk/cases/{number}/acts/{act}", .desk(.cases), body: .upload(), lane: .slow
        ) { try take($0) }
    }

    private static func open(
        _ desk: DeskCase, _ typed: Typed, _ issues: Issues, kept: [KeptFile] = []
    ) throws -> ActVisit {
        let act: DeskAct = try desk.visit.request.parameter("act") { DeskAct(rawValue: $0) }
        let offers = desk.offers(of: act)
        let action = typed.text("action")
        return ActVisit(
            desk: desk, act: act, offer: offers.first { $0.action == action } ?? offers.first,
            typed: typed, controls: Controls(desk.visit, issues), kept: kept)
    }

    /// What every form of an act carries beside its answers.
    static func hidden(
        _ desk: DeskCase, _ action: String?, _ trail: CaseTrail, version: Int
    ) -> HTML {
        var html = Once.input
        html.append(trail.input)
        html.append(input(.type("hidden"), .name("version"), .value("\(version)")))
        if let action { html.append(input(.type("hidden"), .name("action"), .value(action))) }
        return html
    }

    // MARK: The page

    private static func page(_ act: ActVisit, _ news: [RecordedEvent]) throws -> Page {
        let desk = act.desk
        let visit = desk.visit
        let trail = CaseTrail(act.typed.fields)
        let title = act.offer.map { desk.name(of: $0) } ?? visit.language(act.act.label)
        let issues = act.controls.issues
        let objection = news.isEmpty ? desk.objection(to: act.act) : nil
        var page = Page("\(title) – \(desk.number)") {
            div(.class("act-page")) {
                sheet(act, title, objection, news, trail)
                ActBeside.section(desk)
            }
        }
        page.isNarrow = false
        page.back = trail.path(to: desk.number, visit)
        page.mark(issues)
        if objection != nil { page.status = .unprocessableContent }
        return page
    }

    private static func sheet(
        _ act: ActVisit, _ title: String, _ objection: PetitionRefusal?, _ news: [RecordedEvent],
        _ trail: CaseTrail
    ) -> HTML {
        let desk = act.desk
        let visit = desk.visit
        let form = ActForm.form(for: act.act)
        return div(.class("act-form")) {
            act.controls.issues.summary(visit.language)
            h1 {
                span(.class("caption")) {
                    desk.number + " "
                    CaseWords.subject(
                        desk.file.text?.subject, of: desk.petition.service,
                        desk.petition.definition, visit)
                }
                title
            }
            StaleNote.section(news, desk)
            if objection != nil, !visit.request.files.isEmpty {
                Parts.note("warn") {
                    p {
                        visit.say(
                            "ไฟล์ที่เลือกไว้ยังไม่ได้ส่ง เลือกไฟล์อีกครั้ง",
                            "The files that you chose were not sent. Choose them again.")
                    }
                }
            }
            if let objection {
                Parts.note("warn") {
                    p { visit.language(objection.naming(visit).wording) }
                    if objection == .guarded(.answered), desk.offers(.answer) {
                        p {
                            Parts.link(
                                trail.path(to: desk.number, visit, act: .answer),
                                visit.language(DeskAct.answer.label))
                        }
                    }
                }
                if visit.request.method == .post { UnsentPages.typed(visit.request.form, visit) }
            } else {
                visit.form(
                    to: trail.path(to: desk.number, visit, act: act.act), files: form.takesFiles
                ) {
                    hidden(desk, act.action, trail, version: desk.petition.version)
                    form.fields?(act) ?? bare(act)
                    Parts.actions {
                        act.controls.submit(form.buttonText?(act) ?? title)
                        Parts.link(
                            trail.path(to: desk.number, visit), visit.say("ยกเลิก", "Cancel"))
                    }
                }
            }
        }
    }

    /// A step that asks nothing by itself, where the definition wants a reason.
    private static func bare(_ act: ActVisit) -> HTML {
        guard let offer = act.offer, ActMenu.needsReason(offer, act.desk) else { return HTML() }
        return act.long("note", "เหตุผล (บันทึกภายใน)", "Reason (internal)")
    }

    // MARK: Sending

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        var act = try open(try visit.deskCase(), typed, Issues())
        let form = ActForm.form(for: act.act)
        var issues = Issues()
        var news: [RecordedEvent] = []
        if form.takesFiles { act.kept = try KeptFile.all(in: act.desk.file, visit, &issues) }
        if let made = try form.command(act, &issues) {
            try WrittenBounds.check(made.sections, of: act.act, &issues)
            if issues.isEmpty {
                let outcome = try send(made, act, &news)
                switch outcome {
                case .accepted: return try done(act)
                case .refused(let code, let wording) where news.isEmpty:
                    let named = try act.desk.lacks(in: made).first { $0.code == code }
                    issues = try all(
                        issue(code, named?.naming(visit).wording ?? wording, act.act), issues,
                        made, act)
                case .refused: issues.add("main", StaleNote.wording)
                case .unknown, .failed, .busy: issues.add(outcome, visit)
                }
            } else {
                issues = try all(nil, issues, made, act)
            }
        }
        // As the case stands now: what was typed meets what was done meanwhile.
        return .page(
            try page(try open(try visit.deskCase(), typed, issues, kept: act.kept), news))
    }

    /// Everything that is to be put right, so that nobody is told one thing after the other. What
    /// is chosen stands above what is written, in every form.
    private static func all(
        _ refused: (field: String, Wording)?, _ found: Issues, _ made: ActCommand, _ act: ActVisit
    ) throws -> Issues {
        let lacks = try act.desk.lacks(in: made).map {
            issue($0.code, $0.naming(act.visit).wording, act.act)
        }
        let told = found.list.map { ($0.field, $0.wording) } + [refused].compactMap { $0 } + lacks
        let chosen: Set = ["choice", "agency", "other"]
        var issues = Issues()
        for (field, words) in told where chosen.contains(field) { issues.add(field, words) }
        for (field, words) in told where !chosen.contains(field) { issues.add(field, words) }
        return issues
    }

    private static func send(
        _ made: ActCommand, _ act: ActVisit, _ news: inout [RecordedEvent]
    ) throws -> CommandOutcome {
        let visit = act.visit
        let number = act.desk.number
        var draft = try visit.deskDraft(
            made.command, of: number, sections: made.sections, once: act.act.rawValue)
        draft.hasRemedy = made.hasRemedy
        draft.otherNumber = made.other
        // A file that is sealed again is another: the version tells a second press then.
        let files = [SectionKind.attachment, .document].map(\.rawValue)
        if made.sections.contains(where: { files.contains($0.field) }) {
            draft.idempotencyKey = nil
        }
        // What the officer was looking at is part of every form: without it nothing is known of
        // what others did meanwhile.
        guard draft.expectedVersion != nil else { throw HTTP.Refusal.malformed(.form) }
        var outcome = visit.office.perform(draft, seenIn: .officerQueue)
        // Whoever only looked at the case meanwhile has changed nothing in it.
        for _ in 0..<3 where outcome.isStale {
            guard let seen = draft.expectedVersion,
                let file = try visit.office.office.file(of: number)
            else { break }
            news = StaleNote.news(in: file.events, since: seen)
            guard news.isEmpty else { break }
            draft.expectedVersion = file.petition.version
            outcome = visit.office.perform(draft, seenIn: .officerQueue)
        }
        return outcome
    }

    /// On to the case, if it is still in sight: it may have gone to another unit.
    private static func done(_ act: ActVisit) throws -> Answer {
        let visit = act.visit
        let trail = CaseTrail(act.typed.fields)
        let number = act.desk.number
        guard let file = try visit.office.office.file(of: number),
            act.desk.scope.sight(of: file.petition) != nil
        else { return .page(ActDone.gone(act, trail)) }
        return .go(ActDone.path(act.act, in: number, visit, trail))
    }

    /// Where on the form a refusal belongs, and in which words. Where a definition wants some
    /// reason, what the step says anyway is one.
    private static func issue(
        _ code: String, _ wording: Wording, _ act: DeskAct
    ) -> (field: String, Wording) {
        if code == PetitionRefusal.missing(.text).code, act == .correct {
            return (
                "message",
                Wording(
                    thai: "กรอกสิ่งที่ผู้ยื่นแก้ไข หรือแนบเอกสาร",
                    english: "Enter what the petitioner put right, or attach the documents")
            )
        }
        guard code == PetitionRefusal.missing(.reason).code else {
            return (field(of: code, act), wording)
        }
        let (field, need): (String, PetitionRefusal.Need) =
            switch act {
            case .askCorrection: ("defects", .defects)
            case .complete: ("result", .result)
            case .refer: ("notice", .notice)
            case .receive, .start, .acceptCorrection, .resume: ("note", .note)
            default: ("reason", .reason)
            }
        return (field, PetitionRefusal.missing(need).wording)
    }

    private static func field(of code: String, _ act: DeskAct) -> String {
        switch code {
        case "missing-note": "note"
        case "missing-channel": "channel"
        case "no-licence-here": "kind"
        case "other-kind": "same"
        case "missing-message": "message"
        case "missing-notice": "notice"
        case "missing-defects": "defects"
        case "missing-result": "result"
        case "missing-remedy": "remedy"
        case "missing-agency", "unknown-agency": "agency"
        case "missing-attachment", "missing-document": "files"
        case "missing-appointment": "place"
        case "missing-number", "document-exists": "number"
        case "in-the-past": act == .setAppointment ? "at" : "until"
        case "amount-not-positive", "longer-than-allowed": "amount"
        case "unknown-petition", "merged", "merge-into-itself": "other"
        case "unknown-outcome", "unknown-ground", "unknown-officer", "unknown-department",
            "unknown-clock", "clock-stopped", "officer-elsewhere", "officer-cannot-act",
            "unknown-category", "unknown-document", "unknown-appointment":
            "choice"
        default: "main"
        }
    }
}

extension CommandOutcome {
    /// Whether the case was another when its page was shown.
    var isStale: Bool {
        if case .refused(let code, _) = self {
            code == RequestRefusal.stale(expected: 0, actual: 0).code
        } else {
            false
        }
    }
}
