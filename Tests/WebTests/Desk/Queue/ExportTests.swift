import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct ExportTests {
    private let site: WebSite

    init() throws { site = try WebSite() }

    private func lines(_ browser: Browser) -> [String] {
        browser.text.split(separator: "\r\n").map(String.init)
    }

    @Test func `what the filter shows is taken along without a name`() throws {
        let officer = try site.officer("officer-1", .handler)
        let road = try site.filed("ถนนเป็นหลุม")
        try site.filed("ไฟดับ", category: "street-light")
        try officer.open("desk/queue.csv?category=road")
        #expect(officer.page?.body.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(officer.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(officer.header("Content-Disposition")?.contains("test-2026-03-02.csv") == true)
        #expect(lines(officer).count == 2 && lines(officer)[1].hasPrefix("\"\(road)\","))
        #expect(lines(officer)[1].contains("\"กองช่าง\",\"เว็บไซต์\",2026-03-02 10:00,"))
        for words in ["สมชาย", "ทดสอบดี", "ถนนเป็นหลุม", "0810000001"] {
            #expect(!officer.text.contains(words), "\(words)")
        }
        try officer.open("desk/queue.xlsx")
        #expect(officer.page?.body.prefix(4) == [0x50, 0x4B, 0x03, 0x04])
        #expect(try site.exports().map(\.isNamed) == [false, false])
        #expect(try site.viewings(of: road) == [])
    }

    @Test func `a file without names is recorded too, with what it was asked for`() throws {
        let officer = try site.officer("officer-1", .handler)
        let road = try site.filed("ถนนเป็นหลุม")
        let light = try site.filed("ไฟดับหน้าบ้าน", category: "street-light")
        try officer.open("desk")
        try officer.narrow(["text": "ไฟดับ"])
        let query = try #require(officer.path.split(separator: "?").last)
        try officer.open("desk/queue.csv?\(query)")
        let recorded = try #require(try site.exports().first)
        #expect(!recorded.isNamed && recorded.cases == 1 && recorded.format == "csv")
        #expect(recorded.columns.first == "number" && recorded.columns.last == "attachments")
        let sealed = try #require(try site.exported().first)
        #expect(sealed.numbers == [light] && !sealed.numbers.contains(road))
        #expect(try FormFields.read(sealed.filter.utf8)["sought"] == "ไฟดับ")
    }

    @Test func `every page of the list is in the file`() throws {
        let officer = try site.officer("officer-1", .handler)
        for index in 0..<120 { try site.filed("เรื่อง \(index)") }
        try officer.open("desk/queue.csv")
        #expect(lines(officer).count == 121)
    }

    @Test func `names leave the house with a reason that is recorded first`() throws {
        let head = try site.officer("head", .head)
        let number = try site.filed("=cmd|'/c calc'!A1")
        try head.open("desk?category=road")
        #expect(head.text.contains("/test/desk/export?category=road"))
        try head.open("desk/export?category=road")
        try head.submit("desk/export", ["reason": " ", "format": "csv"])
        #expect(head.status == 422 && head.text.contains("กรอกเหตุผลที่ส่งออก"))
        #expect(try site.exports() == [])
        try head.submit("desk/export", ["reason": "รายงานผู้ว่าฯ", "format": "csv"])
        #expect(head.status == 200)
        #expect(lines(head).count == 2 && lines(head)[1].hasPrefix("\"\(number)\","))
        #expect(
            lines(head)[1].hasSuffix(
                "\"'=cmd|'/c calc'!A1\",\"นายสมชาย ทดสอบดี\",\"'+66810000001\""))
        let recorded = try #require(try site.exports().first)
        #expect(recorded.isNamed && recorded.cases == 1 && recorded.purpose == "queue")
        #expect(recorded.columns.suffix(3) == ["subject", "petitioner", "phone"])
        #expect(
            try site.exported() == [.init(filter: "category=road", numbers: [number])])
        try head.open("desk/export")
        try head.submit("desk/export", ["reason": "รายงาน", "format": "xlsx"])
        #expect(head.page?.body.prefix(4) == [0x50, 0x4B, 0x03, 0x04])
        #expect(try site.exports().count == 2)
    }

    @Test(arguments: [
        ("＝1+1", "\"'＝1+1\""), ("－1", "\"'－1\""), ("a;=b", "\"a;=b\""),
        ("ว่า \"ไม่\"", "\"ว่า \"\"ไม่\"\"\""),
    ]) func `what a citizen wrote stays one harmless field`(subject: String, field: String) throws {
        let head = try site.officer("head", .head)
        try site.filed(subject)
        try head.open("desk/export")
        try head.submit("desk/export", ["reason": "รายงาน", "format": "csv"])
        #expect(lines(head).last?.contains(",\(field),") == true)
    }

    @Test func `a handler takes no names along`() throws {
        let handler = try site.officer("handler", .handler)
        try site.filed("ถนน")
        try handler.open("desk")
        #expect(!handler.text.contains("/test/desk/export"))
        let token = try handler.deskToken()
        try handler.open("desk/export")
        #expect(handler.text.contains("ส่งออกได้เฉพาะแบบไม่มีชื่อ"))
        #expect(!handler.text.contains("name=\"reason\""))
        // The roles that may are named, and no others: the mayor is none of them.
        let mayor = try site.officer("mayor", .mayor)
        try mayor.open("desk/export")
        let roles = DeskScope.nameExporters.map(\.label.thai)
        #expect(!roles.contains(Role.mayor.label.thai))
        #expect(mayor.text.contains("ผู้มีหน้าที่: \(roles.joined(separator: ", ")) ใช้ CSV"))
        #expect(!mayor.text.contains("name=\"reason\""))
        try handler.post("desk/export", ["form": token, "reason": "อยากได้", "format": "csv"])
        #expect(handler.status == 422 && !handler.text.contains("สมชาย"))
        #expect(try site.exports() == [])
    }

    @Test func `a confidential case goes along without what it says`() throws {
        let head = try site.officer("auditor", .auditor)
        try site.filed("ร้องเรียนผู้บริหาร") { $0.isConfidential = true }
        try head.open("desk/export")
        try head.submit("desk/export", ["reason": "ตรวจสอบ", "format": "csv"])
        #expect(lines(head).count == 2)
        #expect(!head.text.contains("ร้องเรียนผู้บริหาร") && !head.text.contains("สมชาย"))
    }

    @Test func `everybody whose name is in the file can read that it was`() throws {
        let head = try site.officer("auditor", .auditor)
        let open = try site.filed("ถนน")
        let nameless = try site.filed("ไม่ประสงค์ออกนาม") { $0.isAnonymous = true }
        let closed = try site.filed("ร้องเรียนผู้บริหาร") {
            $0.isConfidential = true
            $0.department = "health"
        }
        try head.open("desk/export")
        try head.submit("desk/export", ["reason": "รายงาน", "format": "csv"])
        #expect(
            try site.viewings(of: open) == [
                .init(parts: [.text, .petitioner], purpose: "export")
            ])
        #expect(try site.viewings(of: nameless) == [.init(parts: [.text], purpose: "export")])
        #expect(try site.viewings(of: closed) == [])
        // A line in a list is not the page of the case: that is recorded for itself.
        try head.open("desk/cases/\(open)")
        #expect(try site.viewings(of: open).count == 2)
    }
}

extension WebSite {
    /// What was recorded of exports.
    func exports() throws -> [OfficeEvent.DataExported] {
        try office.office.log.readStream("office/\(Self.code)").compactMap { entry in
            let recorded = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            if case .office(.dataExported(let data)) = recorded.event { return data }
            return nil
        }
    }

    /// What is sealed beside it.
    fileprivate func exported() throws -> [ExportedCases] {
        try office.office.log.readStream("office/\(Self.code)").compactMap { entry in
            let recorded = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            guard case .office(.dataExported) = recorded.event else { return nil }
            return try office.office.section(ExportedCases.self, of: recorded)
        }
    }

    /// The viewings that stand in a case.
    func viewings(of number: String) throws -> [PetitionEvent.Viewed] {
        try office.office.log.readStream("petition/\(number)").compactMap { entry in
            let recorded = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            if case .petition(.viewed(let data)) = recorded.event { return data }
            return nil
        }
    }
}
