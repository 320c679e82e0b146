import Entries
import Events
import Rules
import Testing
import Threads
import Vault
import Workflow

/// Officers sign in: who comes in, what is asked, and what the log keeps of it.
@Suite struct SignInTests {
    private let site: WebSite
    private let browser: Browser
    private let account = OfficerLogin.account(of: "works-1")

    init() throws {
        site = try WebSite()
        try site.set(.officerPolicySet(.init(secondFactor: [.administrator], sessionHours: 8)))
        try site.set(
            .officerAppointed(.init(officer: "works-1", roles: [.handler], department: "works")))
        try site.setPassword(of: "works-1")
        browser = site.browser()
    }

    private func refusals() throws -> [OfficeEvent.SignInRefused] {
        try site.signIns().compactMap { event in
            if case .signInRefused(let data) = event { data } else { nil }
        }
    }

    @Test func `the right password signs in where the office asks for no more, and is recorded`()
        throws
    {
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk" && browser.status == 200)
        #expect(
            try site.signIns().last == .signedIn(.init(officer: "works-1", method: .password)))
        #expect(browser.setCookies.contains { $0.hasPrefix("officer-test=") })
        site.clock.advance(seconds: 8 * 3600)
        try browser.open("desk/me")
        #expect(browser.path.hasPrefix("/test/desk/sign-in?next="))
    }

    @Test func `a sign-in leads to the page that asked for it, and nowhere else`() throws {
        try browser.open("desk/me/sessions")
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk/me/sessions")
        let other = site.browser()
        try other.open("desk/sign-in?next=https://evil.example/")
        try other.signIn("works-1")
        #expect(other.path == "/test/desk")
    }

    @Test func `nobody hears which part was wrong, and the log knows`() throws {
        try site.set(.officerAppointed(.init(officer: "gone-1", roles: [.handler])))
        try site.setPassword(of: "gone-1")
        try site.set(.officerDismissed(.init(officer: "gone-1")))
        try site.set(.officerAppointed(.init(officer: "new-1", roles: [.handler])))
        var pages: Set<String> = []
        for (officer, password) in [
            ("works-1", "Wrong#2569"), ("nobody-1", "Wrong#2569"),
            ("gone-1", WebSite.officerPassword), ("new-1", WebSite.officerPassword),
        ] {
            let visitor = site.browser()
            try visitor.signIn(officer, password: password)
            #expect(visitor.status == 422)
            #expect(!visitor.setCookies.contains { $0.hasPrefix("officer-test=") })
            pages.insert(
                visitor.text.replacing(officer, with: "")
                    .replacing(#/value="[0-9a-f]{64}"/#, with: ""))
        }
        #expect(pages.count == 1)
        #expect(
            try refusals() == [
                .init(ground: .wrongPassword, officer: "works-1"),
                .init(ground: .unknownOfficer),
                .init(ground: .dismissed, officer: "gone-1"),
                .init(ground: .wrongPassword, officer: "new-1"),
            ])
        let bytes = try site.bytesOnDisk().flatMap(\.bytes)
        #expect(bytes.firstRange(of: Array("nobody-1".utf8)) == nil)
    }

    @Test func `empty fields ask nobody`() throws {
        try browser.signIn("", password: "")
        #expect(browser.status == 422)
        #expect(browser.text.contains("กรอกรหัสเจ้าหน้าที่"))
        #expect(try refusals() == [])
    }

    @Test func `who tries on and on is slowed down, which is recorded once`() throws {
        for _ in 0..<10 { try browser.signIn("works-1", password: "Wrong#2569") }
        for _ in 0..<3 {
            try browser.open("desk/sign-in")
            try browser.signIn("works-1")
            #expect(browser.status == 429)
            #expect(browser.text.contains("/test/desk/forgot"))
        }
        let grounds = try refusals().map(\.ground)
        #expect(grounds == [SignInRefusal](repeating: .wrongPassword, count: 10) + [.throttled])
        site.clock.advance(seconds: 61)
        try browser.open("desk/sign-in")
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk")
    }

    @Test func `a stranger who guesses in another network does not keep an officer out`() throws {
        let stranger = site.browser()
        stranger.network = 2
        for _ in 0..<11 { try stranger.signIn("works-1", password: "Wrong#2569") }
        #expect(stranger.status == 429)
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk")
    }

    @Test func `nor in the same network, where the officer was let in before`() throws {
        try browser.signIn("works-1")
        site.clock.advance(seconds: 8 * 3600)
        let stranger = site.browser()
        for _ in 0..<11 { try stranger.signIn("works-1", password: "Wrong#2569") }
        #expect(stranger.status == 429)
        try browser.open("desk/sign-in")
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk")
        // What a browser is known by opens no other officer's door.
        try site.set(.officerAppointed(.init(officer: "works-2", roles: [.handler])))
        site.clock.advance(seconds: 8 * 3600)
        try browser.open("desk/sign-in")
        for _ in 0..<11 { try browser.signIn("works-2", password: "Wrong#2569") }
        #expect(browser.status == 429)
    }

    @Test func `tries under ids that nobody has do not fill the log`() throws {
        for number in 0..<33 {
            try browser.signIn("nobody-\(number)", password: "Wrong#2569")
            #expect(browser.status == 422)
        }
        #expect(try refusals().count == 30)
    }

    // MARK: The second factor

    @Test
    func `who needs a second factor sets it up at the first sign-in and has no session before`()
        throws
    {
        try site.set(.officerAppointed(.init(officer: "admin", roles: [.administrator])))
        try site.setPassword(of: "admin")
        try browser.signIn("admin")
        #expect(browser.path == "/test/desk/sign-in/second-factor")
        #expect(!browser.setCookies.contains { $0.hasPrefix("officer-test=") })
        let offered = try site.office.factors.offer(
            to: OfficerLogin.account(of: "admin"), at: site.clock.now())
        #expect(browser.text.contains(offered.text))
        #expect(browser.text.contains("<svg class=\"qr\""))
        #expect(browser.header("Cache-Control") == "no-store")
        try browser.open("desk/me")
        #expect(browser.path.hasPrefix("/test/desk/sign-in"))
        try browser.open("desk/sign-in/second-factor")
        try browser.submit("desk/sign-in/second-factor", ["code": "000000"])
        #expect(browser.status == 422)
        try browser.submit(
            "desk/sign-in/second-factor", ["code": offered.code(at: site.clock.now())])
        #expect(browser.path == "/test/desk/settings" && browser.status == 200)
        #expect(
            try site.signIns().suffix(2) == [
                .secondFactorSet(.init(officer: "admin")),
                .signedIn(.init(officer: "admin", method: .otp)),
            ])
    }

    /// An officer who has set a factor up.
    private func factor() throws -> SecondFactor {
        let factor = try site.office.factors.offer(to: account, at: site.clock.now())
        let code = factor.code(at: site.clock.now())
        try site.set(.secondFactorSet(.init(officer: "works-1")))
        #expect(try site.office.factors.set(account, by: code, at: site.clock.now()))
        site.clock.advance(seconds: 60)
        return factor
    }

    @Test func `a factor that is set is asked for, whatever the office asks of the role`() throws {
        let factor = try factor()
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk/sign-in/code")
        #expect(!browser.setCookies.contains { $0.hasPrefix("officer-test=") })
        let code = factor.code(at: site.clock.now())
        try browser.submit("desk/sign-in/code", ["code": code])
        #expect(browser.path == "/test/desk")
        #expect(try site.signIns().last == .signedIn(.init(officer: "works-1", method: .otp)))
        let thief = site.browser()
        try thief.signIn("works-1")
        try thief.submit("desk/sign-in/code", ["code": code])
        #expect(thief.status == 422, "a code that was used")
        #expect(try refusals() == [.init(ground: .secondFactor, officer: "works-1")])
    }

    @Test func `codes cannot be guessed`() throws {
        let factor = try factor()
        try browser.signIn("works-1")
        for _ in 0..<5 {
            try browser.submit("desk/sign-in/code", ["code": "12345x"])
            #expect(browser.status == 422)
        }
        for _ in 0..<3 {
            try browser.open("desk/sign-in/code")
            try browser.submit(
                "desk/sign-in/code", ["code": factor.code(at: site.clock.now())])
            #expect(browser.status == 429)
        }
        let grounds = try refusals().map(\.ground)
        #expect(grounds == [SignInRefusal](repeating: .secondFactor, count: 5) + [.throttled])
    }

    @Test func `nobody comes to the second step without the first, and it waits ten minutes`()
        throws
    {
        let factor = try factor()
        for page in ["code", "password", "second-factor"] {
            try browser.open("desk/sign-in/\(page)")
            #expect(browser.path == "/test/desk/sign-in")
        }
        try browser.signIn("works-1")
        try browser.open("desk/sign-in/second-factor")
        #expect(browser.path == "/test/desk/sign-in/code", "no step is passed over")
        site.clock.advance(seconds: 600)
        try browser.submit("desk/sign-in/code", ["code": factor.code(at: site.clock.now())])
        #expect(browser.path == "/test/desk/sign-in")
    }

    @Test func `half a sign-in ends with the password that it stands on, and with the post`()
        throws
    {
        let factor = try factor()
        try browser.signIn("works-1")
        try site.setPassword(of: "works-1", to: "Other#Desk-2569")
        try browser.submit("desk/sign-in/code", ["code": factor.code(at: site.clock.now())])
        #expect(browser.path == "/test/desk/sign-in")
        try browser.signIn("works-1", password: "Other#Desk-2569")
        #expect(browser.path == "/test/desk/sign-in/code")
        try site.set(.officerDismissed(.init(officer: "works-1")))
        try browser.submit("desk/sign-in/code", ["code": factor.code(at: site.clock.now())])
        #expect(browser.path == "/test/desk/sign-in")
    }

    @Test func `a factor that the log knows and the vault has lost lets nobody in`() throws {
        let factor = try factor()
        try site.office.accounts.forgetFactor(of: account)
        try browser.signIn("works-1")
        #expect(browser.path == "/test/desk/sign-in/code")
        try browser.submit("desk/sign-in/code", ["code": factor.code(at: site.clock.now())])
        #expect(browser.status == 422)
    }

    // MARK: The first password

    @Test func `a password that somebody else chose is replaced before anything else`() throws {
        try site.setPassword(of: "works-1", to: "7K3M9-QXT2F-4H5J6", via: .counter)
        try browser.signIn("works-1", password: "7K3M9-QXT2F-4H5J6")
        #expect(browser.path == "/test/desk/sign-in/password")
        let new = "Mai#Desk-2569"
        for (typed, again) in [("short", "short"), (new, "other"), ("works-1#Aa2", "works-1#Aa2")] {
            try browser.submit(
                "desk/sign-in/password", ["password": typed, "password-again": again])
            #expect(browser.status == 422)
        }
        try browser.submit("desk/sign-in/password", ["password": new, "password-again": new])
        #expect(browser.path == "/test/desk")
        #expect(
            try site.signIns().suffix(2) == [
                .officerPasswordSet(.init(officer: "works-1")),
                .signedIn(.init(officer: "works-1", method: .password)),
            ])
        let other = site.browser()
        try other.signIn("works-1", password: new)
        #expect(other.path == "/test/desk")
    }

    @Test func `the first password is not chosen again`() throws {
        let given = "Given#Desk-2569"
        try site.setPassword(of: "works-1", to: given, via: .counter)
        try browser.signIn("works-1", password: given)
        try browser.submit("desk/sign-in/password", ["password": given, "password-again": given])
        #expect(browser.status == 422)
        #expect(browser.text.contains("ที่ไม่ใช่รหัสผ่านที่ได้รับ"))
    }

    @Test func `who is dismissed while signed in is out at once`() throws {
        try browser.signIn("works-1")
        try site.set(.officerDismissed(.init(officer: "works-1")))
        try browser.open("desk")
        #expect(browser.path.hasPrefix("/test/desk/sign-in"))
    }

    @Test func `both doors stand on the office's pages`() throws {
        try browser.open("")
        #expect(browser.text.contains("href=\"/test/desk/sign-in\""))
        #expect(browser.text.contains("href=\"/test/login\""))
        try browser.open("desk/sign-in")
        #expect(browser.text.contains("href=\"/test/login\""))
    }
}
