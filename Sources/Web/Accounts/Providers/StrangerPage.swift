internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import OpenID
internal import Rules
internal import Workflow

/// Somebody whom a provider vouches for and who has not been here by it: agrees to what the
/// provider told, and registers with it or links it to the account that is there. Nothing is typed
/// again.
enum StrangerPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/login/confirm") { visit in
            try open(visit) { .page(try page(visit, $0, Typed(FormFields()))) }
        }
        routes.post("/login/confirm") { visit in try open(visit) { try take(visit, $0) } }
    }

    private static func open(
        _ visit: Visit, _ answer: (Stranger) throws -> Answer
    ) throws -> Answer {
        guard visit.session == nil else { return .go(visit.path("account", "logins")) }
        guard let stranger = visit.memory.strangersAtDoor.find(visit.visitor, at: visit.now) else {
            return .go(visit.path("login"))
        }
        return try answer(stranger)
    }

    /// The account that has the number which the provider vouches for.
    private static func known(_ stranger: Stranger, _ visit: Visit) throws -> String? {
        guard let number = stranger.number else { return nil }
        return try visit.office.account(with: number.digits, as: .nationalID)
    }

    private static func take(_ visit: Visit, _ stranger: Stranger) throws -> Answer {
        let typed = Typed(visit.request.form)
        if let account = try known(stranger, visit) {
            // Registered by the request before this one: sent twice.
            if account == stranger.account {
                return try ProviderPages.letIn(account, stranger, visit)
            }
            return try link(account, typed, stranger, visit)
        }
        guard stranger.identity != nil else { throw HTTP.Refusal.notFound }
        return try register(typed, stranger, visit)
    }

    private static func link(
        _ account: String, _ typed: Typed, _ stranger: Stranger, _ visit: Visit
    ) throws -> Answer {
        var issues = Issues()
        let outcome = visit.office.perform(
            LoginsPage.link(stranger, to: account, at: visit.now))
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(try page(visit, stranger, typed, issues))
        }
        return try ProviderPages.letIn(account, stranger, visit)
    }

    private static func register(
        _ typed: Typed, _ stranger: Stranger, _ visit: Visit
    ) throws -> Answer {
        var issues = Issues()
        if visit.request.form["agree"] != "yes" {
            issues.add(
                "agree", "ทำเครื่องหมายว่ายอมรับเงื่อนไขก่อนลงทะเบียน",
                "Tick that you accept the terms before you register")
        }
        let contact = ContactFields.read(typed, visit.settings, &issues)
        guard issues.isEmpty, let identity = stranger.identity else {
            return .page(try page(visit, stranger, typed, issues))
        }
        if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        try Registering.addTaken(identity, contact, visit, &issues)
        guard issues.isEmpty else { return .page(try page(visit, stranger, typed, issues)) }
        var data = AccountEvent.Registered()
        data.method = stranger.provider.method
        data.channel = .web
        data.terms = visit.settings.termsVersion
        data.notice = visit.settings.noticeVersion
        if contact?.email != nil { data.contactPreference = .electronic }
        var draft = Draft(
            .account(id: stranger.account, .register(data)),
            by: .citizen(stranger.account, stranger.level), at: visit.now,
            sections: [PlainSection(identity), PlainSection(stranger.person.login)]
                + [contact].compactMap { $0.map { PlainSection($0) } })
        draft.idempotencyKey = "provider-\(stranger.account)"
        let outcome = visit.office.perform(draft)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(try page(visit, stranger, typed, issues))
        }
        return try ProviderPages.letIn(stranger.account, stranger, visit)
    }

    // MARK: What is seen

    private static func page(
        _ visit: Visit, _ stranger: Stranger, _ typed: Typed, _ issues: Issues = Issues()
    ) throws -> Page {
        let isKnown = try known(stranger, visit) != nil
        let name = visit.language(stranger.provider.label)
        let title =
            isKnown
            ? visit.say("ผูก \(name) กับบัญชีของท่าน", "Link \(name) with your account")
            : visit.say("ลงทะเบียนด้วย \(name)", "Register with \(name)")
        let content =
            isKnown
            ? linking(visit, stranger)
            : stranger.identity == nil
                ? unknown(visit, name) : registering(visit, stranger, typed, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            content
        }
        page.back = visit.path("login")
        page.mark(issues)
        return page
    }

    private static func told(_ stranger: Stranger, _ visit: Visit) -> HTML {
        let person = stranger.person
        let name = visit.language(stranger.provider.label)
        var html = p {
            visit.say(
                "\(name) ยืนยันข้อมูลของท่านดังนี้ ท่านไม่ต้องกรอกอีก",
                "\(name) says who you are. You need not type it again.")
        }
        html.append(
            Parts.rows([
                (
                    visit.say("ชื่อ", "Name"),
                    .text(
                        [(person.title ?? "") + (person.givenName ?? ""), person.familyName ?? ""]
                            .filter { !$0.isEmpty }.joined(separator: " ")), nil
                ),
                (
                    visit.say("เลขประจำตัวประชาชน", "National ID"),
                    .text(stranger.number?.masked ?? "–"), nil
                ),
                (
                    visit.say("ระดับการยืนยันตัวตน", "Identity level"),
                    .text(visit.language(stranger.level.label)), nil
                ),
            ]))
        return html
    }

    private static func linking(_ visit: Visit, _ stranger: Stranger) -> HTML {
        var html = told(stranger, visit)
        html.append(
            p {
                visit.say(
                    "มีบัญชีของเลขประจำตัวนี้อยู่แล้ว ยืนยันเพื่อใช้บัญชีเดิมและเข้าสู่ระบบทางนี้ได้ด้วย",
                    "There is an account of this number. Confirm to use it and to log in this way "
                        + "too.")
            })
        html.append(
            visit.form(to: visit.path("login", "confirm")) {
                Parts.actions {
                    Controls(visit, Issues()).submit(
                        visit.say("ยืนยันว่าเป็นบัญชีของฉัน", "Yes, it is mine"))
                }
            })
        return html
    }

    /// LINE, for example, does not know who somebody is.
    private static func unknown(_ visit: Visit, _ name: String) -> HTML {
        var html = p {
            visit.say(
                "\(name) นี้ยังไม่ได้ผูกกับบัญชีใด เข้าสู่ระบบหรือลงทะเบียนก่อน แล้วยืนยันการผูก",
                "This \(name) is linked with no account. Log in or register first, then confirm "
                    + "the link.")
        }
        html.append(
            Parts.actions {
                a(
                    .class("button"), .href(visit.login(thenTo: visit.path("account", "logins")))
                ) { visit.say("เข้าสู่ระบบแล้วผูก", "Log in and link") }
                a(.class("button second"), .href(visit.path("register"))) {
                    visit.say("ลงทะเบียน", "Register")
                }
            })
        return html
    }

    private static func registering(
        _ visit: Visit, _ stranger: Stranger, _ typed: Typed, _ issues: Issues
    ) -> HTML {
        let controls = Controls(visit, issues)
        var html = told(stranger, visit)
        html.append(
            visit.form(to: visit.path("login", "confirm")) {
                h2 { visit.say("ติดต่อท่านได้ที่", "How to reach you") }
                ContactFields(controls: controls, settings: visit.settings).html(typed)
                p {
                    Parts.link(
                        visit.path("terms"),
                        visit.say("อ่านข้อตกลงและเงื่อนไข", "Read the terms"))
                }
                controls.agreement(
                    "agree",
                    visit.say(
                        "ข้าพเจ้ายอมรับเงื่อนไข และให้หน่วยงานใช้ข้อมูลข้างต้นเพื่อให้บริการ",
                        "I accept the terms, and that the office uses the above to serve me"),
                    isChecked: false)
                Parts.actions { controls.submit(visit.say("ลงทะเบียน", "Register")) }
            })
        return html
    }
}
