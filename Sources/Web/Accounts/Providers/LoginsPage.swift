internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// The ways in to one's own account beside the password: linking and unlinking them.
enum LoginsPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/logins", .citizen) { visit in try page(visit, try visit.mine()) }
        routes.post("/account/logins/link", .citizen) { try link($0) }
        routes.post("/account/logins/unlink", .citizen) { try unlink($0) }
    }

    /// The command that links a login whose holder has just shown it to be the own.
    static func link(_ stranger: Stranger, to account: String, at now: Instant) -> Draft {
        let linked = AccountEvent.LoginLinked(
            provider: stranger.provider, level: stranger.level.isProven ? stranger.level : nil)
        var draft = Draft(
            .account(id: account, .linkLogin(linked)), by: .citizen(account, stranger.level),
            at: now, sections: [PlainSection(stranger.person.login)])
        draft.isOwnerProven = true
        return draft
    }

    private static func waiting(_ visit: Visit) -> Stranger? {
        visit.memory.strangersAtDoor.find(visit.visitor, at: visit.now)
    }

    private static func link(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        guard let stranger = waiting(visit) else { return .go(visit.path("account", "logins")) }
        var issues = Issues()
        if isSomebodyElse(stranger, mine) {
            issues.add("main", differs.thai, differs.english)
            return .page(try page(visit, mine, issues))
        }
        let outcome = visit.office.perform(link(stranger, to: mine.account, at: visit.now))
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(try page(visit, mine, issues))
        }
        visit.memory.strangersAtDoor.forget(visit.visitor)
        return .go(Done.login.path(visit, "logins"))
    }

    /// Whether the provider vouches for another number than the account's.
    private static func isSomebodyElse(_ stranger: Stranger, _ mine: Mine) -> Bool {
        guard let number = stranger.number, let own = mine.person.identity?.nationalID else {
            return false
        }
        return number.digits != own
    }

    private static let differs = Wording(
        thai: "เลขประจำตัวประชาชนไม่ตรงกับบัญชีนี้ จึงผูกไม่ได้",
        english: "This is another person’s number than the account’s: it cannot be linked.")

    private static func unlink(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        guard let provider = visit.request.form["provider"].flatMap(LoginProvider.init(rawValue:))
        else { throw HTTP.Refusal.notFound }
        let outcome = visit.office.perform(
            visit.draft(.unlinkLogin(.init(provider: provider)), mine))
        guard outcome.isAccepted else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try page(visit, mine, issues))
        }
        return .go(Done.unlinked.path(visit, "logins"))
    }

    private static func page(
        _ visit: Visit, _ mine: Mine, _ issues: Issues = Issues()
    ) throws -> Page {
        let title = visit.say("ช่องทางเข้าสู่ระบบ", "Ways to log in")
        let linked = mine.person.account.logins
        let others = try visit.office.providers().filter { !linked.contains($0) }
        var page = Page(title) {
            Done.note(visit)
            issues.summary(visit.language)
            h1 { title }
            if let stranger = waiting(visit), !linked.contains(stranger.provider) {
                confirmation(stranger, visit)
            }
            if linked.isEmpty {
                p {
                    visit.say(
                        "ท่านเข้าสู่ระบบด้วยรหัสผ่าน ยังไม่ได้ผูกช่องทางอื่น",
                        "You log in with your password; nothing else is linked.")
                }
            }
            for provider in linked { row(provider, visit) }
            if !others.isEmpty {
                h2 { visit.say("ผูกช่องทางเพิ่ม", "Link another way") }
                div(.class("actions")) {
                    for provider in others {
                        a(.class("button second"), .href(visit.way(to: provider, thenTo: nil))) {
                            visit.language(provider.label)
                        }
                    }
                }
            }
        }
        page.back = visit.path("account")
        page.mark(issues)
        return page
    }

    private static func confirmation(_ stranger: Stranger, _ visit: Visit) -> HTML {
        let name = visit.language(stranger.provider.label)
        return Parts.note {
            p {
                visit.say(
                    "ผูก \(name) ที่เพิ่งเข้าสู่ระบบกับบัญชีนี้หรือไม่",
                    "Link the \(name) that you just logged in to with this account?")
            }
            visit.form(to: visit.path("account", "logins", "link")) {
                Controls(visit, Issues()).submit(visit.say("ยืนยันการผูก \(name)", "Link \(name)"))
            }
        }
    }

    private static func row(_ provider: LoginProvider, _ visit: Visit) -> HTML {
        section {
            h2 { visit.language(provider.label) }
            visit.form(to: visit.path("account", "logins", "unlink")) {
                input(.type("hidden"), .name("provider"), .value(provider.rawValue))
                Controls(visit, Issues()).submit(
                    visit.say("ยกเลิกการผูก", "Unlink"), class: "button second")
            }
        }
    }
}
