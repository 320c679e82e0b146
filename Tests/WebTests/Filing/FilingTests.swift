import Entries
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct FilingTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    @Test func `a guest files page by page, sees the number and follows the case by phone`() throws
    {
        let number = try browser.file()
        #expect(browser.status == 200 && browser.text.contains(number))
        #expect(browser.text.contains("เบอร์โทรศัพท์ 4 ตัวท้าย"))
        let data = try #require(try site.submitted(number))
        #expect(data.service == "complaint" && data.category == "road" && data.mode == .online)
        #expect(data.channel == .web && data.tracking == .phone && data.terms == 1)
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.account == nil && file.text?.subject == "ถนนเป็นหลุม")
        #expect(file.petitioner?.phone == "+66810000042")
        try browser.open("cases/\(number)")
        #expect(browser.status == 200 && browser.text.contains("หลุมใหญ่หน้าตลาด"))
        let stranger = site.browser()
        try stranger.open("cases/\(number)")
        #expect(stranger.status == 404 && !stranger.text.contains("ถนนเป็นหลุม"))
        try stranger.open("track")
        try stranger.submit("track", ["number": number.lowercased(), "digits": "๐๐๔๒"])
        #expect(stranger.path == "/test/cases/\(number)" && stranger.status == 200)
    }

    @Test func `a citizen files under the account, and nothing of it stands openly`() throws {
        try browser.register(.somchai)
        let account = try #require(try site.accountEvents().first).stream.name
        let number = try browser.file()
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.account == account && file.petitioner?.givenName == "สมชาย")
        #expect(file.petition.pseudonym != account)
        let sections = try #require(try site.recorded(number).first).frame.sections.map(\.field)
        #expect(sections == ["text", "petitioner", "owner", "attachment"])
        // The search view is made of what is opened for officers, and is never backed up.
        for (path, bytes) in try site.bytesOnDisk() where !path.contains("/views/search.") {
            #expect(bytes.firstRange(of: Array("ถนนเป็นหลุม".utf8)) == nil, "\(path)")
            #expect(bytes.firstRange(of: Array("1999900001010".utf8)) == nil, "\(path)")
        }
        try browser.open("cases")
        #expect(browser.text.contains(number))
    }

    @Test func `the form that the system writes is attached, with what was answered in it`() throws
    {
        let number = try browser.file()
        try browser.open("cases/\(number)/files/0")
        #expect(browser.header("Content-Type") == "application/pdf")
        let text = try site.pdfText(browser.page?.body ?? [])
        #expect(text.contains("หลุมใหญ่หน้าตลาด"))
        let attachment = try #require(
            try site.office.office.file(of: number)?.attachments.first?.content.content)
        #expect(attachment.label == "petition-form" && attachment.isWrittenBySystem)
        let sealed = try site.bytesOnDisk().filter { $0.path.contains("/files/") }
        #expect(!sealed.isEmpty)
        #expect(sealed.allSatisfy { $0.bytes.firstRange(of: Array("%PDF".utf8)) == nil })
    }

    @Test func `a confidential category is sealed, and so is where it is`() throws {
        let number = try browser.file(
            "complaint",
            ["category": ["category": "corruption"], "form-place": ["place-moo": "4"]])
        let data = try #require(try site.submitted(number))
        #expect(data.isConfidential && data.category == nil && data.moo == nil)
        let sections = try #require(try site.recorded(number).first).frame.sections.map(\.field)
        #expect(sections.contains("classification"))
    }

    @Test func `a telephone in a house takes nothing written`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "petitioner")
        var person = Browser.usualAnswers["petitioner"] ?? [:]
        (person["phone"], person["email"]) = ("02 123 4567", "")
        try browser.answer(person)
        #expect(browser.status == 422 && browser.text.contains("กรอกอีเมลหรือโทรศัพท์มือถือ"))
        person["preference"] = "phone"
        try browser.answer(person)
        #expect(browser.place == "check")
    }

    @Test func `a printed form is filled in by hand and sent as a photo`() throws {
        try browser.register(.somchai)
        try browser.open("services/venue/form.pdf")
        let blank = browser.page?.body ?? []
        #expect(browser.header("Content-Type") == "application/pdf")
        try browser.begin("venue")
        #expect(browser.place == "mode")
        try browser.answer(["mode": "print"])
        #expect(browser.place == "documents")
        try browser.answer()
        #expect(browser.status == 422 && browser.text.contains("แนบแบบฟอร์มที่กรอกแล้ว"))
        try browser.answer(
            files: [
                .init(
                    field: "printed-form", name: "แบบ.pdf", type: "application/pdf", bytes: blank)
            ])
        #expect(browser.place == "petitioner")
        try browser.goOn()
        let data = try #require(try site.submitted(browser.filedNumber))
        #expect(data.mode == .print)
        let files = try #require(try site.office.office.file(of: browser.filedNumber)).attachments
        #expect(files.compactMap(\.content.content?.label) == ["printed-form"])
    }

    @Test func `a page in English says in English what nobody wrote, and marks what is Thai`()
        throws
    {
        try browser.register(.somchai)
        let wrote = try browser.file()
        try browser.open("cases/\(wrote)?lang=en")
        #expect(browser.text.contains("<span lang=\"th\">ถนนเป็นหลุม</span></h1>"))
        try browser.open("services/venue/form.pdf")
        let blank = browser.page?.body ?? []
        try browser.begin("venue")
        try browser.answer(["mode": "print"])
        try browser.answer(
            files: [
                .init(
                    field: "printed-form", name: "a.pdf", type: "application/pdf", bytes: blank)
            ])
        try browser.goOn()
        try browser.open("cases/\(browser.filedNumber)")
        #expect(browser.text.contains("Venue, tents, chairs</h1>"))
        try browser.open("cases")
        #expect(browser.count("Venue, tents, chairs") == 1 && browser.text.contains("lang=\"th\""))
        try browser.open("account/profile/correct")
        #expect(browser.text.contains(">Mr</option>"))
    }

    @Test func `nothing is promised for a day after the end`() throws {
        try site.appoint()
        try browser.register(.somchai)
        let number = try browser.file("venue")
        #expect(!browser.text.contains("ตอบครั้งแรก"))
        try site.take(number, .receive(.init()))
        try browser.open("cases/\(number)")
        #expect(browser.text.contains("หน่วยงานจะดำเนินการให้เสร็จ"))
    }

    @Test func `answers are changed from the check page, and back there`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        #expect(browser.text.contains("ถนนเป็นหลุม"))
        try browser.open("\(browser.filing)/form-details?from=check")
        #expect(browser.text.contains("value=\"ถนนเป็นหลุม\""))
        try browser.answer(["subject": "ถนนทรุด", "details": "ทรุดทั้งสาย"])
        #expect(browser.place == "check")
        #expect(browser.text.contains("ถนนทรุด") && !browser.text.contains("ถนนเป็นหลุม"))
        try browser.goOn()
        let file = try site.office.office.file(of: browser.filedNumber)
        #expect(file?.text?.subject == "ถนนทรุด")
    }

    @Test func `the terms must be accepted before it is sent`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        try browser.answer()
        #expect(browser.status == 422 && browser.text.contains("อ่านและยอมรับเงื่อนไขก่อนส่ง"))
        #expect(try site.petitions() == 0)
        try browser.answer(["terms": "yes"])
        #expect(try site.petitions() == 1)
    }

    @Test func `nothing is sent before everything is answered`() throws {
        try browser.begin("complaint")
        try browser.open("\(browser.filing)/check")
        #expect(browser.text.contains("ยังมีคำถามที่ไม่ได้ตอบ"))
        try browser.answer(["terms": "yes"])
        #expect(browser.status == 422 && browser.text.contains("ตอบคำถามที่เหลือก่อนส่ง"))
        #expect(try site.petitions() == 0)
    }

    @Test
    func `a way that reaches nobody is not taken, and the check page shows how one is reached`()
        throws
    {
        let site = try WebSite()
        let browser = site.browser()
        var nobody = Citizen.somchai
        nobody.phone = ""
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        let address = nobody.details.keys.filter { $0.hasPrefix("address-") }
        let details = nobody.details.filter { !address.contains($0.key) }
        try browser.submit("register/details", details)
        try browser.submit("register/photos", ["act": "skip"])
        try browser.begin("complaint")
        try browser.goOn(until: "petitioner")
        for way in ["letter", "phone"] {
            try browser.answer(["preference": way])
            #expect(browser.status == 422, "\(way)")
            #expect(browser.text.contains("บัญชีของท่านไม่มีข้อมูลสำหรับช่องทางนี้"), "\(way)")
        }
        try browser.answer(["preference": "electronic"])
        #expect(browser.place == "check" && browser.text.contains("s•••@example.com"))
        #expect(browser.text.contains("href=\"/test/account/contact\""))
        let guest = site.browser()
        try guest.begin("complaint")
        try guest.goOn(until: "petitioner")
        var person = Browser.usualAnswers["petitioner"] ?? [:]
        person["preference"] = "letter"
        try guest.answer(person)
        #expect(guest.status == 422 && guest.text.contains("กรอกที่อยู่สำหรับส่งจดหมาย"))
    }
}
