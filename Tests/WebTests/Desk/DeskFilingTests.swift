import Entries
import EventLog
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// An officer files for somebody who came, called or wrote.
@Suite struct DeskFilingTests {
    private let site: WebSite
    private let officer: Browser

    /// What an officer enters of somebody who comes to the counter with nothing but a wish.
    private static let walkIn = [
        "act": "file", "channel": "counter", "urgency": "normal", "category": "road",
        "subject": "ถนนเป็นหลุม", "details": "หลุมใหญ่หน้าตลาด", "given": "สมหมาย",
        "family": "ทดสอบดี", "preference": "in-person",
    ]

    init() throws {
        site = try WebSite()
        officer = try site.officer("officer-1", .receiver)
    }

    private func begin() throws -> String {
        try officer.open("desk/filing")
        try officer.submit("desk/filing", ["service": "complaint"])
        return String(officer.path.dropFirst("/test/".count))
    }

    /// Files what the walk-in wants, with what is different this time; the number.
    @discardableResult private func file(_ fields: [String: String] = [:]) throws -> String {
        let form = try begin()
        try officer.submit(form, Self.walkIn.merging(fields) { $1 })
        try #require(officer.path.hasPrefix("/test/desk/filed/"), "\(officer.text)")
        return officer.place
    }

    private func submitted(_ number: String) throws -> PetitionEvent.Submitted {
        let file = try #require(try site.office.office.file(of: number))
        guard case .petition(.submitted(let data)) = try #require(file.events.first).event else {
            throw NotFiled()
        }
        return data
    }

    private struct NotFiled: Error {}

    @Test func `somebody with neither phone nor e-mail gets a number and a slip`() throws {
        let number = try file()
        #expect(officer.text.contains("มอบใบรับคำร้อง"))
        let data = try submitted(number)
        #expect(data.channel == .counter && data.mode == .counter && data.isOnBehalf)
        #expect(data.filedBy == "officer-1" && data.identityLevel == .unproven)
        #expect(data.contactPreference == .inPerson && data.tracking == nil && data.terms == nil)
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.petitioner?.givenName == "สมหมาย" && file.text?.details == "หลุมใหญ่หน้าตลาด")
        for paper in ["receipt", "sheet"] {
            try officer.open("desk/filed/\(number)/\(paper).pdf")
            #expect(officer.header("Content-Type") == "application/pdf")
        }
    }

    @Test func `whoever has a phone follows the case by it`() throws {
        let number = try file(["channel": "phone", "phone": "081 000 0042"])
        #expect(try submitted(number).tracking == .phone)
        #expect(try submitted(number).identityLevel == .contact)
        let guest = site.browser()
        try guest.open("track")
        try guest.submit("track", ["number": number, "digits": "0042"])
        #expect(guest.path == "/test/cases/\(number)")
    }

    @Test func `whose card was seen finds the case in the account`() throws {
        let citizen = site.browser()
        try citizen.register(.somchai)
        let unseen = try file(["national-id": "1-9999-00001-01-0"])
        let seen = try file(["national-id": "1-9999-00001-01-0", "card-seen": "yes"])
        #expect(try submitted(seen).identityLevel == .ial13)
        try citizen.open("cases")
        #expect(citizen.text.contains(seen) && !citizen.text.contains(unseen))
    }

    @Test func `the law's time runs from when a letter came`() throws {
        let number = try file(["channel": "letter", "came": "27 ก.พ. 2569 09:15"])
        let file = try #require(try site.office.office.file(of: number))
        let came = Instant(rfc3339: "2026-02-27T09:15:00+07:00")!
        #expect(file.petition.deemedReceivedAt == came)
        #expect(file.petition.enteredAt == site.clock.now())
        #expect(try #require(file.events.first).occurredAt == came)
    }

    @Test func `what came long ago is entered with a reason, and both times are shown`() throws {
        let form = try begin()
        let late = ["channel": "letter", "came": "1 ม.ค. 2567 08:00"]
        try officer.submit(form, Self.walkIn.merging(late) { $1 })
        #expect(officer.status == 422 && officer.text.contains("เกิน 30 วัน"))
        #expect(officer.text.contains("name=\"late\""))
        let reason = ["late": "พบจดหมายตกค้างในตู้"]
        try officer.submit(form, Self.walkIn.merging(late) { $1 }.merging(reason) { $1 })
        try #require(officer.path.hasPrefix("/test/desk/filed/"), "\(officer.text)")
        let number = officer.place
        try officer.open("desk/cases/\(number)")
        #expect(officer.text.contains("พบจดหมายตกค้างในตู้"))
        for words in ["เข้ามาเมื่อ", "1 ม.ค. 2567 08:00", "บันทึกเข้าระบบเมื่อ"] {
            #expect(officer.text.contains(words), "\(words)")
        }
        // It is said inside the house.
        try officer.open("desk/cases/\(number)?show=citizen")
        #expect(!officer.text.contains("พบจดหมายตกค้างในตู้"))
    }

    @Test(arguments: [
        (["came": "5 มี.ค. 2569 09:00"], "ยังมาไม่ถึง"), (["came": "เมื่อวาน"], "กรอกวันและเวลา"),
        (["came": "1 ม.ค. 2020 08:00"], "เกิน 30 วัน"), (["came": "1/1/69 08:00"], "ปีเป็นตัวเลข 4 หลัก"),
        (["came": "1 ม.ค. 2570 08:00"], "ยังมาไม่ถึง"),
        (["given": ""], "กรอกชื่อ"), (["subject": ""], "กรอก"),
        (["category": "none"], "เลือกประเภทเรื่อง"),
        (["preference": "electronic"], "กรอกอีเมลหรือโทรศัพท์"),
        (["preference": "letter"], "ที่อยู่สำหรับส่งจดหมาย"),
        (["national-id": "1999900001011"], "ตรวจ"), (["card-seen": "yes"], "กรอกเลขจากบัตรที่ตรวจ"),
        (["channel": "web"], "เลือกช่องทาง"),
    ]) func `what is wrong is said, and everything typed is kept`(
        fields: [String: String], words: String
    ) throws {
        let head = try site.office.office.log.head
        let form = try begin()
        try officer.submit(form, Self.walkIn.merging(fields) { $1 })
        #expect(officer.status == 422 && officer.text.contains(words))
        #expect(officer.text.contains("หลุมใหญ่หน้าตลาด"))
        #expect(try site.office.office.log.head == head)
    }

    @Test func `somebody may give no name, and a matter may be confidential`() throws {
        let number = try file(
            ["given": "", "family": "", "anonymous": "yes", "confidential": "yes"])
        let data = try submitted(number)
        #expect(data.isAnonymous && data.isConfidential && data.category == nil)
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.petitioner == nil)
    }

    @Test func `what was attached stays through a mistake, and is filed`() throws {
        let form = try begin()
        try officer.submit(
            form, Self.walkIn.merging(["act": "upload"]) { $1 },
            files: [.init(field: "other", name: "a.jpg", bytes: Browser.photo())])
        #expect(officer.text.contains("a.jpg") && officer.text.contains("หลุมใหญ่หน้าตลาด"))
        try officer.submit(form, Self.walkIn.merging(["subject": ""]) { $1 })
        #expect(officer.status == 422 && officer.text.contains("a.jpg"))
        try officer.submit(form, Self.walkIn)
        #expect(try submitted(officer.place).attachments == 1)
    }

    @Test func `attaching and removing a file loses nothing that was typed wrong`() throws {
        let form = try begin()
        let wrong = [
            "act": "upload", "came": "เมื่อวาน", "national-id": "1999900001011", "phone": "12",
        ]
        func expectTyped() {
            #expect(officer.status == 200 && !officer.text.contains("มีปัญหาที่ต้องแก้ไข"))
            for name in ["came", "national-id", "phone"] {
                #expect(officer.text.contains("value=\"\(wrong[name] ?? "")\""), "\(name)")
            }
        }
        try officer.submit(
            form, Self.walkIn.merging(wrong) { $1 },
            files: [.init(field: "other", name: "a.jpg", bytes: Browser.photo())])
        expectTyped()
        #expect(officer.text.contains("a.jpg"))
        let file = try #require(
            officer.text.split(separator: "name=\"remove\" value=\"").last?.prefix { $0.isNumber })
        var fields = Self.walkIn.merging(wrong) { $1 }
        fields["act"] = nil
        fields["remove"] = String(file)
        try officer.submit(form, fields)
        expectTyped()
        #expect(!officer.text.contains("a.jpg"))
    }

    @Test func `a form that is sent twice is one petition`() throws {
        let form = try begin()
        let tab = officer.copy()
        try officer.submit(form, Self.walkIn)
        try tab.submit(form, Self.walkIn)
        #expect(tab.path == officer.path)
    }

    @Test func `the papers are at hand for a quarter of an hour only`() throws {
        let number = try file()
        for (seconds, status) in [(14 * 60, 200), (60, 404)] {
            site.clock.advance(seconds: seconds)
            for page in ["", "/receipt.pdf", "/sheet.pdf"] {
                #expect(try officer.open("desk/filed/\(number)\(page)").status == status)
            }
        }
    }

    @Test func `another officer neither goes on with a filing nor prints its papers`() throws {
        let colleague = try site.officer("officer-2", .receiver)
        let form = try begin()
        #expect(try colleague.open(form).status == 404)
        let number = try file()
        for page in ["", "/receipt.pdf", "/sheet.pdf"] {
            #expect(try colleague.open("desk/filed/\(number)\(page)").status == 404)
        }
        #expect(site.failures.with { $0 } == [])
    }
}
