import Entries
import Events
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Officers check who people are, by the photos alone.
@Suite struct IdentityDeskTests {
    private let site: WebSite
    private let citizen: Browser
    private let officer: Browser
    private let account: String

    init() throws {
        site = try WebSite()
        citizen = site.browser()
        try citizen.register(.somchai)
        try Self.sendPhotos(citizen)
        account = try #require(try site.accountEvents().first).stream.name
        officer = try site.officer("officer-7", .identityChecker)
    }

    private static func sendPhotos(_ citizen: Browser) throws {
        try citizen.open("account/identity")
        try citizen.submit(
            "account/identity",
            files: [
                .photo("photo-card", try Photo.card(0.1)),
                .photo("photo-person", try Photo.card(0.9)),
            ])
    }

    private var address: String { "desk/identities/\(account)" }

    private func names() throws -> [String] {
        try site.accountEvents().map { type(of: $0.event.data).name }
    }

    private func viewings() throws -> [RecordedEvent] {
        try site.accountEvents().filter {
            if case .account(.viewed) = $0.event { true } else { false }
        }
    }

    @Test func `the number is typed from the photo, compared, and never shown`() throws {
        try officer.open("desk/identities")
        #expect(officer.text.contains("รอตรวจ 1 คน"))
        #expect(!officer.text.contains("สมชาย"))
        try officer.open(address)
        #expect(officer.text.contains("นายสมชาย ทดสอบดี"))
        for digits in ["1999900001010", "1-9999-00001-01-0", "0810000001", "081 000 0001"] {
            #expect(!officer.text.contains(digits), "\(digits)")
        }
        try officer.submit(address, ["act": "verify", "number": "๑-๙๙๙๙-๐๐๐๐๑-๐๑-๐"])
        #expect(officer.path == "/test/desk/identities?done=verified")
        #expect(officer.text.contains("ไม่มีใครรอตรวจ"))
        try citizen.open("account")
        #expect(citizen.text.contains("ยืนยันตัวตนแล้ว"))
    }

    @Test(arguments: [
        ("3-9999-00003-03-5", "ไม่ตรงกับเลขที่ลงทะเบียน"), ("12", "พิมพ์เลขให้ครบ"), ("", "พิมพ์เลขให้ครบ"),
        ("1999900001011", "หลักสุดท้ายไม่ตรง"),
    ])
    func `another number verifies nobody, and what was typed stays`(
        number: String, words: String
    ) throws {
        try officer.open(address)
        try officer.submit(address, ["act": "verify", "number": number])
        #expect(officer.status == 422 && officer.text.contains(words))
        #expect(number.isEmpty || officer.text.contains("value=\"\(number)\""))
        #expect(try !names().contains("identity-verified"))
    }

    @Test func `a number is read from the photo, not guessed`() throws {
        try officer.open(address)
        for _ in 0..<5 {
            try officer.submit(address, ["act": "verify", "number": "3-9999-00003-03-5"])
            #expect(officer.text.contains("ไม่ตรงกับเลขที่ลงทะเบียน"))
        }
        for number in ["3-9999-00003-03-5", "1-9999-00001-01-0"] {
            try officer.submit(address, ["act": "verify", "number": number])
            #expect(officer.status == 422 && officer.text.contains("พิมพ์เลขผิดหลายครั้งแล้ว"))
        }
        #expect(try !names().contains("identity-verified"))
        site.clock.advance(seconds: 600)
        try officer.submit(address, ["act": "verify", "number": "1-9999-00001-01-0"])
        #expect(try names().last == "identity-verified")
    }

    @Test func `each photo is enlarged beside the field that its number goes into`() throws {
        try officer.open(address)
        #expect(officer.count("class=\"enlarged\"") == 2)
        #expect(officer.count("src=\"/test/\(address)/photos/1\"") == 2)
    }

    @Test func `a refusal says why, and the person sends the photos again`() throws {
        try officer.open(address)
        try officer.submit(address, ["act": "refuse"])
        #expect(officer.status == 422 && officer.text.contains("เลือกเหตุผล"))
        try officer.submit(
            address, ["act": "refuse", "grounds": "unreadable", "remark": "ถ่ายในที่สว่าง"])
        #expect(officer.path == "/test/desk/identities?done=refused")
        try citizen.open("account/identity")
        #expect(citizen.text.contains("ภาพไม่ชัด") && citizen.text.contains("ถ่ายในที่สว่าง"))
        try Self.sendPhotos(citizen)
        try officer.open("desk/identities")
        #expect(officer.text.contains("ครั้งที่ 2"))
    }

    @Test func `whoever looks is recorded before the page is sent, once in a quarter of an hour`()
        throws
    {
        try officer.open(address)
        let first = try #require(try viewings().first)
        #expect(first.actor == "officer-7")
        guard case .account(.viewed(let data)) = first.event else { return }
        #expect(data.parts == [.identity, .evidence] && data.purpose == "identity-check")
        try officer.open("\(address)/photos/1")
        #expect(officer.header("Content-Type") == "image/jpeg")
        #expect(officer.header("Cache-Control") == "private, no-store")
        try officer.open(address)
        #expect(try viewings().count == 1)
        let colleague = try site.officer("officer-8", .identityChecker)
        try colleague.open("\(address)/photos/1")
        #expect(try viewings().map(\.actor) == ["officer-7", "officer-8"])
        site.clock.advance(seconds: 15 * 60)
        try officer.open(address)
        #expect(try viewings().count == 3)
        try citizen.open("account/viewings")
        #expect(citizen.count("เพื่อตรวจสอบการยืนยันตัวตน") == 3)
    }

    @Test func `of two officers the first decides`() throws {
        let colleague = try site.officer("officer-8", .identityChecker)
        try officer.open(address)
        try colleague.open(address)
        try officer.submit(address, ["act": "verify", "number": "1999900001010"])
        try colleague.submit(address, ["act": "refuse", "grounds": "unreadable"])
        #expect(colleague.status == 409)
        #expect(try names().last == "identity-verified")
        #expect(try colleague.open("\(address)/photos/1").status == 404)
    }

    @Test func `photos that came since the page was opened are looked at first`() throws {
        let colleague = try site.officer("officer-8", .identityChecker)
        try officer.open(address)
        try colleague.open(address)
        try colleague.submit(address, ["act": "refuse", "grounds": "unreadable"])
        try Self.sendPhotos(citizen)
        try officer.submit(address, ["act": "verify", "number": "1999900001010"])
        #expect(officer.status == 422 && officer.text.contains("มีการส่งภาพใหม่"))
        #expect(try !names().contains("identity-verified"))
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `the next person who waits comes after each`() throws {
        let malee = site.browser()
        try malee.register(.malee)
        try Self.sendPhotos(malee)
        try officer.open(address)
        try officer.submit(address, ["act": "verify", "number": "1999900001010"])
        #expect(officer.text.contains("นางสาวมาลี"))
        #expect(officer.path.hasPrefix("/test/desk/identities/"))
    }
}
