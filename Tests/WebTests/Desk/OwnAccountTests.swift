import Entries
import EventLog
import Events
import HTTP
import Rules
import Testing
import Threads
import Vault
import Workflow

/// What officers do about their own account.
@Suite struct OwnAccountTests {
    private let site: WebSite
    private let browser: Browser
    private let account = OfficerLogin.account(of: "works-1")
    private let new = "Mai#Desk-2569"

    init() throws {
        site = try WebSite()
        try site.appoint("works-1", [.handler], givenName: "ใจดี", email: "works-1@example.org")
        browser = try site.officer("works-1", .handler)
    }

    private func settings() throws -> OfficeSettings.Officer {
        try #require(try site.office.settings().value.activeOfficer("works-1"))
    }

    @Test func `the page says who one is, by name and not by id`() throws {
        try browser.open("desk/me")
        #expect(browser.text.contains("<h1>นายใจดี ทดสอบ</h1>"))
        #expect(browser.text.contains(">นายใจดี ทดสอบ</a>"), "in the banner")
        #expect(browser.text.contains("works-1@example.org"))
        #expect(browser.text.contains("ผู้ปฏิบัติ"))
        try browser.open("desk/me?lang=en")
        #expect(browser.text.contains("<h1>Mr ใจดี ทดสอบ</h1>"))
    }

    @Test func `the password is changed with the current one, and other devices are out`() throws {
        let elsewhere = site.browser()
        try elsewhere.signIn("works-1")
        try browser.open("desk/me/password")
        let fields = ["password": new, "password-again": new]
        try browser.submit("desk/me/password", fields)
        #expect(browser.status == 422 && browser.text.contains("กรอกรหัสผ่านปัจจุบัน"))
        try browser.submit(
            "desk/me/password", fields.merging(["current-password": "Wrong#2569"]) { $1 })
        #expect(browser.status == 422 && browser.text.contains("รหัสผ่านปัจจุบันไม่ถูกต้อง"))
        try browser.submit(
            "desk/me/password",
            ["current-password": WebSite.officerPassword, "password": "a", "password-again": "a"])
        #expect(browser.status == 422)
        try browser.submit(
            "desk/me/password",
            fields.merging(["current-password": WebSite.officerPassword]) { $1 })
        #expect(browser.path == "/test/desk/me?done=password" && browser.status == 200)
        try elsewhere.open("desk")
        #expect(elsewhere.path.hasPrefix("/test/desk/sign-in"))
        let names = try site.signIns().suffix(3).map { type(of: $0.data).name }
        #expect(names == ["sign-in-refused", "officer-password-set", "officer-sessions-ended"])
        #expect(try !settings().isPasswordInitial)
        try elsewhere.signIn("works-1", password: new)
        #expect(elsewhere.path == "/test/desk")
    }

    @Test func `the current password cannot be guessed at an open screen`() throws {
        try browser.open("desk/me/password")
        for _ in 0..<10 {
            try browser.submit("desk/me/password", ["current-password": "Wrong#2569"])
        }
        try browser.submit("desk/me/password", ["current-password": WebSite.officerPassword])
        #expect(browser.status == 429)
    }

    @Test func `who guesses at the sign-in does not keep an officer from a new password`() throws {
        let stranger = site.browser()
        for _ in 0..<11 { try stranger.signIn("works-1", password: "Wrong#2569") }
        #expect(stranger.status == 429)
        try browser.open("desk/me/password")
        try browser.submit(
            "desk/me/password",
            [
                "current-password": WebSite.officerPassword, "password": new,
                "password-again": new,
            ])
        #expect(browser.path == "/test/desk/me?done=password")
    }

    @Test func `sessions are seen and ended, one or all others`() throws {
        let (one, two) = (site.browser(), site.browser())
        try one.signIn("works-1")
        site.clock.advance(seconds: 60)
        try two.signIn("works-1")
        try browser.open("desk/me/sessions")
        #expect(browser.count("name=\"session\"") == 2)
        let newest = try #require(
            try site.office.sessions.list(of: account, at: site.clock.now()).first)
        try browser.post(
            "desk/me/sessions",
            ["form": try browser.formToken("track"), "session": newest.id.description])
        #expect(browser.path == "/test/desk/me/sessions?done=session")
        try two.open("desk/me")
        #expect(two.path.hasPrefix("/test/desk/sign-in"))
        try one.open("desk/me")
        #expect(one.path == "/test/desk/me")
        try browser.post("desk/me/sessions", ["form": try browser.formToken("track")])
        #expect(browser.path == "/test/desk/me/sessions?done=sessions")
        try one.open("desk/me")
        #expect(one.path.hasPrefix("/test/desk/sign-in"))
        try browser.open("desk/me")
        #expect(browser.path == "/test/desk/me")
        #expect(
            try site.signIns().suffix(2) == [
                .officerSessionsEnded(.init(officer: "works-1", why: .signedOut, sessions: 1)),
                .officerSessionsEnded(.init(officer: "works-1", why: .signedOut, sessions: 1)),
            ])
    }

    @Test func `nobody ends another's session by its name`() throws {
        let other = try site.officer("works-2", .handler)
        let named = try #require(
            try site.office.sessions.list(
                of: OfficerLogin.account(of: "works-2"), at: site.clock.now()
            ).first)
        try browser.post(
            "desk/me/sessions",
            ["form": try browser.formToken("track"), "session": named.id.description])
        try other.open("desk/me")
        #expect(other.path == "/test/desk/me")
    }

    @Test func `a second factor is set and renewed with password and code`() throws {
        try browser.open("desk/me/second-factor")
        let offered = try site.office.factors.offer(to: account, at: site.clock.now())
        #expect(browser.text.contains(offered.text))
        let code = offered.code(at: site.clock.now())
        try browser.submit(
            "desk/me/second-factor", ["current-password": "Wrong#2569", "code": code])
        #expect(browser.status == 422)
        #expect(try !settings().hasSecondFactor)
        let elsewhere = site.browser()
        try elsewhere.signIn("works-1")
        try browser.submit(
            "desk/me/second-factor",
            ["current-password": WebSite.officerPassword, "code": code])
        #expect(browser.path == "/test/desk/me?done=factor" && browser.status == 200)
        #expect(try settings().hasSecondFactor)
        try elsewhere.open("desk/me")
        #expect(elsewhere.path.hasPrefix("/test/desk/sign-in"))
        try elsewhere.signIn("works-1")
        #expect(elsewhere.path == "/test/desk/sign-in/code")
    }

    @Test func `a substitute is set for days that go forward, and ended`() throws {
        try site.appoint("works-2", [.handler], givenName: "มานี")
        try browser.open("desk/me/substitute")
        #expect(browser.text.contains("นายมานี ทดสอบ (works-2)"))
        // Only who may do the work is offered, and taken.
        try site.appoint("auditor-1", [.auditor], givenName: "ตรวจ")
        try site.appoint("identity-1", [.identityChecker], givenName: "บัตร")
        try browser.open("desk/me/substitute")
        for other in ["auditor-1", "identity-1"] {
            #expect(!browser.text.contains(other))
            try browser.submit("desk/me/substitute", ["substitute": other])
            #expect(browser.status == 422 && browser.text.contains("ไม่มีหน้าที่ทำงานนี้แทน"))
        }
        try browser.submit("desk/me/substitute", [:])
        #expect(browser.status == 422 && browser.text.contains("เลือกผู้ปฏิบัติแทน"))
        var fields = [
            "substitute": "works-2", "from-day": "10", "from-month": "3", "from-year": "2569",
            "until-day": "9", "until-month": "3", "until-year": "2569",
        ]
        try browser.submit("desk/me/substitute", fields)
        #expect(browser.status == 422)
        #expect(browser.text.contains("value=\"10\""), "what was typed is still there")
        fields["until-day"] = "13"
        try browser.submit("desk/me/substitute", fields)
        #expect(browser.path == "/test/desk/me?done=substitute")
        #expect(browser.text.contains("นายมานี ทดสอบ"))
        #expect(
            try settings().substitute
                == .init(
                    officer: "works-1", substitute: "works-2",
                    from: CivilDate(year: 2026, month: 3, day: 10),
                    until: CivilDate(year: 2026, month: 3, day: 13)))
        try browser.post(
            "desk/me/substitute", ["form": try browser.formToken("track"), "end": "yes"])
        #expect(try settings().substitute == nil)
    }

    @Test func `what one is told by e-mail is one's own choice`() throws {
        try browser.open("desk/me/notices")
        #expect(browser.text.contains("works-1@example.org"))
        let token = try browser.formToken("track")
        try browser.post("desk/me/notices", ["form": token, "notice": "department"])
        #expect(browser.path == "/test/desk/me?done=notices")
        #expect(try settings().notices == [.department])
        try browser.post("desk/me/notices", ["form": token])
        #expect(try settings().notices == [])
        let head = try site.office.office.log.head
        try browser.post("desk/me/notices", ["form": token])
        #expect(browser.path == "/test/desk/me?done=notices")
        #expect(try site.office.office.log.head == head)
    }

    // MARK: Forgotten

    private func code() throws -> String {
        let log = site.office.office.log
        let event = try #require(
            try log.readStream("office/test", afterVersion: 0, limit: 10_000)
                .map { try RecordedEvent.read($0) }
                .last { recorded in
                    if case .office(.officerResetRequested) = recorded.event { true } else { false }
                })
        let codes = try OneTimeCodes(site.office.office.vault)
        return try #require(
            try codes.secret(.passwordReset, to: account, for: event.id, at: site.clock.now()))
    }

    @Test func `a forgotten password is set anew with a code, and all devices are out`() throws {
        let visitor = site.browser()
        try visitor.open("desk/forgot")
        try visitor.submit("desk/forgot", ["who": "works-1"])
        #expect(visitor.path == "/test/desk/forgot/code")
        try visitor.submit("desk/forgot/code", ["code": "12345x"])
        #expect(visitor.status == 422 && visitor.text.contains("กรอกได้อีก 4 ครั้ง"))
        try visitor.submit("desk/forgot/code", ["code": try code()])
        #expect(visitor.path == "/test/desk/forgot/password")
        let named = "Works-1#Desk"
        try visitor.submit("desk/forgot/password", ["password": named, "password-again": named])
        #expect(visitor.status == 422, "the id is no part of it")
        try visitor.submit("desk/forgot/password", ["password": new, "password-again": new])
        #expect(visitor.path == "/test/desk/sign-in?done=reset")
        try browser.open("desk")
        #expect(browser.path.hasPrefix("/test/desk/sign-in"))
        try visitor.signIn("works-1", password: new)
        #expect(visitor.path == "/test/desk")
        let names = try site.signIns().suffix(4).map { type(of: $0.data).name }
        #expect(
            names == [
                "officer-reset-requested", "officer-password-set", "officer-sessions-ended",
                "signed-in",
            ])
    }

    @Test func `nobody learns by forgetting which officers there are, and no door opens another`()
        throws
    {
        let (one, two) = (site.browser(), site.browser())
        try one.open("desk/forgot")
        try one.submit("desk/forgot", ["who": "works-1"])
        try two.open("desk/forgot")
        try two.submit("desk/forgot", ["who": "nobody-1"])
        func plain(_ text: String) -> String {
            text.replacing(#/Ref: <strong>[A-Z]{4}<\/strong>/#, with: "")
                .replacing(#/value="[0-9a-f]{64}"/#, with: "")
        }
        #expect(one.path == two.path && one.status == two.status)
        #expect(plain(one.text) == plain(two.text))
        try two.submit("desk/forgot/code", ["code": "000000"])
        #expect(two.text.contains("กรอกได้อีก 4 ครั้ง"))
        try one.open("forgot/code")
        #expect(one.path == "/test/forgot", "the citizens’ door knows nothing of it")
    }

    @Test func `a second factor is asked for after a forgotten password as well`() throws {
        let factor = try site.office.factors.offer(to: account, at: site.clock.now())
        try site.set(.secondFactorSet(.init(officer: "works-1")))
        #expect(
            try site.office.factors.set(
                account, by: factor.code(at: site.clock.now()), at: site.clock.now()))
        let visitor = site.browser()
        try visitor.open("desk/forgot")
        try visitor.submit("desk/forgot", ["who": "works-1"])
        try visitor.submit("desk/forgot/code", ["code": try code()])
        try visitor.submit("desk/forgot/password", ["password": new, "password-again": new])
        try visitor.signIn("works-1", password: new)
        #expect(visitor.path == "/test/desk/sign-in/code")
    }
}
