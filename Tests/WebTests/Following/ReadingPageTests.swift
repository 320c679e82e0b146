import Entries
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// A guest comes to read what the office wrote, long after the filing.
@Suite struct ReadingPageTests {
    let site: WebSite
    let number: String
    /// Another device than the one that filed.
    let guest: Browser

    init() throws {
        site = try WebSite()
        try site.appoint()
        number = try site.browser().file()
        try site.take(number, .start(.init()))
        try site.take(
            number, .answer(.init()), [PlainSection(Message(text: "ช่างจะไปดูวันพรุ่งนี้"))])
        guest = site.browser()
        try Self.track(guest, number)
    }

    private static func track(_ browser: Browser, _ number: String) throws {
        try browser.open("track")
        try browser.submit("track", ["number": number, "digits": "0042"])
    }

    private var page: String { "cases/\(number)/read" }

    /// The code that is on its way.
    private func code() throws -> String {
        let event = try #require(
            try site.recorded(number).last { recorded in
                if case .petition(.trackingReset) = recorded.event { true } else { false }
            })
        let codes = try OneTimeCodes(site.office.office.vault)
        return try #require(
            try codes.secret(.reading, to: number, for: event.id, at: site.clock.now()))
    }

    @Test func `a code that is sent opens the whole case, and digits open its outline as before`()
        throws
    {
        #expect(guest.status == 200 && !guest.text.contains("ช่างจะไปดูวันพรุ่งนี้"))
        #expect(guest.text.contains("/test/\(page)"))
        try guest.open(page)
        #expect(guest.text.contains("อีเมลที่แจ้งไว้") && !guest.text.contains("somsri"))
        try guest.submit("\(page)/code")
        #expect(guest.path == "/test/\(page)" && guest.text.contains("Ref: "))
        #expect(guest.text.contains("ขอรหัสใหม่ได้ตั้งแต่"))
        let code = try code()
        try guest.submit(page, ["code": code == "000000" ? "000001" : "000000"])
        #expect(guest.status == 422 && guest.text.contains("กรอกได้อีก 4 ครั้ง"))
        try guest.submit(page, ["code": code])
        #expect(guest.path == "/test/cases/\(number)")
        #expect(guest.text.contains("ช่างจะไปดูวันพรุ่งนี้"))
        // Used once, and the digits still show how it stands.
        let other = site.browser()
        try Self.track(other, number)
        #expect(other.status == 200 && !other.text.contains("ช่างจะไปดูวันพรุ่งนี้"))
        try other.open(page)
        #expect(!other.text.contains("name=\"code\""))
    }

    @Test func `only one is sent within a minute, and none to a case that has no address`() throws {
        try guest.open(page)
        let tab = guest.copy()
        try guest.submit("\(page)/code")
        try tab.submit("\(page)/code")
        #expect(try site.names(of: number).filter { $0 == "tracking-reset" }.count == 1)
        let silent = try site.browser().file("complaint", ["petitioner": ["email": ""]])
        let other = site.browser()
        try Self.track(other, silent)
        try other.open("cases/\(silent)/read")
        #expect(other.text.contains("โทรหรือมาที่สำนักงาน") && other.text.contains("02 000 0000"))
        #expect(!other.text.contains("read/code"))
    }

    @Test func `whoever has shown nothing comes to no code`() throws {
        let stranger = site.browser()
        try stranger.open(page)
        #expect(stranger.status == 404)
        let citizen = site.browser()
        try citizen.register(.somchai)
        let own = try citizen.file()
        try citizen.open("cases/\(own)/read")
        #expect(citizen.path == "/test/cases/\(own)")
    }

    @Test func `the filed page and the help say what four digits show and what they do not`() throws
    {
        let browser = site.browser()
        _ = try browser.file()
        #expect(browser.text.contains("เพื่อดูสถานะและกำหนดเวลา"))
        #expect(browser.text.contains("ไม่แสดงด้วยเบอร์โทรศัพท์อย่างเดียว"))
        #expect(browser.text.contains("อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้"))
        try browser.open("help/guests")
        #expect(browser.text.contains("ไม่แสดงข้อความ เอกสาร"))
        #expect(browser.text.contains("อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้"))
    }

    @Test func `the filed page names the ways by which one hears of it`() throws {
        let browser = site.browser()
        _ = try browser.file("complaint", ["petitioner": ["preference": "phone"]])
        #expect(browser.text.contains("ท่านจะทราบผลทาง"))
        #expect(browser.text.contains("อีเมล s•••@example.com"))
        #expect(browser.text.contains("ท่านเลือกให้ติดต่อกลับทางโทรศัพท์"))
        _ = try browser.file("complaint", ["petitioner": ["email": ""]])
        #expect(browser.text.contains("ไม่มีช่องทางส่งข่าวถึงท่านโดยอัตโนมัติ"))
    }

    @Test func `a message by four digits is marked for the officer, one by the whole case is not`()
        throws
    {
        try guest.submit("cases/\(number)/messages", ["message": "มีความคืบหน้าไหม"])
        #expect(guest.path.contains("done=message"))
        guard case .messaged(let data)? = try site.events(of: number).last else {
            Issue.record("no message")
            return
        }
        #expect(data.isByDigits)
        let owner = site.browser()
        try owner.register(.somchai)
        let own = try owner.file()
        try owner.open("cases/\(own)")
        try owner.submit("cases/\(own)/messages", ["message": "มีความคืบหน้าไหม"])
        guard case .messaged(let data)? = try site.events(of: own).last else {
            Issue.record("no message")
            return
        }
        #expect(!data.isByDigits)
    }
}
