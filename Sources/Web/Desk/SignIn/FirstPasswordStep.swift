internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Somebody else has chosen the password: the officer sets another.
enum FirstPasswordStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/sign-in/password") { visit in
            try SignInWay.at(.newPassword, visit) { _, _ in .page(page(visit)) }
        }
        routes.post("/desk/sign-in/password", lane: .slow) { visit in
            try SignInWay.at(.newPassword, visit) { half, officer in
                try take(half, officer, visit)
            }
        }
    }

    private static func take(
        _ half: SignInInHand, _ officer: OfficeSettings.Officer, _ visit: Visit
    ) throws -> Answer {
        var issues = Issues()
        let password = NewPasswordFields.read(
            Typed(visit.request.form), visit.settings.passwordPolicy,
            names: visit.passwordNames(of: officer.id), &issues)
        guard let password else { return .page(page(visit, issues)) }
        guard try !visit.office.passwords.verify(password, against: half.hash) else {
            issues.add(
                NewPasswordFields.names.0, "ตั้งรหัสผ่านอื่นที่ไม่ใช่รหัสผ่านที่ได้รับ",
                "Choose another password than the one you were given")
            return .page(page(visit, issues))
        }
        let hash = try visit.office.passwords.hash(password)
        let outcome = try visit.office.logins.setPassword(
            hash: hash, of: officer.id, via: nil, by: officer.actor, at: visit.now)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(page(visit, issues))
        }
        var next = half
        next.hash = hash
        return try SignInWay.goOn(next, visit)
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("ตั้งรหัสผ่านของท่าน", "Choose your password")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "รหัสผ่านที่ได้รับใช้ได้ครั้งเดียว ตั้งรหัสผ่านที่ท่านรู้คนเดียว",
                    "The password that you were given serves once. Choose one that only you know.")
            }
            visit.form(to: visit.deskPath("sign-in", "password")) {
                NewPasswordFields(controls: controls, policy: visit.settings.passwordPolicy).html()
                Parts.actions { controls.submit(visit.say("บันทึกและไปต่อ", "Save and continue")) }
            }
        }
        page.back = visit.signIn(thenTo: nil)
        page.mark(issues)
        return page
    }
}
