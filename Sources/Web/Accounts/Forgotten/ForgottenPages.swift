internal import Entries
internal import HTTP
internal import Markup
internal import Rules
internal import Threads
internal import Vault
internal import Workflow

/// A forgotten password: who it is about.
enum ForgottenPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/forgot") { page($0) }
        routes.post("/forgot") { visit in try evenly { try take(visit) } }
        CodeStep.add(to: &routes)
        NewPasswordStep.add(to: &routes)
    }

    /// Takes no less time where there is no such account: nobody learns it from the clock.
    static func evenly(_ body: () throws -> Answer) throws -> Answer {
        let begun = ContinuousClock.now
        let answer = try body()
        let spent = begun.duration(to: .now).components
        let milliseconds =
            Int(spent.seconds) * 1000 + Int(spent.attoseconds / 1_000_000_000_000_000)
        if milliseconds < leastMilliseconds {
            let never: Void? = Monitor(()).wait(milliseconds: leastMilliseconds - milliseconds) {
                _ in nil
            }
            assert(never == nil)
        }
        return answer
    }

    private static let leastMilliseconds = 250

    private static func take(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        guard let who = typed.text("who") else {
            var issues = Issues()
            issues.add(
                "who", "กรอกเลขประจำตัวประชาชนหรืออีเมล", "Enter your national ID or e-mail")
            return .page(page(visit, issues))
        }
        let name = LoginName(who)
        if let seconds = visit.memory.resetNetworks.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let person = PasswordResets.Person(
            typed: name.key, account: try name.account(in: visit.office))
        return try ask(person, visit)
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
            visit.memory.resets.keep(
                ResetInHand(person: person), of: visit.visitor, at: visit.now)
            return .go(visit.path("forgot", "code"))
        case .failed(let outcome):
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(page(visit, issues))
        }
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("ลืมรหัสผ่าน", "Forgotten password")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "เราจะส่งรหัสทางอีเมลที่ท่านลงทะเบียนไว้ แล้วท่านตั้งรหัสผ่านใหม่ที่เว็บไซต์นี้",
                    "We send a code to the e-mail that you registered, then you set a new "
                        + "password here.")
            }
            visit.form(to: visit.path("forgot")) {
                controls.text(
                    "who", visit.say("เลขประจำตัวประชาชนหรืออีเมล", "National ID or e-mail"),
                    value: nil, autocomplete: "username")
                Parts.actions { controls.submit(visit.say("ส่งรหัส", "Send the code")) }
            }
            p(.class("soft")) {
                visit.say(
                    "ไม่มีอีเมล หรือเข้าอีเมลไม่ได้ ติดต่อเจ้าหน้าที่ที่สำนักงานพร้อมบัตรประชาชน",
                    "If you have no e-mail, come to the office with your ID card.")
            }
        }
        page.back = visit.path("login")
        page.mark(issues)
        return page
    }
}
