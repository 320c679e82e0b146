internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The code was right: a new password is set, and all sessions end.
enum NewPasswordStep {
    static func add(to routes: inout PageRoutes) {
        for prefix in ResetDoor.prefixes {
            routes.get("\(prefix)/forgot/password") { visit in
                try step(visit) { _, _, code in .page(page(visit, code)) }
            }
            routes.post("\(prefix)/forgot/password", lane: .slow) { try take($0) }
        }
    }

    /// Nobody comes here without a code that was right.
    private static func step(
        _ visit: Visit, _ body: (ResetInHand, String, OneTimeCode) throws -> Answer
    ) throws -> Answer {
        try CodeStep.step(visit) { reset, code in
            guard let typed = reset.code else { return .go(ResetDoor(visit).path("code")) }
            return try body(reset, typed, code)
        }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        try step(visit) { reset, secret, code in
            let typed = Typed(visit.request.form)
            var issues = Issues()
            let password = NewPasswordFields.read(
                typed, visit.settings.passwordPolicy, names: try names(reset, visit), &issues)
            guard let password, issues.isEmpty else { return .page(page(visit, code, issues)) }
            let hash = try visit.office.passwords.hash(password)
            let finished = try visit.office.passwordResets().finish(
                secret, of: reset.person, passwordHash: hash, at: visit.now)
            switch finished {
            case .done:
                if let account = reset.person.account { try endSessions(of: account, visit) }
                var done = reset
                done.code = nil
                done.isDone = true
                let door = ResetDoor(visit)
                door.memory.keep(done, of: visit.visitor, at: visit.now)
                return .go(door.done)
            case .wrong, .dead: return .page(Countdown.over(visit))
            case .failed(let outcome):
                issues.add(outcome, visit)
                return .page(page(visit, code, issues))
            }
        }
    }

    /// What the password may not contain, now that it is shown who asks.
    private static func names(_ reset: ResetInHand, _ visit: Visit) throws -> [String?] {
        try reset.person.account.map { try ResetDoor(visit).names($0) } ?? []
    }

    private static func endSessions(of account: String, _ visit: Visit) throws {
        if let officer = OfficerLogin.officer(of: account) {
            try visit.office.logins.endSessions(
                of: officer, why: .passwordChanged, by: .system, at: visit.now)
            return
        }
        let count = try visit.office.sessions.list(of: account, at: visit.now).count
        guard count > 0 else { return }
        try visit.office.sessions.endAll(of: account)
        _ = visit.office.perform(
            Draft(
                .account(id: account, .endSessions(.init(why: .passwordChanged, sessions: count))),
                by: .system, at: visit.now))
    }

    private static func page(
        _ visit: Visit, _ code: OneTimeCode, _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("ตั้งรหัสผ่านใหม่", "Set a new password")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            Countdown.html(code, visit)
            visit.form(to: ResetDoor(visit).path("password")) {
                NewPasswordFields(controls: controls, policy: visit.settings.passwordPolicy).html()
                Parts.actions { controls.submit(title) }
            }
        }
        page.back = ResetDoor(visit).path("code")
        page.mark(issues)
        return page
    }
}

extension PersonFile {
    /// What a password of this person may not contain.
    var passwordNames: [String?] {
        [
            identity?.nationalID, identity?.passport, identity?.givenName, identity?.familyName,
            contact.email,
        ]
    }
}
