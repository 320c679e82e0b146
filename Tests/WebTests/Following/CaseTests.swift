import Entries
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// A case as its petitioner sees it, and what the petitioner may do in it.
@Suite struct CaseTests {
    let site: WebSite
    let browser: Browser
    let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        browser = site.browser()
        try browser.register(.somchai)
        number = try browser.file(
            "complaint", ["form-place": ["latitude": "16.802", "longitude": "100.42"]])
    }

    private var page: String { "cases/\(number)" }

    private func reason(_ text: String = "เหตุผลทดสอบ") -> [PlainSection] {
        [PlainSection(Reason(text: text))]
    }

    private func askCorrection() throws {
        try site.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ขอภาพถ่ายหลุม")]))])
    }

    @Test func `every step of the office is told in words, and what it does inside is not`() throws
    {
        try site.take(number, .receive(.init()))
        try site.take(number, .note(.init()), [PlainSection(Note(text: "บันทึกภายใน"))])
        try site.take(number, .start(.init()))
        try site.take(number, .forward(.init(to: "health")), reason())
        try site.take(
            number, .answer(.init()), [PlainSection(Message(text: "ช่างจะไปดูวันพรุ่งนี้"))])
        try site.take(number, .waitFor(.init(agency: "แขวงทางหลวงทดสอบ")), reason())
        try site.take(number, .resume(.init()))
        try site.take(
            number,
            .setAppointment(.init(at: site.clock.now().advanced(milliseconds: 86_400_000))),
            [PlainSection(AppointmentDetails(place: "หน้าตลาด"))])
        try site.take(
            number, .complete(.init(outcome: "solved")),
            [PlainSection(CaseResult(text: "ซ่อมถนนแล้ว"))])
        try browser.open(page)
        for text in [
            "ยื่นคำร้อง", "เจ้าหน้าที่รับเรื่อง", "เริ่มดำเนินการ", "กองสาธารณสุข", "ข้อความจากหน่วยงาน",
            "ช่างจะไปดูวันพรุ่งนี้", "แขวงทางหลวงทดสอบ", "หน้าตลาด", "ดำเนินการสำเร็จ", "ซ่อมถนนแล้ว",
        ] { #expect(browser.text.contains(text), "\(text)") }
        #expect(!browser.text.contains("บันทึกภายใน") && !browser.text.contains("officer-1"))
        try browser.open("\(page)?lang=en")
        for text in ["Petition filed", "Taken in by the office", "Work began", "Completed"] {
            #expect(browser.text.contains(text), "\(text)")
        }
    }

    @Test func `a case says its urgency, channel, place, unit, result and when that came`() throws {
        try browser.open(page)
        for text in [
            "ความเร่งด่วน", "ปกติ", "ช่องทาง", "16.802", "100.42", "กองช่าง", "นายสมชาย ทดสอบดี",
        ] { #expect(browser.text.contains(text), "\(text)") }
        #expect(!browser.text.contains("ผลการดำเนินการ"))
        try site.complete(number)
        try browser.open(page)
        for text in ["ผลการดำเนินการ", "แก้ไขแล้ว", "ซ่อมถนนแล้ว", "วันที่แจ้งผล", "2 มี.ค. 2569"] {
            #expect(browser.text.contains(text), "\(text)")
        }
    }

    @Test func `my cases are listed with what comes next, and as a table with everything`() throws {
        try browser.open("cases")
        #expect(browser.text.contains(number) && browser.text.contains("เจ้าหน้าที่จะรับเรื่อง"))
        try browser.open("cases?view=all")
        for text in [
            "เลขที่คำร้อง", "วันที่ได้รับ", "ช่องทาง", "คำนำหน้า", "ชื่อ", "นามสกุล", "ประเภท",
            "รายละเอียด", "สถานะ", "เปิด",
        ] { #expect(browser.text.contains("<th scope=\"col\">\(text)</th>"), "\(text)") }
        for text in [number, ">นาย</span>", ">สมชาย</span>", ">ทดสอบดี</span>", "ถนนเป็นหลุม"] {
            #expect(browser.text.contains(text), "\(text)")
        }
        // On a phone no head has room: each cell says of what it is.
        for label in ["วันที่ได้รับ", "รายละเอียด", "สถานะ"] {
            #expect(browser.text.contains("<td data-label=\"\(label)\"><span>"), "\(label)")
        }
    }

    @Test func `what must be corrected stands in the box at the top`() throws {
        try askCorrection()
        try browser.open(page)
        let text = browser.text
        let box = try #require(text.firstRange(of: "ขอภาพถ่ายหลุม"))
        let actions = try #require(text.firstRange(of: "แก้ไขและส่งกลับ"))
        #expect(box.lowerBound < actions.lowerBound)
        #expect(browser.count("ขอภาพถ่ายหลุม") == 2)
    }

    @Test func `a message of the office is new until its case was opened`() throws {
        func list() throws -> String {
            try browser.open("cases")
            return browser.text
        }
        #expect(try list().contains("ถนนเป็นหลุม") && !list().contains("ข้อความใหม่"))
        let answer = [PlainSection(Message(text: "ช่างจะไปดูวันพรุ่งนี้"))]
        try site.take(number, .answer(.init()), answer)
        try site.take(number, .answer(.init()), answer)
        #expect(try list().contains("ข้อความใหม่ 2"))
        let head = try site.office.office.log.head
        try browser.open(page)
        #expect(try !list().contains("ข้อความใหม่"))
        // Reading is nobody else's business: nothing of it stands in the log.
        #expect(try site.office.office.log.head == head)
        try site.take(number, .answer(.init()), answer)
        #expect(try list().contains("ข้อความใหม่ 1"))
        // A stranger at the door has not read it for its owner.
        try site.browser().open(page)
        #expect(try list().contains("ข้อความใหม่ 1"))
    }

    @Test func `the result stands first, with the photo of what was done`() throws {
        let key = try #require(try site.office.key(of: StreamName(.petition, number)))
        let bytes = try Browser.photo()
        let sealed = try site.office.seal(under: key) { try $0(bytes.span) }
        try site.take(number, .start(.init()))
        try site.take(number, .answer(.init()), [PlainSection(Message(text: "จะซ่อมพรุ่งนี้"))])
        try site.take(
            number, .complete(.init(outcome: "solved")),
            [
                PlainSection(CaseResult(text: "ซ่อมถนนแล้ว")),
                PlainSection(
                    Attachment(
                        name: "หลังซ่อม.jpg", mediaType: "image/jpeg", size: sealed.size,
                        file: sealed.file, content: sealed.content)),
            ])
        try browser.open(page)
        let text = browser.text
        let result = try #require(text.firstRange(of: "ผลการดำเนินการ: ")?.lowerBound)
        let facts = try #require(text.firstRange(of: "ข้อมูลคำร้อง")?.lowerBound)
        let photo = try #require(text.firstRange(of: "alt=\"หลังซ่อม.jpg\"")?.lowerBound)
        #expect(result < facts && photo < facts)
        let source = try #require(
            text.firstMatch(of: #/src="(/test/cases/[^"]+/events/[^"]+)"/#)?.output.1)
        try browser.open(String(source))
        #expect(browser.status == 200 && browser.page?.body == bytes)
    }

    @Test func `what was just done is said at the top`() throws {
        try browser.open(page)
        try browser.submit("\(page)/messages", ["message": "มีคนล้มอีก"])
        #expect(browser.text.contains("role=\"status\""))
        #expect(browser.text.contains("ส่งถึงหน่วยงานแล้ว"))
        try browser.open("\(page)/withdraw")
        try browser.submit("\(page)/withdraw")
        #expect(browser.text.contains("ถอนคำร้องแล้ว หน่วยงานหยุดดำเนินการ"))
        // No word of it is anybody's to make up.
        try browser.open("\(page)?done=<b>")
        #expect(!browser.text.contains("role=\"status\""))
    }

    /// One that is filed with a photo.
    private func fileWithPhoto() throws -> String {
        try browser.begin("complaint")
        try browser.goOn(until: "documents")
        try browser.answer(
            files: [.init(field: "other", name: "ก่อน.jpg", bytes: try Browser.photo())])
        try browser.goOn()
        return browser.filedNumber
    }

    @Test func `what the system wrote down stands apart from what the petitioner attached`()
        throws
    {
        try browser.open(page)
        #expect(browser.text.contains("<h2>คำร้องที่ระบบจัดทำ</h2>"))
        #expect(!browser.text.contains("ไฟล์ที่ท่านแนบ"))
        try browser.open("\(page)?lang=en")
        #expect(browser.text.contains("<h2>The petition as the system wrote it</h2>"))
        try browser.open("\(page)?lang=th")
        try browser.open("cases/\(try fileWithPhoto())")
        let parts = browser.text.split(separator: "<h2>ไฟล์ที่ท่านแนบ</h2>")
        #expect(parts.count == 2)
        let written = try #require(
            parts.first?.split(separator: "<h2>คำร้องที่ระบบจัดทำ</h2>").last)
        let own = try #require(parts.last?.split(separator: "</section>").first)
        #expect(written.contains(".pdf") && !written.contains("ก่อน.jpg"))
        #expect(own.contains("ก่อน.jpg") && !own.contains(".pdf"))
        // Each opens by its place among all of them.
        for (part, type) in [(written, "application/pdf"), (own, "image/jpeg")] {
            let link = try #require(part.firstMatch(of: #/href="(/test/[^"]+)"/#)?.output.1)
            try browser.open(String(link))
            #expect(browser.header("Content-Type") == type)
        }
    }

    @Test func `files stand with what they came with`() throws {
        let number = try fileWithPhoto()
        try site.take(number, .receive(.init()))
        try site.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ขอภาพถ่ายหลุม")]))])
        try browser.open("cases/\(number)/correction")
        try browser.submit(
            "cases/\(number)/correction", ["message": "ตามที่ขอ"],
            files: [.init(field: "files", name: "หลุม.jpg", bytes: try Browser.photo())])
        #expect(browser.text.contains("ส่งการแก้ไขแล้ว"))
        let part = try #require(browser.text.split(separator: "ไฟล์ที่ท่านแนบ").last)
        let places = try [
            "<h3>ยื่นคำร้อง", "ก่อน.jpg", "<h3>ท่านส่งการแก้ไขแล้ว", "หลุม.jpg",
        ].map { try #require(part.firstRange(of: $0)?.lowerBound, "\($0)") }
        #expect(places == places.sorted())
    }

    @Test func `a merged case says where it went on and how that stands`() throws {
        let other = try site.browser().file("complaint")
        try site.take(other, .start(.init()))
        try site.take(number, .receive(.init()))
        var merge = Draft(
            .petition(number: number, .merge(.init(into: other))), by: WebSite.officer,
            at: site.clock.now(), sections: reason())
        merge.otherNumber = other
        try site.perform(merge)
        try browser.open(page)
        #expect(browser.text.contains("ดำเนินการรวมเป็นเรื่องเดียวในเลขที่ \(other)"))
        #expect(browser.text.contains("สถานะของเรื่องที่รวม"))
        #expect(browser.text.contains("กำลังดำเนินการ"))
    }

    @Test func `a file that is lost is said to be lost`() throws {
        try site.take(
            number, .answer(.init(attachments: 1)),
            [
                PlainSection(Message(text: "ดูภาพ")),
                PlainSection(
                    Attachment(
                        name: "ภาพ.jpg", mediaType: "image/jpeg", size: 9, file: .zero,
                        content: .zero)),
            ])
        let position = try #require(try site.recorded(number).last).position
        try browser.open("\(page)/events/\(position)/0")
        #expect(browser.status == 404 && browser.text.contains("ไม่พบไฟล์นี้ในระบบ"))
    }

    @Test func `a message is sent once, and an empty one not`() throws {
        try browser.open(page)
        let tab = browser.copy()
        try browser.submit("\(page)/messages", ["message": "  "])
        #expect(browser.status == 422 && browser.text.contains("กรอกข้อความ"))
        try tab.submit("\(page)/messages", ["message": "น้ำท่วมหลุมแล้ว"])
        let again = browser.copy()
        try browser.open(page)
        let twin = browser.copy()
        try browser.submit("\(page)/messages", ["message": "อีกครั้ง"])
        try twin.submit("\(page)/messages", ["message": "อีกครั้ง"])
        #expect(twin.status == 200 && twin.text.contains("น้ำท่วมหลุมแล้ว"))
        #expect(try site.names(of: number) == ["submitted", "messaged", "messaged"])
        try again.open(page)
        try again.submit("\(page)/messages", ["message": String(repeating: "ก", count: 4001)])
        #expect(again.status == 422 && again.text.contains("4,000"))
    }

    @Test func `documents that nobody asked for are added, with a message or without, once`()
        throws
    {
        let photo = Browser.Upload(field: "files", name: "หลุม.jpg", bytes: try Browser.photo())
        let filed = try OfficerQueue.fold(try site.recorded(number)).first?.attachments ?? 0
        try browser.open(page)
        let twin = browser.copy()
        for tab in [browser, twin] {
            try tab.submit("\(page)/messages", ["message": "ภาพวันนี้"], files: [photo])
            #expect(tab.path == "/test/\(page)?done=message")
        }
        #expect(try site.names(of: number) == ["submitted", "messaged"])
        #expect(browser.text.contains("ภาพวันนี้") && browser.text.contains("หลุม.jpg"))
        try browser.submit("\(page)/messages", ["message": " "], files: [photo])
        #expect(try site.names(of: number) == ["submitted", "messaged", "attached"])
        #expect(browser.text.contains("ท่านส่งเอกสารเพิ่ม"))
        let queued = try OfficerQueue.fold(try site.recorded(number))
        #expect(queued.first?.unread == 2 && queued.first?.attachments == filed + 2)

        let lie = Browser.Upload(field: "files", name: "a.jpg", bytes: Array("MZ nothing".utf8))
        try browser.submit("\(page)/messages", ["message": "ดูไฟล์"], files: [lie])
        #expect(browser.status == 422 && browser.text.contains("a.jpg: "))
        #expect(browser.text.contains("ดูไฟล์"))
        #expect(try site.names(of: number).count == 3)
    }

    @Test func `what was asked for is corrected, with a photo, once`() throws {
        try browser.open("\(page)/correction")
        #expect(browser.path == "/test/\(page)")
        try askCorrection()
        try browser.open(page)
        #expect(browser.text.contains("แก้ไขและส่งกลับ"))
        try browser.open("\(page)/correction")
        #expect(browser.text.contains("ขอภาพถ่ายหลุม"))
        let tab = browser.copy()
        try browser.submit("\(page)/correction", ["details": "หลุมใหญ่หน้าตลาด รถล้มแล้วสองคัน"])
        #expect(browser.status == 422 && browser.text.contains("แก้รายละเอียด แนบเอกสาร"))
        try browser.submit(
            "\(page)/correction", ["details": "หลุมลึกหนึ่งศอก", "message": "ส่งภาพแล้ว"],
            files: [.init(field: "files", name: "หลุม.jpg", bytes: Browser.photo())])
        #expect(browser.path == "/test/\(page)?done=correction")
        #expect(browser.text.contains("หลุมลึกหนึ่งศอก") && browser.text.contains("หลุม.jpg"))
        try tab.submit("\(page)/correction", ["details": "อย่างอื่น"])
        // What another tab has typed meanwhile is not swallowed; the same sent twice is.
        #expect(tab.status == 409 && tab.text.contains("อย่างอื่น"))
        try tab.open("\(page)/correction")
        #expect(tab.path == "/test/\(page)")
        #expect(try site.names(of: number) == ["submitted", "returned", "corrected"])
        try browser.open("\(page)/files/1")
        #expect(browser.header("Content-Type") == "image/jpeg")
    }

    @Test func `a file that lies is refused, and what was typed is kept`() throws {
        try askCorrection()
        try browser.open("\(page)/correction")
        try browser.submit(
            "\(page)/correction", ["message": "ดูไฟล์"],
            files: [.init(field: "files", name: "a.jpg", bytes: Array("MZ nothing".utf8))])
        #expect(browser.status == 422 && browser.text.contains("a.jpg: "))
        #expect(browser.text.contains("ดูไฟล์"))
        #expect(try site.names(of: number) == ["submitted", "returned"])
    }

    @Test func `a petition is withdrawn after a question, twice the same`() throws {
        try browser.open("\(page)/withdraw")
        #expect(browser.text.contains("ประวัติยังเก็บไว้"))
        let tab = browser.copy()
        try browser.submit("\(page)/withdraw", ["reason": "ซ่อมแล้ว"])
        try tab.submit("\(page)/withdraw", ["reason": "ซ่อมแล้ว"])
        #expect(tab.path == "/test/\(page)?done=withdraw" && tab.text.contains("ถอนคำร้อง"))
        #expect(try site.names(of: number) == ["submitted", "withdrawn"])
    }

    @Test func `who looks at an old page is told, and nothing is done`() throws {
        try browser.open("\(page)/withdraw")
        try site.take(number, .receive(.init()))
        try browser.submit("\(page)/withdraw", ["reason": "เปลี่ยนใจ"])
        #expect(browser.status == 422 && browser.text.contains("มีผู้อื่นดำเนินการไปแล้ว"))
        #expect(browser.text.contains("เปลี่ยนใจ"))
        #expect(try site.names(of: number) == ["submitted", "received"])
    }

    @Test func `a finished case is rated once and may be asked to reopen`() throws {
        try site.complete(number)
        try browser.open("survey")
        #expect(browser.text.contains(number))
        try browser.open("\(page)/rate")
        let tab = browser.copy()
        try browser.submit("\(page)/rate")
        #expect(browser.status == 422 && browser.text.contains("เลือกคะแนน"))
        try tab.submit("\(page)/rate", ["score": "4", "comment": "เร็วดี"])
        #expect(tab.path == "/test/\(page)?done=rate" && tab.text.contains("4 คะแนน"))
        try browser.submit("\(page)/rate", ["score": "5"])
        #expect(browser.status == 422)
        try browser.open("\(page)/rate")
        #expect(browser.status == 200 && browser.text.contains("คะแนนที่ให้ไว้: 4 จาก 5"))
        #expect(!browser.text.contains("name=\"score\""))
        try browser.open("\(page)/reopen")
        try browser.submit("\(page)/reopen")
        #expect(browser.status == 422 && browser.text.contains("กรอกเหตุผล"))
        try browser.submit("\(page)/reopen", ["reason": "หลุมกลับมาอีก"])
        #expect(browser.path == "/test/\(page)?done=reopen" && browser.text.contains("เปิดเรื่องใหม่"))
        #expect(try site.names(of: number).suffix(2) == ["rated", "reopened"])
    }

    @Test func `an erased case says so, and nothing that was in it`() throws {
        try site.complete(number)
        try site.set(.officerAppointed(.init(officer: "officer-9", roles: [.dpo])))
        try site.perform(
            Draft(
                .petition(number: number, .approveErasure(.init(ground: .mistake))),
                by: .officer("officer-9", .dpo), at: site.clock.now(), sections: reason()))
        let key = try #require(try site.office.office.file(of: number)).petition.caseKey
        // Who owns it is sealed with it: what was opened before shows it, to a guest that is.
        let guest = site.browser()
        try guest.open("track")
        try guest.submit("track", ["number": number, "digits": "0001"])
        #expect(guest.path == "/test/\(page)")
        try site.perform(
            Draft(
                .petition(number: number, .erase(.init(key: key, ground: .mistake))), by: .system,
                at: site.clock.now()))
        try guest.open(page)
        #expect(guest.status == 200 && guest.text.contains("ข้อมูลส่วนบุคคลของเรื่องนี้ถูกลบแล้ว"))
        for text in ["ถนนเป็นหลุม", "สมชาย", "ช่างจะไปดู"] {
            #expect(!guest.text.contains(text), "\(text)")
        }
        try guest.open("\(page)/sheet.pdf")
        #expect(guest.status == 404)
        try browser.open(page)
        #expect(browser.status == 404)
        let other = site.browser()
        try other.open("track")
        try other.submit("track", ["number": number, "digits": "0001"])
        #expect(other.status == 422)
    }

    @Test func `the sheet and the slip are papers with the number on them`() throws {
        for paper in ["sheet.pdf", "receipt.pdf"] {
            try browser.open("\(page)/\(paper)")
            #expect(browser.header("Content-Type") == "application/pdf", "\(paper)")
            #expect(browser.header("Cache-Control") == "private, no-store", "\(paper)")
            #expect(try site.pdfText(browser.page?.body ?? []).contains(number), "\(paper)")
        }
    }
}
