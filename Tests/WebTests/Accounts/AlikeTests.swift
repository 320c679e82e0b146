import Entries
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// Nobody learns by asking which accounts and cases there are: the answers are alike, and so is the
/// work behind them, which is counted and not timed.
@Suite struct AlikeTests {
    private let site: WebSite
    private var networks: UInt32 = 1

    init() throws {
        site = try WebSite()
        let browser = site.browser()
        try browser.register(.somchai)
    }

    /// Each comes from a network of its own, so that none waits for what another has tried.
    private mutating func stranger() -> Browser {
        networks += 1
        let browser = site.browser()
        browser.network = networks
        return browser
    }

    /// What somebody hears who does that, and how many passwords were hashed for it.
    private func heard(
        by browser: Browser, typed: String, _ body: (Browser) throws -> Void
    ) rethrows -> (Heard, hashes: Int) {
        let before = site.office.passwords.count
        try body(browser)
        return (Heard(browser, typed: typed), site.office.passwords.count - before)
    }

    private static let somebody = [Citizen.somchai.number, Citizen.somchai.email]
    private static let nobody = [
        Citizen.malee.number, Citizen.malee.email, "AA1234567", "ไม่มีใครชื่อนี้",
    ]

    @Test mutating func `a login that fails is the same for somebody and nobody, and as much work`()
        throws
    {
        var first: Heard?
        for name in Self.somebody + Self.nobody {
            let (heard, hashes) = try heard(by: stranger(), typed: name) { browser in
                try browser.logIn(.somchai, as: name, password: "Wrong#1234")
            }
            #expect(heard.status == 422 && hashes == 1, "\(name)")
            if let first { #expect(heard == first, "\(name)") }
            first = first ?? heard
        }
    }

    @Test mutating func `whoever goes on trying waits the same for somebody and nobody`() throws {
        var first: Heard?
        for name in [Citizen.somchai.number, Citizen.malee.number] {
            let (heard, hashes) = try heard(by: stranger(), typed: name) { browser in
                for _ in 0..<11 { try browser.logIn(.somchai, as: name, password: "Wrong#1234") }
            }
            #expect(heard.status == 429 && hashes == 10, "\(name)")
            if let first { #expect(heard == first, "\(name)") }
            first = heard
        }
    }

    @Test mutating func `a forgotten password is the same for somebody and nobody, to its end`()
        throws
    {
        var first: [Heard]?
        for name in Self.somebody + Self.nobody {
            let browser = stranger()
            var steps: [Heard] = []
            let (_, hashes) = try heard(by: browser, typed: name) { browser in
                try browser.open("forgot")
                try browser.submit("forgot", ["who": name])
                steps.append(Heard(browser, typed: name))
                // Asked again too soon, then five times the wrong code.
                try browser.open("forgot")
                try browser.submit("forgot", ["who": name])
                steps.append(Heard(browser, typed: name))
                for _ in 0..<5 {
                    try browser.submit("forgot/code", ["code": "00000x"])
                    steps.append(Heard(browser, typed: name))
                }
            }
            #expect(steps.first?.status == 200 && hashes == 0, "\(name)")
            if let first { #expect(steps == first, "\(name)") }
            first = first ?? steps
            // One that asks for the same account by another name does not wait for this one.
            site.clock.advance(seconds: 3600)
        }
    }

    @Test mutating func `an officer’s sign-in that fails is the same for somebody and nobody`()
        throws
    {
        try site.set(.officerPolicySet(.init(sessionHours: 8)))
        for officer in ["works-1", "gone-1", "new-1"] {
            try site.set(.officerAppointed(.init(officer: officer, roles: [.handler])))
            if officer != "new-1" { try site.setPassword(of: officer) }
        }
        try site.set(.officerDismissed(.init(officer: "gone-1")))
        var first: Heard?
        for name in ["works-1", "gone-1", "new-1", "nobody-1"] {
            let (heard, hashes) = try heard(by: stranger(), typed: name) { browser in
                try browser.signIn(name, password: "Wrong#1234")
            }
            #expect(heard.status == 422 && hashes == 1, "\(name)")
            if let first { #expect(heard == first, "\(name)") }
            first = first ?? heard
        }
    }

    @Test mutating func `a case that is not followed is the same whether it is there or not`()
        throws
    {
        let there = try site.browser().file()
        var service = try #require(try site.office.settings().value.definition(of: "venue"))
        (service.code, service.version, service.guests) = ("by-code", 1, .code)
        try site.set(.serviceDefined(.init(definition: service)))
        try site.set(.serviceAnnounced(.init(service: "by-code")))
        let coded = try site.browser().file("by-code")
        let none = "TS1010169999999"
        var byPhone: [Heard] = [], byCode: [Heard] = [], forgotten: [Heard] = []
        for number in [there, coded, none] {
            byPhone.append(
                try heard(by: stranger(), typed: number) { browser in
                    try browser.open("track")
                    try browser.submit("track", ["number": number, "digits": "9999"])
                }.0)
            byCode.append(
                try heard(by: stranger(), typed: number) { browser in
                    try browser.open("track/code")
                    try browser.submit(
                        "track/code", ["code": number, "password": "0000000000"])
                }.0)
            for email in ["somsri@example.com", "nobody@example.com"] {
                forgotten.append(
                    try heard(by: stranger(), typed: number) { browser in
                        try browser.open("track/code/forgot")
                        try browser.submit(
                            "track/code/forgot", ["code": number, "email": email])
                    }.0)
                site.clock.advance(seconds: 3600)
            }
        }
        #expect(byPhone.allSatisfy { $0.status == 422 && $0 == byPhone[0] })
        #expect(byCode.allSatisfy { $0.status == 422 && $0 == byCode[0] })
        #expect(forgotten.allSatisfy { $0.status == 200 && $0 == forgotten[0] })
    }
}
