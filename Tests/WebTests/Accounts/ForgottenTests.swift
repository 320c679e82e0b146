import Entries
import Events
import Rules
import TestSupport
import Testing
import Threads
import Vault
import Workflow

@Suite struct ForgottenTests {
    let site: WebSite
    let browser: Browser
    let account: String

    init() throws {
        site = try WebSite()
        browser = site.browser()
        try browser.register(.somchai)
        account = try #require(try site.accountEvents().first).stream.name
        try browser.logOut()
    }

    private func ask(_ name: String, in browser: Browser) throws {
        try browser.open("forgot")
        try browser.submit("forgot", ["who": name])
    }

    /// What the e-mail says.
    private func code() throws -> String {
        let event = try #require(
            try site.accountEvents().last { event in
                if case .account(.passwordResetRequested) = event.event { true } else { false }
            })
        let codes = try OneTimeCodes(site.office.office.vault)
        return try #require(
            try codes.secret(
                .passwordReset, to: account, for: event.id, at: site.clock.now()))
    }

    private let new = ["password": "Mai#2569-abc", "password-again": "Mai#2569-abc"]

    @Test(arguments: ["1999900001010", "somchai@example.com"])
    func `a forgotten password is set anew with the code, and all sessions end`(
        name: String
    ) throws {
        let elsewhere = site.browser()
        try elsewhere.logIn(.somchai)
        try ask(name, in: browser)
        #expect(browser.path == "/test/forgot/code")
        try browser.submit("forgot/code", ["code": try code()])
        #expect(browser.path == "/test/forgot/password")
        site.clock.advance(seconds: 83)
        try browser.open("forgot/password")
        let words = browser.text.replacing(#/<[^>]*>/#, with: "")
        #expect(words.contains("กรุณากำหนดรหัสผ่านภายในเวลา 8 นาที 37 วินาที"))
        #expect(browser.text.contains("data-ends=\"517\""))
        try browser.submit("forgot/password", new)
        #expect(browser.path == "/test/login?done=password")
        try elsewhere.open("account")
        #expect(elsewhere.path.hasPrefix("/test/login"))
        try browser.logIn(.somchai, password: "Mai#2569-abc")
        #expect(browser.path == "/test/account")
        let names = try site.accountEvents().map { type(of: $0.event.data).name }
        #expect(
            names.suffix(3) == ["password-reset-requested", "password-reset", "sessions-ended"])
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `a stranger does not use up the codes of a day`() throws {
        let stranger = site.browser()
        stranger.network = 2
        for _ in 0..<4 {
            try ask(Citizen.somchai.number, in: stranger)
            #expect(stranger.path == "/test/forgot/code")
            site.clock.advance(seconds: 61)
        }
        try ask(Citizen.somchai.number, in: stranger)
        #expect(stranger.status == 429)
        try ask(Citizen.somchai.number, in: browser)
        try browser.submit("forgot/code", ["code": try code()])
        #expect(browser.path == "/test/forgot/password")
    }

    @Test func `nobody learns whether there is such an account`() throws {
        try ask(Citizen.somchai.number, in: browser)
        let other = site.browser()
        try ask(Citizen.malee.number, in: other)
        #expect(other.path == browser.path && other.status == browser.status)
        let reference = #/Ref: <strong>[A-Z]{4}<\/strong>/#
        let token = #/value="[0-9a-f]{64}"/#
        func plain(_ text: String) -> String {
            text.replacing(reference, with: "").replacing(token, with: "")
        }
        #expect(browser.text.contains(reference) && other.text.contains(reference))
        #expect(plain(other.text) == plain(browser.text))
        try browser.submit("forgot/code", ["code": "000000"])
        try other.submit("forgot/code", ["code": "000000"])
        #expect(browser.status == 422 && other.status == 422)
        #expect(browser.text.contains("กรอกได้อีก 4 ครั้ง"))
        #expect(other.text.contains("กรอกได้อีก 4 ครั้ง"))
    }

    @Test func `a code is dead after five wrong tries and after its time`() throws {
        try ask(Citizen.somchai.number, in: browser)
        let right = try code()
        let wrong = right == "000000" ? "000001" : "000000"
        for _ in 0..<4 {
            try browser.submit("forgot/code", ["code": wrong])
            #expect(browser.status == 422)
        }
        try browser.submit("forgot/code", ["code": wrong])
        #expect(browser.status == 410)
        site.clock.advance(seconds: 61)
        try ask(Citizen.somchai.number, in: browser)
        site.clock.advance(seconds: 600)
        try browser.open("forgot/code")
        #expect(browser.status == 410)
        #expect(browser.text.contains("ขอรหัสใหม่"))
    }

    @Test func `nobody sets a password without the code`() throws {
        try ask(Citizen.somchai.number, in: browser)
        try browser.open("forgot/password")
        #expect(browser.path == "/test/forgot/code")
        let other = site.browser()
        try other.open("forgot/password")
        #expect(other.path == "/test/forgot")
    }

    @Test func `a password that is refused does not cost the code, and sent twice it is set once`()
        throws
    {
        try ask(Citizen.somchai.number, in: browser)
        try browser.submit("forgot/code", ["code": try code()])
        try browser.submit("forgot/password", ["password": "short", "password-again": "short"])
        #expect(browser.status == 422)
        #expect(browser.text.contains("รหัสผ่านต้องมีอย่างน้อย 8 ตัว"))
        let tab = browser.copy()
        try browser.submit("forgot/password", new)
        try tab.submit("forgot/password", new)
        #expect(browser.path == "/test/login?done=password")
        #expect(tab.path == "/test/login?done=password")
        let names = try site.accountEvents().map { type(of: $0.event.data).name }
        #expect(names.filter { $0 == "password-reset" }.count == 1)
    }

    @Test func `a link is looked at as often as one likes, and used once`() throws {
        try site.set(.messagingPolicySet(.init(areLinksAllowed: true)))
        try site.set(.registrationPolicySet(.init(reset: .link, resetMinutes: 10)))
        try ask(Citizen.somchai.number, in: browser)
        #expect(browser.text.contains("เปิดลิงก์จากอีเมล"))
        let token = try code()
        let mail = site.browser()
        for _ in 0..<3 {
            try mail.open("reset/\(token)")
            #expect(mail.path == "/test/forgot/password" && mail.status == 200)
        }
        try mail.submit("forgot/password", new)
        #expect(mail.path == "/test/login?done=password")
        let late = site.browser()
        try late.open("reset/\(token)")
        #expect(late.status == 410)
        let records = site.records.with { $0 }.map { "\($0)" }.joined()
        #expect(!records.contains(token))
    }
}
