internal import Entries
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// A forgotten password: who it is about.
enum ForgottenPages {
    static func add(to routes: inout PageRoutes) {
        for prefix in ResetDoor.prefixes {
            routes.page("\(prefix)/forgot") { page($0) }
            routes.post("\(prefix)/forgot") { visit in try Evenly.answer { try take(visit) } }
        }
        CodeStep.add(to: &routes)
        NewPasswordStep.add(to: &routes)
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        guard let who = typed.text("who") else {
            var issues = Issues()
            issues.add("who", ResetDoor(visit).missing)
            return .page(page(visit, issues))
        }
        if let seconds = visit.memory.resetNetworks.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        return try ask(try ResetDoor(visit).person(who), visit)
    }

    /// Has a code sent, and leads to where it is typed, whether there is such an account or not.
    static func ask(_ person: PasswordResets.Person, _ visit: Visit) throws -> Answer {
        let key = "\(person.typed)\n\(visit.network)"
        if let seconds = visit.memory.resetPeople.take(key, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds, isLogin: false))
        }
        let asked = try visit.office.passwordResets().ask(person, at: visit.now)
        if case .notBefore = asked { visit.memory.resetPeople.giveBack(key) }
        switch asked {
        case .sent, .notBefore:
            let door = ResetDoor(visit)
            door.memory.keep(ResetInHand(person: person), of: visit.visitor, at: visit.now)
            return .go(door.path("code"))
        case .failed(let outcome):
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(page(visit, issues))
        }
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("ลืมรหัสผ่าน", "Forgotten password")
        let controls = Controls(visit, issues)
        let door = ResetDoor(visit)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "เราจะส่งรหัสทางอีเมลที่ท่านลงทะเบียนไว้ แล้วท่านตั้งรหัสผ่านใหม่ที่เว็บไซต์นี้",
                    "We send a code to the e-mail that you registered, then you set a new "
                        + "password here.")
            }
            visit.form(to: door.path()) {
                controls.text("who", door.question, value: nil, autocomplete: "username")
                Parts.actions { controls.submit(visit.say("ส่งรหัส", "Send the code")) }
            }
            p(.class("soft")) { door.otherwise }
        }
        page.back = door.login
        page.mark(issues)
        return page
    }
}
