import Entries
import Events
import FileKinds
import Rules
import TestSupport
import Testing
import Workflow

/// Documents and photos of a filing.
@Suite struct UploadTests {
    let site: WebSite
    let browser: Browser
    let blank: [UInt8]

    init() throws { try self.init(scanner: nil) }

    private init(scanner: VirusScanner?) throws {
        site = try WebSite(scanner: scanner)
        browser = site.browser()
        try browser.register(.somchai)
        try browser.open("services/food-place/form.pdf")
        blank = browser.page?.body ?? []
        try browser.begin("food-place")
        try browser.goOn(
            until: "documents",
            [
                "form-applicant": ["applicant-kind": "person", "business": "ร้านทดสอบ"],
                "form-place": ["place": "ตลาด"],
            ])
    }

    private func plan(_ bytes: [UInt8], name: String = "plan.pdf") -> Browser.Upload {
        .init(field: "plan", name: name, type: "application/pdf", bytes: bytes)
    }

    private var files: Int { browser.count("name=\"remove\"") }

    @Test func `what is required must be there, and what came with it stays`() throws {
        #expect(browser.place == "documents")
        try browser.answer(
            files: [.init(field: "consent", name: "ยินยอม.pdf", type: "x/y", bytes: blank)])
        #expect(browser.status == 422)
        #expect(browser.text.contains("แนบแผนผังหรือแบบแปลน"))
        #expect(files == 1 && browser.text.contains("ยินยอม.pdf"))
        try browser.answer(files: [plan(blank)])
        #expect(browser.place == "petitioner")
        try browser.goOn()
        let data = try #require(try site.submitted(browser.filedNumber))
        #expect(data.attachments == 3)
        let file = try #require(try site.office.office.file(of: browser.filedNumber))
        #expect(
            file.attachments.compactMap(\.content.content?.label)
                == ["consent", "plan", "petition-form"])
        try browser.open("cases/\(browser.filedNumber)/files/1")
        #expect(browser.page?.body == blank)
        #expect(browser.header("Cache-Control") == "private, no-store")
    }

    @Test func `a file whose name lies is refused on the page`() throws {
        try browser.answer(files: [plan(Array("MZ\u{1}\u{2} not a plan".utf8))])
        #expect(browser.status == 422 && browser.text.contains("plan.pdf: "))
        #expect(files == 0)
    }

    @Test func `of several bad files each is named`() throws {
        let bad = Array("MZ\u{1}\u{2} not a plan".utf8)
        try browser.answer(files: [
            plan(bad, name: "หนึ่ง.pdf"), plan(blank, name: "ดี.pdf"), plan(bad, name: "สอง.pdf"),
        ])
        #expect(browser.status == 422 && files == 1)
        // In the box at the top and at the field.
        for name in ["หนึ่ง.pdf: ", "สอง.pdf: "] { #expect(browser.count(name) == 2, "\(name)") }
    }

    @Test func `a case shows all that was filed, on the page and on paper`() throws {
        try site.appoint()
        try browser.answer(files: [plan(blank)])
        try browser.goOn()
        let number = browser.filedNumber
        try site.take(number, .receive(.init()))
        try browser.open("cases/\(number)")
        for text in [
            "<dt>ขออนุญาตในนาม</dt>", "บุคคลธรรมดา", "<dt>ชื่อสถานประกอบการ</dt>", "ร้านทดสอบ",
            "แผนผังหรือแบบแปลน: ",
        ] { #expect(browser.text.contains(text), "\(text)") }
        try browser.open("cases/\(number)/sheet.pdf")
        let text = try site.pdfText(browser.page?.body ?? [])
        for part in ["ร้านทดสอบ", "plan.pdf", "เอกสารแนบ 1 ฉบับ", "ข้อมูล ณ"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("พิมพ์เมื่อ"))
    }

    @Test func `a file that is too large is refused with its limit`() throws {
        try browser.answer(files: [plan(blank + [UInt8](repeating: 32, count: 17 << 20))])
        #expect(browser.status == 422 && browser.text.contains("16 MB"))
        #expect(files == 0)
    }

    @Test func `a file beyond all limits is refused in its form, and the others are kept`() throws {
        try browser.answer(files: [
            .init(field: "consent", name: "ยินยอม.pdf", type: "x/y", bytes: blank),
            plan(blank + [UInt8](repeating: 32, count: 21 << 20), name: "ใหญ่.pdf"),
        ])
        #expect(browser.status == 422 && browser.place == "documents")
        #expect(browser.text.contains("ใหญ่.pdf: ") && browser.text.contains("16 MB"))
        #expect(browser.text.contains("href=\"#plan\""))
        #expect(files == 1 && browser.text.contains("ยินยอม.pdf"))
    }

    @Test func `a photo is made anew, without what the camera wrote`() throws {
        try browser.answer(
            ["act": "upload"], files: [plan(Browser.photo(), name: "IMG_1.JPEG")])
        #expect(browser.status == 200 && browser.place == "documents")
        #expect(files == 1 && browser.text.contains("IMG_1.jpg"))
        try browser.open("\(browser.filing)/files/1")
        #expect(browser.header("Content-Type") == "image/jpeg")
        #expect(browser.page?.body.starts(with: [0xFF, 0xD8]) == true)
    }

    @Test func `many files in one go are kept as far as they fit, and the rest is counted`() throws
    {
        #expect(browser.text.contains("แนบได้รวมไม่เกิน 40 ไฟล์ 100 MB"))
        try browser.answer(
            ["act": "upload"], files: (1...25).map { plan(blank, name: "a\($0).pdf") })
        #expect(browser.status == 200 && files == 25)
        try browser.answer(
            ["act": "upload"], files: (26...45).map { plan(blank, name: "a\($0).pdf") })
        #expect(browser.status == 422 && files == 40)
        #expect(browser.text.contains("อีก 5 ไฟล์ตั้งแต่ a41.pdf ไม่ได้แนบ"))
        try browser.answer(
            ["act": "upload"], files: (1...70).map { plan(blank, name: "b\($0).pdf") })
        #expect(browser.status == 413 && browser.text.contains("เลือกไฟล์มากเกินไป"))
        #expect(browser.text.contains("ครั้งละไม่เกิน 60 ไฟล์"))
        #expect(browser.text.contains("เทศบาลตำบลทดสอบ"))
        #expect(browser.text.contains("กลับไปที่แบบฟอร์ม"))
    }

    @Test func `a name that turns the writing or breaks the line is shown plainly`() throws {
        try browser.answer(
            ["act": "upload"], files: [plan(blank, name: "ใบ\u{202E}fdp.exe%0D%0Aแนบ.pdf")])
        #expect(files == 1 && browser.text.contains("ใบfdp.exe แนบ.pdf"))
    }

    @Test func `what was attached is taken out again`() throws {
        try browser.answer(["act": "upload"], files: [plan(blank)])
        #expect(files == 1)
        try browser.answer(["remove": "1"])
        #expect(browser.status == 200 && files == 0)
        try browser.open("\(browser.filing)/files/1")
        #expect(browser.status == 404)
    }

    @Test func `uploads lie sealed on the disk`() throws {
        try browser.answer(["act": "upload"], files: [plan(blank)])
        for (path, bytes) in try site.bytesOnDisk() {
            #expect(bytes.firstRange(of: Array("%PDF".utf8)) == nil, "\(path)")
            #expect(bytes.firstRange(of: Array("ร้านทดสอบ".utf8)) == nil, "\(path)")
        }
    }

    private var infected: [UInt8] { blank + Array("% X5O!P%@AP EICAR".utf8) }

    @Test func `what the virus scanner knows is refused, and photos are made anew`() throws {
        let standIn = try ScannerStandIn()
        let test = try UploadTests(scanner: VirusScanner(socket: standIn.path))
        try test.browser.answer(["act": "upload"], files: [test.plan(test.infected)])
        #expect(test.browser.status == 422 && test.files == 0)
        #expect(test.browser.text.contains("plan.pdf: พบไวรัสในไฟล์นี้"))
        try test.browser.answer(["act": "upload"], files: [test.plan(test.blank)])
        try test.browser.answer(
            ["act": "upload"], files: [test.plan(Browser.photo(), name: "a.jpg")])
        #expect(test.browser.status == 200 && test.files == 2)
        #expect(standIn.looked == [test.infected.count, test.blank.count])
    }

    @Test func `while the virus scanner does not answer nothing is taken`() throws {
        let test = try UploadTests(scanner: VirusScanner(socket: "/nowhere/clamd.ctl"))
        try test.browser.answer(["act": "upload"], files: [test.plan(test.blank)])
        #expect(test.browser.status == 503 && test.browser.header("Retry-After") == "60")
        #expect(test.browser.text.contains("ขณะนี้ระบบตรวจไวรัสไม่ตอบ") && test.files == 0)
        #expect(test.browser.place == "documents")
    }

    @Test(arguments: [1, 500, 60_000])
    func `a photo that is cut off is refused with what to do`(count: Int) throws {
        try browser.answer(
            ["act": "upload"],
            files: [plan(Array(Browser.photo().prefix(count)), name: "a.jpg")])
        #expect(browser.status == 422 && browser.text.contains("a.jpg: ") && files == 0)
    }
}
