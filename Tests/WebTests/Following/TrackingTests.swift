import Entries
import Events
import Rules
import TestSupport
import Testing
import Workflow

/// Following a case without an account.
@Suite struct TrackingTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    private func track(_ browser: Browser, _ number: String, _ digits: String) throws {
        try browser.open("track")
        try browser.submit("track", ["number": number, "digits": digits])
    }

    /// What the page says, without what differs for each visitor and each input.
    private func said(_ browser: Browser, _ typed: String...) -> String {
        var text = browser.text
        for word in typed + [browser.cookies["visitor-test"] ?? "-"] {
            text = text.replacing(word, with: "…")
        }
        return text.split(separator: "\n").filter { !$0.contains("name=\"form\"") }
            .joined(separator: "\n").replacing(#/name="form" value="[0-9a-f]+"/#, with: "")
    }

    @Test func `whether there is such a case cannot be told from the answer`() throws {
        let number = try browser.file()
        let (one, two) = (site.browser(), site.browser())
        try track(one, number, "9999")
        try track(two, "TS1010169999999", "9999")
        #expect(one.status == 422 && two.status == 422)
        #expect(said(one, number) == said(two, "TS1010169999999"))
        #expect(one.cookies["case-test"] == nil)
    }

    @Test func `after five tries one waits, and is told how long`() throws {
        let number = try browser.file()
        let guest = site.browser()
        for _ in 0..<5 {
            try track(guest, number, "0000")
            #expect(guest.status == 422)
        }
        try track(guest, number, "0042")
        #expect(guest.status == 429)
        #expect(guest.header("Retry-After") == "720")
        #expect(guest.text.contains("รอ 12 นาที"))
        site.clock.advance(seconds: 720)
        try track(guest, number, "0042")
        #expect(guest.path == "/test/cases/\(number)")
    }

    @Test func `a stranger who tries does not lock the petitioner out`() throws {
        let number = try browser.file()
        let stranger = site.browser()
        stranger.network = 2
        for _ in 0..<6 { try track(stranger, number, "0000") }
        #expect(stranger.status == 429)
        let guest = site.browser()
        try track(guest, number, "0042")
        #expect(guest.path == "/test/cases/\(number)")
        // From many networks together no more than from three.
        for network in 3..<6 as Range<UInt32> {
            stranger.network = network
            for _ in 0..<5 { try track(stranger, number, "0000") }
        }
        #expect(stranger.status == 429)
        guest.network = 99
        try track(guest, number, "0042")
        #expect(guest.status == 429 && guest.text.contains("รอ 30 นาที"))
    }

    @Test func `what was written by four digits is marked for whoever owns the case`() throws {
        let number = try browser.file()
        let neighbour = site.browser()
        try track(neighbour, number, "0042")
        try neighbour.submit("cases/\(number)/messages", ["message": "ขอยกเลิกเรื่องนี้"])
        #expect(try site.names(of: number) == ["submitted", "messaged"])
        try browser.open("cases/\(number)")
        #expect(browser.text.contains("ขอยกเลิกเรื่องนี้"))
        #expect(browser.count("ยังไม่ยืนยันว่าเป็นท่าน") == 1)
        try browser.submit("cases/\(number)/messages", ["message": "ข้าพเจ้าเขียนเอง"])
        #expect(browser.count("ยังไม่ยืนยันว่าเป็นท่าน") == 1)
    }

    @Test func `who tries many numbers waits too`() throws {
        let guest = site.browser()
        for index in 0..<30 {
            try track(guest, "TS101016900\(1000 + index)", "0000")
            #expect(guest.status == 422)
        }
        try track(guest, "TS1010169002000", "0000")
        #expect(guest.status == 429 && guest.header("Retry-After") == "120")
    }

    @Test func `the sight of a case ends after half an hour, and shows no other`() throws {
        let number = try browser.file()
        let other = try site.browser().file()
        try browser.open("cases/\(other)")
        #expect(browser.status == 404)
        site.clock.advance(seconds: 31 * 60)
        try browser.open("cases/\(number)")
        #expect(browser.status == 404)
    }

    @Test func `whoever comes by four digits hears how to go on with a correction`() throws {
        try site.appoint()
        let number = try browser.file()
        try site.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ขอภาพถ่ายหลุม")]))])
        let guest = site.browser()
        try track(guest, number, "0042")
        #expect(guest.status == 200 && guest.text.contains("รายการที่ขอแก้ไขไม่แสดงที่นี่"))
        #expect(!guest.text.contains("cases/\(number)/correction"))
        #expect(!guest.text.contains("ขอภาพถ่ายหลุม"))
        try browser.open("cases/\(number)")
        #expect(browser.text.contains("cases/\(number)/correction"))
    }

    @Test func `a case that is there and one that is not are closed to a stranger alike`() throws {
        let number = try browser.file()
        let (one, two) = (site.browser(), site.browser())
        try one.open("cases/\(number)")
        try two.open("cases/TS1010169999999")
        #expect(one.status == 404 && one.text.contains("ติดตามเรื่อง"))
        #expect(one.text.contains("/test/login?next="))
        #expect(said(one, number) == said(two, "TS1010169999999"))
    }

    @Test func `a grant that another visitor takes along opens nothing`() throws {
        let number = try browser.file()
        let thief = site.browser()
        try thief.open("track")
        thief.keep("case-test", browser.cookies["case-test"] ?? "")
        try thief.open("cases/\(number)")
        #expect(thief.status == 404)
    }
}

/// Filing without an account where the service gives a code and a password.
@Suite struct CodeTests {
    let site: WebSite
    let browser: Browser
    let number: String
    let password: String

    init() throws {
        site = try WebSite()
        var service = try #require(try site.office.settings().value.definition(of: "venue"))
        service.code = "by-code"
        service.version = 1
        service.guests = .code
        try site.set(.serviceDefined(.init(definition: service)))
        try site.set(.serviceAnnounced(.init(service: "by-code")))
        browser = site.browser()
        number = try browser.file("by-code")
        password = try #require(try GuestPasswords(site.office.office).password(of: number)).display
    }

    private func open(_ browser: Browser, _ code: String, _ password: String) throws {
        try browser.open("track/code")
        try browser.submit("track/code", ["code": code, "password": password])
    }

    @Test func `the last page shows a code and a password, which open this case only`() throws {
        #expect(browser.text.contains("2026-1<") && browser.text.contains(password))
        #expect(password.utf8.count == 11)
        for code in ["2026-1", "๒๐๒๖-๑", number.lowercased()] {
            let guest = site.browser()
            try open(guest, code, password.lowercased())
            #expect(guest.path == "/test/cases/\(number)" && guest.status == 200, "\(code)")
        }
        let second = try site.browser().file("by-code")
        let guest = site.browser()
        try open(guest, second, password)
        #expect(guest.status == 422 && guest.text.contains("ไม่พบเรื่องที่ตรงกับรหัส"))
        try open(guest, "2026-99", password)
        #expect(guest.status == 422 && guest.text.contains("ไม่พบเรื่องที่ตรงกับรหัส"))
        // Four digits of a phone are not enough for it.
        try guest.open("track")
        try guest.submit("track", ["number": number, "digits": "0042"])
        #expect(guest.status == 422)
    }

    @Test func `passwords are not tried out`() throws {
        let guest = site.browser()
        for _ in 0..<5 { try open(guest, "2026-1", "0000000000") }
        #expect(guest.status == 422)
        try open(guest, "2026-1", password)
        #expect(guest.status == 429 && guest.header("Retry-After") == "720")
        try open(guest, "", "12")
        #expect(guest.text.contains("กรอกรหัสติดตาม") && guest.text.contains("กรอกรหัสผ่าน 10 ตัว"))
    }

    @Test func `a new password goes to the address of the case and to no other`() throws {
        func ask(_ email: String) throws -> String {
            let guest = site.browser()
            try guest.open("track/code/forgot")
            try guest.submit("track/code/forgot", ["code": "2026-1", "email": email])
            return guest.status == 200 && guest.text.contains("ส่งรหัสผ่านใหม่แล้ว") ? "sent" : "no"
        }
        #expect(try ask("somebody@example.com") == "sent")
        #expect(try site.names(of: number) == ["submitted"])
        #expect(try ask("Somsri@Example.com") == "sent")
        #expect(try site.names(of: number) == ["submitted", "tracking-reset"])
        let guest = site.browser()
        try open(guest, "2026-1", password)
        #expect(guest.status == 422)
        let next = try #require(try GuestPasswords(site.office.office).password(of: number))
        try open(guest, "2026-1", next.display)
        #expect(guest.path == "/test/cases/\(number)")
        #expect(try ask("nothing") == "no")
    }
}
