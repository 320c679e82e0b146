import HTTP
import TestSupport
import Testing

@Suite struct LoginTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
        try browser.register(.somchai)
        try browser.logOut()
    }

    @Test(arguments: ["1999900001010", "๑๙๙๙๙๐๐๐๐๑๐๑๐", "1-9999-00001-01-0", "Somchai@Example.com"])
    func `a person logs in by number or e-mail`(name: String) throws {
        try browser.logIn(.somchai, as: name)
        #expect(browser.path == "/test/account")
    }

    @Test func `who is nobody hears what hears who mistyped`() throws {
        try browser.logIn(.somchai, password: "Wrong#1234")
        let (status, text) = (browser.status, browser.text)
        let other = site.browser()
        try other.logIn(.malee)
        #expect(status == 422 && other.status == 422)
        #expect(text.contains("เลขประจำตัว อีเมล หรือรหัสผ่านไม่ถูกต้อง"))
        #expect(other.text.contains("เลขประจำตัว อีเมล หรือรหัสผ่านไม่ถูกต้อง"))
        #expect(!text.contains("Wrong#1234"))
    }

    @Test func `each login has a token of its own, and logging out ends it`() throws {
        try browser.logIn(.somchai)
        let first = browser.cookies["session-test"]
        let stolen = browser.copy()
        try browser.logOut()
        #expect(browser.cookies["session-test"] == nil)
        try stolen.open("account")
        #expect(stolen.path.hasPrefix("/test/login"))
        try browser.logIn(.somchai)
        #expect(browser.cookies["session-test"] != first)
        let cookie = try #require(browser.setCookies.last { $0.hasPrefix("session-test=") })
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    }

    @Test func `logging in leads back to where somebody wanted to go`() throws {
        try browser.open("account/sessions")
        #expect(browser.path == "/test/login?next=%2Ftest%2Faccount%2Fsessions")
        try browser.submit(
            "login", ["who": Citizen.somchai.number, "password": Citizen.somchai.password])
        #expect(browser.path == "/test/account/sessions")
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/other/account", "/test/../x"])
    func `it leads nowhere else`(next: String) throws {
        try browser.open("login")
        try browser.submit(
            "login",
            [
                "who": Citizen.somchai.number, "password": Citizen.somchai.password, "next": next,
            ])
        #expect(browser.path == "/test/account")
    }

    @Test func `who guesses has to wait, the right password too`() throws {
        for _ in 0..<10 { try browser.logIn(.somchai, password: "Wrong#1234") }
        #expect(browser.status == 422)
        try browser.open("login")
        try browser.logIn(.somchai)
        #expect(browser.status == 429)
        let seconds = try #require(browser.header("Retry-After").flatMap { Int($0) })
        #expect((1...60).contains(seconds))
        site.clock.advance(seconds: seconds)
        try browser.open("login")
        try browser.logIn(.somchai)
        #expect(browser.path == "/test/account")
    }

    @Test func `a stranger who guesses does not lock a person out`() throws {
        let stranger = site.browser()
        stranger.network = 2
        for _ in 0..<11 { try stranger.logIn(.somchai, password: "Wrong#1234") }
        #expect(stranger.status == 429)
        try browser.logIn(.somchai)
        #expect(browser.path == "/test/account")
    }

    @Test func `many strangers do not either, where the person was let in before`() throws {
        try browser.logIn(.somchai)
        try browser.logOut()
        let elsewhere = site.browser()
        for network in 2..<12 as Range<UInt32> {
            let stranger = site.browser()
            stranger.network = network
            for _ in 0..<10 { try stranger.logIn(.somchai, password: "Wrong#1234") }
        }
        elsewhere.network = 99
        try elsewhere.logIn(.somchai)
        #expect(elsewhere.status == 429)
        try browser.logIn(.somchai)
        #expect(browser.path == "/test/account")
        // What a browser is known by opens nothing, and no other account's door.
        let other = browser.copy()
        try other.logOut()
        for _ in 0..<11 { try other.logIn(.malee, password: "Wrong#1234") }
        #expect(other.status == 429)
    }

    @Test func `the number of another does not make a person wait`() throws {
        for _ in 0..<10 { try browser.logIn(.malee) }
        try browser.logIn(.somchai)
        #expect(browser.path == "/test/account")
    }

    @Test func `a form of another site is not taken`() throws {
        let answer = try browser.post(
            "login", ["who": Citizen.somchai.number, "password": Citizen.somchai.password])
        #expect(answer.status == 403)
        #expect(browser.cookies["session-test"] == nil)
    }

    @Test func `a session ends by itself`() throws {
        try browser.logIn(.somchai)
        site.clock.advance(seconds: 12 * 3600)
        try browser.open("account")
        #expect(browser.path.hasPrefix("/test/login"))
    }
}
