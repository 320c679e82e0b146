internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Showing that the e-mail address or the telephone is one's own, by the code that was sent there.
struct ConfirmPage: Sendable {
    let contact: ConfirmedContact

    static let email = ConfirmPage(contact: .email)
    static let phone = ConfirmPage(contact: .phone)

    static func add(to routes: inout PageRoutes) {
        for page in [email, phone] { page.add(to: &routes) }
    }

    private func add(to routes: inout PageRoutes) {
        routes.get("/account/\(part)/confirm", .citizen) { visit in
            try open(visit) { .page(try page(visit, $0, $1)) }
        }
        routes.post("/account/\(part)/confirm", .citizen) { visit in
            try open(visit) { try take(visit, $0, $1) }
        }
        routes.post("/account/\(part)/again", .citizen) { visit in
            try open(visit) { try again(visit, $0, $1) }
        }
    }

    private var part: String { contact == .email ? "contact" : "phone" }

    func path(_ visit: Visit) -> String { visit.path("account", part, "confirm") }

    /// Whether there is an address, or a mobile where the office sends SMS, that nobody has shown
    /// to be the person's.
    func isDue(_ person: PersonFile, _ visit: Visit) -> Bool {
        guard !person.account.confirmed.contains(contact.kind) else { return false }
        switch contact {
        case .email: return person.contact.email != nil
        case .phone:
            guard visit.office.writesToTelephones, let phone = person.contact.phone else {
                return false
            }
            return (try? PhoneNumber(phone))?.kind == .mobile
        }
    }

    private func open(
        _ visit: Visit, _ answer: (Mine, ContactConfirmations) throws -> Answer
    ) throws -> Answer {
        let mine = try visit.mine()
        guard isDue(mine.person, visit) else { return .go(visit.path("account", "profile")) }
        return try answer(mine, try visit.office.contactConfirmations(of: contact))
    }

    private func take(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations
    ) throws -> Answer {
        var issues = Issues()
        let typed = Typed(visit.request.form)["code"]
        guard !typed.isEmpty else {
            issues.add(
                "code", "กรอกรหัส 6 หลักจาก\(contact == .email ? "อีเมล" : " SMS")",
                "Enter the six digits from the \(contact == .email ? "e-mail" : "SMS")")
            return .page(try page(visit, mine, confirmations, issues))
        }
        switch try confirmations.confirm(
            typed, of: mine.account, by: visit.holder(mine.person, mine.account), at: visit.now)
        {
        case .done:
            return .go(
                (contact == .email ? Done.confirmed : .confirmedPhone).path(visit, "profile"))
        case .wrong(let left):
            issues.add(
                "code", "รหัสไม่ถูกต้อง กรอกได้อีก \(left) ครั้ง",
                "The code is not right. \(left) tries left")
        case .dead:
            issues.add("main", "รหัสใช้ไม่ได้แล้ว ขอรหัสใหม่", "The code is no good. Ask for another")
        case .failed(let outcome): issues.add(outcome, visit)
        }
        return .page(try page(visit, mine, confirmations, issues))
    }

    /// The same given again: that asks for another code.
    private func again(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations
    ) throws -> Answer {
        guard try confirmations.nextAsk(of: mine.account, at: visit.now) == nil else {
            return .go(path(visit))
        }
        var section = Contact()
        switch contact {
        case .email: section.email = mine.person.contact.email
        case .phone:
            section.phone = mine.person.contact.phone
            // Each costs the office money.
            if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
                return .page(TooManyTries.page(visit, seconds, isLogin: false))
            }
        }
        let outcome = visit.office.perform(
            visit.draft(
                .changeContact(.init(kinds: [contact.kind])), mine,
                sections: [PlainSection(section)]))
        guard case .accepted(let receipt) = outcome else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try page(visit, mine, confirmations, issues))
        }
        try confirmations.asked(by: receipt, of: mine.account, at: visit.now)
        return .go(path(visit))
    }

    private func page(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations,
        _ issues: Issues = Issues()
    ) throws -> Page {
        let title =
            contact == .email
            ? visit.say("ยืนยันอีเมล", "Confirm your e-mail")
            : visit.say("ยืนยันเบอร์โทรศัพท์", "Confirm your telephone")
        let controls = Controls(visit, issues)
        let code = try confirmations.state(of: mine.account, at: visit.now)
        let next = try confirmations.nextAsk(of: mine.account, at: visit.now)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p { address(mine.person.contact, visit) }
            if let code {
                p {
                    visit.say(
                        "เราส่งรหัสไปแล้ว ในข้อความมี Ref: ", "A code is on its way. It says Ref: ")
                    strong { code.reference }
                }
                visit.form(to: path(visit)) {
                    controls.text(
                        "code", visit.say("รหัส 6 หลัก", "Six digits"), value: nil, width: "w5",
                        autocomplete: "one-time-code", inputmode: "numeric")
                    Parts.actions { controls.submit(visit.say("ยืนยัน", "Confirm")) }
                }
                h2 { visit.say("ไม่ได้รับข้อความ", "No message came") }
            }
            again(next, isFirst: code == nil, visit)
        }
        page.back = visit.path("account", "profile")
        page.mark(issues)
        return page
    }

    private func address(_ known: Contact, _ visit: Visit) -> String {
        switch contact {
        case .email: visit.say("อีเมลของท่าน ", "Your e-mail: ") + (known.email ?? "")
        case .phone:
            visit.say("เบอร์โทรศัพท์ของท่าน ", "Your telephone: ")
                + (known.phone.map(PhoneNumber.shown) ?? "")
        }
    }

    private func again(_ next: Instant?, isFirst: Bool, _ visit: Visit) -> HTML {
        if let next {
            return p {
                if contact == .email {
                    visit.say("ดูในกล่องจดหมายขยะ ", "Look among the spam. ")
                }
                visit.say("ขอรหัสใหม่ได้ตั้งแต่ ", "Another may be asked for from ")
                Parts.moment(next, visit)
            }
        }
        return visit.form(to: visit.path("account", part, "again")) {
            Parts.actions {
                button(.class(isFirst ? "button" : "button second"), .type("submit")) {
                    isFirst
                        ? contact == .email
                            ? visit.say("ส่งรหัสไปที่อีเมลนี้", "Send a code to it")
                            : visit.say("ส่งรหัสทาง SMS", "Send a code by SMS")
                        : visit.say("ส่งรหัสอีกครั้ง", "Send another code")
                }
            }
        }
    }
}
