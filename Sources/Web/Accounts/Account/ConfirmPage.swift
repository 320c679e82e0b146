internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Showing that the e-mail address is one's own, by the code that was sent there.
enum ConfirmPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/account/contact/confirm", .citizen) { visit in
            try open(visit) { .page(try page(visit, $0, $1)) }
        }
        routes.post("/account/contact/confirm", .citizen) { visit in
            try open(visit) { try take(visit, $0, $1) }
        }
        routes.post("/account/contact/again", .citizen) { visit in
            try open(visit) { try again(visit, $0, $1) }
        }
    }

    static func path(_ visit: Visit) -> String { visit.path("account", "contact", "confirm") }

    /// Whether there is an address that nobody has shown to be the person's.
    static func isDue(_ person: PersonFile) -> Bool {
        person.contact.email != nil && !person.account.confirmed.contains(.email)
    }

    private static func open(
        _ visit: Visit, _ answer: (Mine, ContactConfirmations) throws -> Answer
    ) throws -> Answer {
        let mine = try visit.mine()
        guard isDue(mine.person) else { return .go(visit.path("account", "profile")) }
        return try answer(mine, try visit.office.contactConfirmations())
    }

    private static func take(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations
    ) throws -> Answer {
        var issues = Issues()
        let typed = Typed(visit.request.form)["code"]
        guard !typed.isEmpty else {
            issues.add("code", "กรอกรหัส 6 หลักจากอีเมล", "Enter the six digits from the e-mail")
            return .page(try page(visit, mine, confirmations, issues))
        }
        switch try confirmations.confirm(
            typed, of: mine.account, by: visit.holder(mine.person, mine.account), at: visit.now)
        {
        case .done: return .go(Done.confirmed.path(visit, "profile"))
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

    /// The same address given again: that asks for another code.
    private static func again(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations
    ) throws -> Answer {
        guard try confirmations.nextAsk(of: mine.account, at: visit.now) == nil else {
            return .go(path(visit))
        }
        var section = Contact()
        section.email = mine.person.contact.email
        let outcome = visit.office.perform(
            visit.draft(
                .changeContact(.init(kinds: [.email])), mine, sections: [PlainSection(section)]))
        guard case .accepted(let receipt) = outcome else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try page(visit, mine, confirmations, issues))
        }
        try confirmations.asked(by: receipt, of: mine.account, at: visit.now)
        return .go(path(visit))
    }

    private static func page(
        _ visit: Visit, _ mine: Mine, _ confirmations: ContactConfirmations,
        _ issues: Issues = Issues()
    ) throws -> Page {
        let title = visit.say("ยืนยันอีเมล", "Confirm your e-mail")
        let controls = Controls(visit, issues)
        let code = try confirmations.state(of: mine.account, at: visit.now)
        let next = try confirmations.nextAsk(of: mine.account, at: visit.now)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p { visit.say("อีเมลของท่าน ", "Your e-mail: ") + (mine.person.contact.email ?? "") }
            if let code {
                p {
                    visit.say(
                        "เราส่งรหัสไปที่อีเมลนี้แล้ว ในข้อความมี Ref: ", "A code is on its way. It says Ref: "
                    )
                    strong { code.reference }
                }
                visit.form(to: path(visit)) {
                    controls.text(
                        "code", visit.say("รหัส 6 หลัก", "Six digits"), value: nil, width: "w5",
                        autocomplete: "one-time-code", inputmode: "numeric")
                    Parts.actions { controls.submit(visit.say("ยืนยันอีเมล", "Confirm")) }
                }
                h2 { visit.say("ไม่ได้รับข้อความ", "No message came") }
            }
            again(next, isFirst: code == nil, visit)
        }
        page.back = visit.path("account", "profile")
        page.mark(issues)
        return page
    }

    private static func again(_ next: Instant?, isFirst: Bool, _ visit: Visit) -> HTML {
        if let next {
            return p {
                visit.say(
                    "ดูในกล่องจดหมายขยะ ขอรหัสใหม่ได้ตั้งแต่ ",
                    "Look among the spam. Another may be asked for from ")
                Parts.moment(next, visit)
            }
        }
        return visit.form(to: visit.path("account", "contact", "again")) {
            Parts.actions {
                button(.class(isFirst ? "button" : "button second"), .type("submit")) {
                    isFirst
                        ? visit.say("ส่งรหัสไปที่อีเมลนี้", "Send a code to it")
                        : visit.say("ส่งรหัสอีกครั้ง", "Send another code")
                }
            }
        }
    }
}
