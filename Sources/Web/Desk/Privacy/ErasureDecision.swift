internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// One person's wish to be forgotten: who it is, what would go, and the decision.
enum ErasureDecision {
    private static let longestReason = 2000

    /// The person of the address with the cases, opened only after that is on record.
    private struct Subject {
        let file: PersonFile
        let cases: [MyCaseRow]
        let scope: ErasureScope
        let request: PrivacyRequest

        init(_ visit: Visit) throws {
            guard let account = visit.request.parameters["account"],
                let request = try visit.office.office.erasures()
                    .first(where: { $0.account == account }),
                let file = try visit.office.office.person(account)
            else { throw HTTP.Refusal.notFound }
            self.request = request
            self.file = file
            cases = try visit.office.views.read(.citizenDashboard) { database in
                try CitizenDashboard.cases(of: account, in: database)
            }
            scope = ErasureScope(of: account, cases: cases)
        }

        var account: String { request.account }
        var isUndecided: Bool { request.stage == .asked }

        func record(_ visit: Visit) throws {
            let officer = try visit.needOfficer()
            let parts = ViewingRecord.unrecorded(
                [.identity], by: officer.id, in: file.events, at: visit.now)
            guard !parts.isEmpty else { return }
            let viewed = AccountEvent.Viewed(parts: parts, purpose: "erasure")
            let outcome = visit.office.perform(
                Draft(.account(id: account, .view(viewed)), by: officer.actor, at: visit.now))
            guard outcome.isAccepted else { throw HTTP.Refusal.busy(retryAfterSeconds: 5) }
        }
    }

    // MARK: Deciding

    static func take(_ visit: Visit) throws -> Answer {
        let subject = try Subject(visit)
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let isRefusal = typed["act"] == "refuse"
        let field = isRefusal ? "refusal" : "reason"
        let reason = typed[field]
        if reason.isEmpty {
            issues.add(field, "เขียนเหตุผลของการตัดสิน", "Write why you decide so")
        } else if reason.unicodeScalars.count > longestReason {
            issues.add(
                field, "เหตุผลต้องไม่เกิน \(longestReason) ตัวอักษร",
                "The reason must be \(longestReason) letters or fewer")
        }
        if !isRefusal, !subject.scope.open.isEmpty {
            issues.add(
                "main", "ยังมีเรื่องที่ไม่เสร็จ \(subject.scope.open.count) เรื่อง ต้องเสร็จหรือยุติก่อน",
                "\(subject.scope.open.count) cases are still open; they must end first")
        }
        if !isRefusal, !typed.isTicked("understood") {
            issues.add(
                "understood", "ทำเครื่องหมายว่าเข้าใจว่าการลบเรียกคืนไม่ได้",
                "Tick that you know that this cannot be undone")
        }
        if issues.isEmpty {
            let outcomes = visit.office.perform(
                try drafts(of: subject, isRefusal: isRefusal, reason, visit))
            for outcome in outcomes { issues.add(outcome, visit) }
        }
        guard issues.isEmpty else { return .page(try page(visit, typed, issues)) }
        return .go((isRefusal ? PrivacyDone.refused : .approved).path(visit))
    }

    private static func drafts(
        of subject: Subject, isRefusal: Bool, _ reason: String, _ visit: Visit
    ) throws -> [Draft] {
        let dpo = try visit.deskActor()
        let why = Reason(text: reason)
        guard isRefusal else {
            return subject.scope.approval(on: .request, because: why, by: dpo, at: visit.now)
        }
        return [
            Draft(
                .account(id: subject.account, .refuseErasure(.init())), by: dpo, at: visit.now,
                sections: [PlainSection(why)])
        ]
    }

    // MARK: Showing

    static func page(_ visit: Visit) throws -> Page { try page(visit, Typed(), Issues()) }

    private static func page(_ visit: Visit, _ typed: Typed, _ issues: Issues) throws -> Page {
        let subject = try Subject(visit)
        if subject.isUndecided { try subject.record(visit) }
        let title = visit.say("คำขอให้ลบข้อมูล", "A request to be forgotten")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            facts(subject, visit)
            if !subject.cases.isEmpty { cases(subject, visit) }
            if subject.request.stage == .done { CertificatePages.links(subject.account, visit) }
            if subject.isUndecided { forms(subject, visit, typed, issues) }
        }
        page.back = visit.deskPath("privacy")
        page.mark(issues)
        return page
    }

    private static func facts(_ subject: Subject, _ visit: Visit) -> HTML {
        let request = subject.request
        // Once it is decided there is nothing to be opened for.
        let name = subject.isUndecided ? subject.file.identity.map { PersonName($0).thai } : nil
        let facts: [(String, String?)] = [
            (visit.say("เลขบัญชี", "Account"), subject.account),
            (visit.say("ชื่อ", "Name"), name),
            (visit.say("ขอเมื่อ", "Asked"), request.askedAt.map { visit.moment($0) }),
            (visit.say("ต้องตัดสินภายใน", "To be decided by"), request.due.map { visit.day($0) }),
            (visit.say("ขั้นตอน", "Stage"), PrivacyDesk.label(request.stage, visit)),
            (
                visit.say("เหตุการณ์ล่าสุด", "Last event"),
                "\(request.position) · \(visit.moment(request.movedAt))"
            ),
        ]
        return Parts.rows(
            facts.compactMap { label, value in
                value.map { (label: label, value: HTML.text($0), change: nil) }
            })
    }

    private static func cases(_ subject: Subject, _ visit: Visit) -> HTML {
        var html = h2 { visit.say("เรื่องของผู้ขอ", "The person’s cases") }
        html.append(
            ul {
                for row in subject.cases {
                    li {
                        "\(row.number) · \(visit.language(row.course.status.label(of: row.kind)))"
                        if row.erasedAt != nil { visit.say(" · ลบแล้ว", " · erased") }
                    }
                }
            })
        return html
    }

    private static func forms(
        _ subject: Subject, _ visit: Visit, _ typed: Typed, _ issues: Issues
    ) -> HTML {
        let controls = Controls(visit, issues)
        let isRefusal = typed["act"] == "refuse"
        var html = h2 { visit.say("การตัดสิน", "The decision") }
        html.append(
            visit.form(to: visit.deskPath("privacy", subject.account)) {
                input(.type("hidden"), .name("act"), .value("approve"))
                p {
                    visit.say(
                        "จะลบข้อมูลของบัญชีนี้และของเรื่องที่เสร็จแล้ว \(subject.scope.ended.count) เรื่อง "
                            + "ลำดับเหตุการณ์และสถิติยังอยู่โดยไม่มีข้อมูลส่วนบุคคล",
                        "The data of the account and of \(subject.scope.ended.count) finished cases "
                            + "goes. What happened, and the figures, stay without the person.")
                }
                controls.longText(
                    "reason", visit.say("เหตุผล", "Why"),
                    value: typed.text("reason"))
                controls.agreement(
                    "understood",
                    visit.say("การลบเรียกคืนไม่ได้", "This cannot be undone"), isChecked: false)
                Parts.actions { controls.submit(visit.say("อนุมัติให้ลบ", "Approve")) }
            })
        html.append(
            details(.class("more"), Attribute("open", isPresent: isRefusal)) {
                summary { visit.say("ปฏิเสธคำขอ", "Refuse") }
                visit.form(to: visit.deskPath("privacy", subject.account)) {
                    input(.type("hidden"), .name("act"), .value("refuse"))
                    controls.longText(
                        "refusal",
                        visit.say("เหตุผลที่แจ้งผู้ขอ", "Why, as the person is told"),
                        value: typed.text("refusal"))
                    Parts.actions { controls.submit(visit.say("ปฏิเสธ", "Refuse")) }
                }
            })
        return html
    }
}
