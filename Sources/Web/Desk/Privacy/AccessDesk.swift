internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Who asked to see the own data, and the answer: all of it as one file, or why not.
enum AccessDesk {
    private static let longestReason = 2000
    private static let purpose = "access"
    private static let answers: [AccessAnswer] = [.granted, .refused]

    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/access/{account}", .desk(.privacy)) { try page($0, Typed(), Issues()) }
        routes.post("/desk/access/{account}", .desk(.privacy), lane: .slow) { try take($0) }
        routes.post("/desk/access", .desk(.privacy)) { try enter($0) }
    }

    // MARK: The list

    static func section(_ requests: [AccessRequest], _ visit: Visit) -> HTML {
        var html = h2 { visit.say("คำขอเข้าถึงข้อมูล", "Requests to see the own data") }
        html.append(
            p {
                visit.say(
                    "ตอบภายใน \(PrivacyRequest.days) วันนับแต่วันที่ขอ",
                    "To be answered within \(PrivacyRequest.days) days.")
            })
        html.append(
            requests.isEmpty
                ? p(.class("soft")) { visit.say("ไม่มีคำขอ", "There are no requests.") }
                : table(requests, visit))
        html.append(
            details(.class("more")) {
                summary { visit.say("บันทึกคำขอที่รับที่เคาน์เตอร์", "Enter a request made at the counter") }
                visit.form(to: visit.deskPath("access")) {
                    Markup.label(.for("account")) { visit.say("เลขบัญชี", "Account") }
                    input(.type("text"), .id("account"), .name("account"), .autocomplete("off"))
                    Parts.actions {
                        button(.class("button second"), .type("submit")) {
                            visit.say("บันทึกคำขอ", "Enter it")
                        }
                    }
                }
            })
        return html
    }

    private static func table(_ requests: [AccessRequest], _ visit: Visit) -> HTML {
        Parts.table(visit.say("คำขอเข้าถึงข้อมูล", "Requests to see the own data")) {
            Parts.heads([
                visit.say("เลขบัญชี", "Account"), visit.say("ขอเมื่อ", "Asked"),
                visit.say("ต้องตอบภายใน", "To be answered by"), visit.say("คำตอบ", "Answer"),
            ])
            tbody {
                for request in requests {
                    tr {
                        td {
                            a(.href(visit.deskPath("access", request.account))) { request.account }
                        }
                        td { Parts.moment(request.askedAt, visit) }
                        td { due(request, visit) }
                        td { standing(request, visit) }
                    }
                }
            }
        }
    }

    private static func due(_ request: AccessRequest, _ visit: Visit) -> HTML {
        guard request.isOverdue(on: visit.now.local.date) else {
            return .text(visit.day(request.due))
        }
        return Parts.badge(
            visit.say("เกินกำหนด \(visit.day(request.due))", "overdue, \(visit.day(request.due))"),
            "bad")
    }

    private static func standing(_ request: AccessRequest, _ visit: Visit) -> HTML {
        guard let answer = request.answer, let at = request.answeredAt else {
            return Parts.badge(visit.say("รอคำตอบ", "to be answered"), "warn")
        }
        var html = Parts.badge(
            visit.language(answer.label), answer == .refused ? "bad" : "good")
        html.append(.text(" "))
        html.append(Parts.moment(at, visit))
        return html
    }

    // MARK: Entering

    private static func enter(_ visit: Visit) throws -> Answer {
        let account = Typed(visit.request.form)["account"]
        guard try visit.office.office.person(account) != nil else {
            throw HTTP.Refusal.notFound
        }
        let outcome = visit.office.perform(
            Draft(
                .account(id: account, .requestAccess(.init(channel: .counter))),
                by: try visit.deskActor(), at: visit.now))
        switch outcome {
        // Asked already: then it stands there.
        case .accepted, .refused: return .go(visit.deskPath("access", account))
        case .failed, .unknown, .busy: throw HTTP.Refusal.busy(retryAfterSeconds: 5)
        }
    }

    // MARK: One request

    private struct Subject {
        let request: AccessRequest
        let person: PersonFile

        init(_ visit: Visit) throws {
            guard let account = visit.request.parameters["account"],
                let request = try visit.office.office.accessRequests()
                    .first(where: { $0.account == account }),
                let person = try visit.office.office.person(account)
            else { throw HTTP.Refusal.notFound }
            self.request = request
            self.person = person
        }

        var isOpen: Bool { request.answer == nil && !person.account.isErased }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let subject = try Subject(visit)
        guard subject.isOpen else { return .go(visit.deskPath("access", subject.request.account)) }
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let answer = answers.first { $0.rawValue == typed["answer"] }
        let reason = typed["reason"]
        if answer == nil { issues.add("answer", "เลือกคำตอบ", "Choose the answer") }
        if answer != nil, answer != .granted, reason.isEmpty {
            issues.add("reason", "เขียนเหตุผลที่แจ้งผู้ขอ", "Write why, as the person is told")
        }
        if reason.unicodeScalars.count > longestReason {
            issues.add(
                "reason", "เหตุผลต้องไม่เกิน \(longestReason) ตัวอักษร",
                "The reason must be \(longestReason) letters or fewer")
        }
        if let answer, issues.isEmpty {
            var sections: [PlainSection] = []
            if !reason.isEmpty { sections.append(PlainSection(Reason(text: reason))) }
            if answer != .refused {
                try record(subject, visit)
                sections.append(PlainSection(try export(subject, visit)))
            }
            let outcome = visit.office.perform(
                Draft(
                    .account(id: subject.request.account, .answerAccess(.init(answer: answer))),
                    by: try visit.deskActor(), at: visit.now, sections: sections))
            issues.add(outcome, visit)
        }
        guard issues.isEmpty else { return .page(try page(visit, typed, issues)) }
        return .go(PrivacyDone.answered.path(visit))
    }

    /// What the person is handed, sealed under the person's own key: it goes with the person.
    private static func export(_ subject: Subject, _ visit: Visit) throws -> Attachment {
        let bytes = try MyData.zip(of: subject.request.account, subject.person, visit)
        let key = try visit.office.office.vault.key(subject.person.account.key)
        let sealed = try visit.office.files.seal(
            bytes, under: key, after: try visit.office.office.log.head)
        return Attachment(
            name: "my-data.zip", mediaType: "application/zip", size: sealed.size,
            file: sealed.file, content: sealed.content)
    }

    /// Who takes a person's data out is on record before a byte of it is read.
    private static func record(_ subject: Subject, _ visit: Visit) throws {
        let officer = try visit.needOfficer()
        let parts = ViewingRecord.unrecorded(
            [.identity], by: officer.id, in: subject.person.events, at: visit.now)
        guard !parts.isEmpty else { return }
        let outcome = visit.office.perform(
            Draft(
                .account(
                    id: subject.request.account, .view(.init(parts: parts, purpose: purpose))),
                by: officer.actor, at: visit.now))
        guard outcome.isAccepted else { throw HTTP.Refusal.busy(retryAfterSeconds: 5) }
    }

    private static func page(_ visit: Visit, _ typed: Typed, _ issues: Issues) throws -> Page {
        let subject = try Subject(visit)
        if subject.isOpen { try record(subject, visit) }
        let title = visit.say("คำขอเข้าถึงข้อมูล", "A request to see the own data")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            facts(subject, visit)
            if subject.isOpen { form(subject, typed, issues, visit) }
        }
        page.back = visit.deskPath("privacy")
        page.mark(issues)
        return page
    }

    private static func facts(_ subject: Subject, _ visit: Visit) -> HTML {
        let request = subject.request
        // Once it is answered there is nothing to be opened for.
        let name =
            subject.isOpen ? subject.person.identity.map { PersonName($0).thai } : nil
        var rows: [(label: String, value: HTML, change: HTML?)] = [
            (visit.say("เลขบัญชี", "Account"), .text(request.account), nil)
        ]
        if let name { rows.append((visit.say("ชื่อ", "Name"), .text(name), nil)) }
        rows += [
            (visit.say("ขอเมื่อ", "Asked"), Parts.moment(request.askedAt, visit), nil),
            (visit.say("ต้องตอบภายใน", "To be answered by"), due(request, visit), nil),
            (visit.say("คำตอบ", "Answer"), standing(request, visit), nil),
        ]
        return Parts.rows(rows)
    }

    private static func form(
        _ subject: Subject, _ typed: Typed, _ issues: Issues, _ visit: Visit
    ) -> HTML {
        let controls = Controls(visit, issues)
        return visit.form(to: visit.deskPath("access", subject.request.account)) {
            h2 { visit.say("คำตอบ", "The answer") }
            p {
                visit.say(
                    "เมื่อให้ข้อมูล ระบบจะรวมข้อมูลและไฟล์ทั้งหมดของผู้ขอเป็นไฟล์เดียวให้ดาวน์โหลดในบัญชี",
                    "What is given is all that the office holds of the person, as one file in the "
                        + "person’s account.")
            }
            controls.choice(
                "answer", visit.say("คำตอบ", "Answer"),
                options: answers.map { ($0.rawValue, visit.language($0.label), nil) },
                chosen: typed.text("answer"))
            controls.longText(
                "reason", visit.say("เหตุผลที่แจ้งผู้ขอ", "Why, as the person is told"),
                value: typed.text("reason"),
                hint: visit.say(
                    "จำเป็นเมื่อปฏิเสธ", "Needed to refuse"),
                isRequired: false)
            Parts.actions { controls.submit(visit.say("ส่งคำตอบ", "Answer")) }
        }
    }
}
