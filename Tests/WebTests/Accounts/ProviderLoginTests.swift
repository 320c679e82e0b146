import Crypto
import Entries
import Events
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Logging in and registering by ThaiD, DGA and LINE, as a browser does it.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct ProviderLoginTests {
    private let site: WebSite

    init() throws { site = try WebSite() }

    private func open(
        _ provider: LoginProvider, _ flavour: String, _ fault: String = ""
    ) throws -> ProviderProcess {
        let process = try ProviderProcess(
            "openid_provider.py",
            [flavour, fault, "\(site.clock.now().milliseconds / 1000)"])
        let name = "\(provider.rawValue)-secret"
        try SecretFile.create(Array("s3cret&+".utf8).span, at: "\(site.paths.keys)/\(name)")
        try site.set(
            .loginProviderSet(
                .init(
                    provider: provider, isEnabled: true,
                    issuer: "http://127.0.0.1:\(process.port)", client: "khamrong", secret: name)))
        return process
    }

    private func thaid(_ browser: Browser, _ process: ProviderProcess, next: String = "") throws {
        try browser.goThrough(
            process.port, from: "login/with/thaid" + (next.isEmpty ? "" : "?next=\(next)"))
    }

    private func registerByThaiD(_ browser: Browser, _ process: ProviderProcess) throws {
        try thaid(browser, process)
        #expect(browser.path == "/test/login/confirm")
        try browser.submit(
            "login/confirm",
            ["agree": "yes", "email": "somchai@example.com", "phone": "0810000001"])
    }

    private func account() throws -> (name: String, person: PersonFile) {
        let event = try #require(try site.accountEvents().last)
        let name = event.stream.name
        return (name, try #require(try site.office.office.person(name)))
    }

    @Test func `somebody registers by ThaiD without typing who it is, and comes back by it`() throws
    {
        let process = try open(.thaid, "thaid")
        let browser = site.browser()
        try browser.open("login")
        #expect(browser.text.contains("ใช้ ThaiD"))
        try thaid(browser, process)
        #expect(browser.path == "/test/login/confirm")
        #expect(browser.text.contains("นายสมชาย ทดสอบดี") && browser.text.contains("IAL 2.3"))
        #expect(!browser.text.contains("1999900001010"))
        try browser.submit("login/confirm", ["email": "somchai@example.com"])
        #expect(browser.status == 422 && browser.text.contains("ยอมรับเงื่อนไข"))
        try browser.submit(
            "login/confirm",
            ["agree": "yes", "email": "somchai@example.com", "phone": "0810000001"])
        #expect(browser.path == "/test/account")
        let (name, person) = try account()
        #expect(person.account.method == .thaid && person.account.identityLevel == .ial23)
        #expect(person.account.isVerified && person.account.logins == [.thaid])
        #expect(person.identity?.nationalID == "1999900001010" && person.identity?.title == "นาย")
        let other = site.browser()
        try thaid(other, process, next: "/test/account/profile")
        #expect(other.path == "/test/account/profile" && other.text.contains("somchai@example.com"))
        #expect(try account().name == name)
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `who has an account already links it after confirming, and is known better`() throws
    {
        let process = try open(.thaid, "thaid")
        let first = site.browser()
        try first.register(.somchai)
        let browser = site.browser()
        try thaid(browser, process)
        #expect(browser.text.contains("มีบัญชีของเลขประจำตัวนี้อยู่แล้ว"))
        #expect(try account().person.account.logins == [])
        try browser.submit("login/confirm")
        #expect(browser.path == "/test/account")
        let person = try account().person
        #expect(person.account.logins == [.thaid] && person.account.identityLevel == .ial23)
    }

    @Test func `LINE is linked with the account that is logged in, and unlinked`() throws {
        let process = try open(.line, "line")
        let browser = site.browser()
        try browser.goThrough(process.port, from: "login/with/line")
        #expect(browser.text.contains("ยังไม่ได้ผูกกับบัญชีใด"))
        let registered = site.browser()
        try registered.register(.somchai)
        try registered.goThrough(process.port, from: "login/with/line")
        #expect(registered.path == "/test/account/logins")
        try registered.submit("account/logins/link")
        #expect(registered.path == "/test/account/logins?done=login")
        #expect(try account().person.account.logins == [.line])
        #expect(try account().person.account.identityLevel == .unproven)
        let phone = site.browser()
        try phone.goThrough(process.port, from: "login/with/line")
        #expect(phone.path == "/test/account")
        try registered.open("account/logins")
        try registered.submit("account/logins/unlink", ["provider": "line"])
        #expect(registered.path == "/test/account/logins?done=unlinked")
        let after = site.browser()
        try after.goThrough(process.port, from: "login/with/line")
        #expect(after.path == "/test/login/confirm")
        // Let go, it may be somebody else's.
        let malee = site.browser()
        try malee.register(.malee)
        try malee.goThrough(process.port, from: "login/with/line")
        try malee.submit("account/logins/link")
        #expect(malee.path == "/test/account/logins?done=login")
    }

    @Test func `nobody links the number of another person`() throws {
        let process = try open(.thaid, "thaid")
        let browser = site.browser()
        try browser.register(.malee)
        try thaid(browser, process)
        try browser.submit("account/logins/link")
        #expect(browser.status == 422 && browser.text.contains("ไม่ตรงกับบัญชีนี้"))
        #expect(try account().person.account.logins == [])
    }

    @Test func `the only way in is not closed`() throws {
        let process = try open(.thaid, "thaid")
        let browser = site.browser()
        try registerByThaiD(browser, process)
        try browser.open("account/logins")
        try browser.submit("account/logins/unlink", ["provider": "thaid"])
        #expect(browser.status == 422 && browser.text.contains("ทางเข้าสู่ระบบทางเดียว"))
    }

    @Test func `a way back that did not begin in this browser leads nowhere`() throws {
        let process = try open(.thaid, "thaid")
        let browser = site.browser()
        let back = try browser.wayBack(process.port, from: "login/with/thaid")
        let stranger = site.browser()
        try stranger.open(back)
        #expect(stranger.status == 400 && stranger.text.contains("เริ่มใหม่อีกครั้ง"))
        try browser.open(back)
        #expect(browser.path == "/test/login/confirm")
        try browser.open(back)
        #expect(browser.status == 400)
        #expect(try site.accountEvents().isEmpty)
    }

    @Test(arguments: [
        ("denied", 200, "ท่านไม่ได้อนุญาต"), ("garbage", 503, "ไม่ตอบ"),
        ("secret", 503, "ตั้งค่าไว้ไม่ถูกต้อง"), ("expired", 400, "ตรวจสอบคำตอบ"),
    ])
    func `a provider that fails is told in words, and nothing happens`(
        fault: String, status: Int, words: String
    ) throws {
        let process = try open(.thaid, "thaid", fault)
        let browser = site.browser()
        try thaid(browser, process)
        #expect(browser.status == status && browser.text.contains(words))
        #expect(try site.accountEvents().isEmpty && site.failures.with { $0 } == [])
    }

    @Test func `what a guest has begun is still there after the way to ThaiD and back`() throws {
        let process = try open(.thaid, "thaid")
        let browser = site.browser()
        try registerByThaiD(browser, process)
        try browser.logOut()
        try browser.open("services/complaint")
        let before = browser.cookies["visitor-test"]
        try thaid(browser, process, next: "/test/services/complaint")
        #expect(browser.path == "/test/services/complaint" && browser.status == 200)
        #expect(before == nil || browser.cookies["visitor-test"] == before)
    }
}

extension Browser {
    /// Where the provider leads back to.
    func wayBack(_ port: Int, from path: String) throws -> String {
        try open(path)
        let there = try #require(locations.last)
        let origin = "http://127.0.0.1:\(port)"
        try #require(there.hasPrefix(origin))
        let client = try Client(port: port)
        client.send(
            "GET \(there.dropFirst(origin.count)) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Connection: close\r\n\r\n")
        let back = try #require(try client.receive()["Location"])
        let ours = "http://test.example"
        try #require(back.hasPrefix(ours))
        return String(back.dropFirst(ours.count))
    }

    /// To the provider and back.
    func goThrough(_ port: Int, from path: String) throws {
        try open(try wayBack(port, from: path))
    }
}
