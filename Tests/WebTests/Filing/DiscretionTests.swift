import Entries
import Events
import Rules
import TestSupport
import Testing
import Workflow

/// Who complains may ask that few read it, and need not give a name.
@Suite struct DiscretionTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        try site.appoint()
        browser = site.browser()
    }

    @Test func `a complaint without a name holds none, and is followed by code and password`()
        throws
    {
        try browser.begin("complaint")
        try browser.goOn(until: "petitioner")
        #expect(browser.text.contains("ไม่เปิดเผยชื่อ"))
        try browser.answer(["anonymous": "yes", "preference": "electronic", "given": "สมศรี"])
        #expect(browser.place == "check" && browser.text.contains("ไม่เปิดเผย"))
        #expect(!browser.text.contains("สมศรี"))
        try browser.goOn()
        let number = browser.filedNumber
        let data = try #require(try site.submitted(number))
        #expect(data.isAnonymous && data.tracking == .code)
        #expect(data.identityLevel == .unproven)
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.petitioner == nil && file.account == nil)
        let password = try #require(try GuestPasswords(site.office.office).password(of: number))
        #expect(browser.text.contains(password.display))
        let later = site.browser()
        try later.open("track/code")
        try later.submit(
            "track/code", ["code": file.trackingCode ?? "", "password": password.display])
        #expect(later.status == 200 && later.path == "/test/cases/\(number)")
        try later.open("cases/\(number)/sheet.pdf")
        #expect(try site.pdfText(later.page?.body ?? []).contains("ไม่ประสงค์ออกนาม"))
    }

    @Test func `who asks for it is read by few, and the category is sealed`() throws {
        try browser.register(.somchai)
        try browser.begin("grievance")
        try browser.goOn(until: "petitioner")
        #expect(browser.text.contains("ขอให้ปกปิดเรื่องนี้"))
        // Whoever is logged in has a name.
        #expect(!browser.text.contains("name=\"anonymous\""))
        try browser.answer(["confidential": "yes", "anonymous": "yes", "preference": "electronic"])
        #expect(browser.text.contains("การปกปิด"))
        // What was ticked is kept when the page is opened again.
        try browser.open("\(browser.filing)/petitioner?from=check")
        #expect(browser.text.contains("checked"))
        try browser.answer(["confidential": "yes", "preference": "electronic"])
        try browser.goOn()
        let data = try #require(try site.submitted(browser.filedNumber))
        #expect(data.isConfidential && data.category == nil && !data.isAnonymous)
        let file = try #require(try site.office.office.file(of: browser.filedNumber))
        #expect(file.petitioner?.givenName == "สมชาย")
    }

    @Test func `of corruption it is said that it is confidential anyhow`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "petitioner", ["category": ["category": "corruption"]])
        #expect(browser.text.contains("เรื่องประเภทนี้ปกปิดเสมอ"))
        #expect(!browser.text.contains("name=\"confidential\""))
        try browser.goOn()
        #expect(try #require(try site.submitted(browser.filedNumber)).isConfidential)
    }

    @Test func `a service is asked for by name`() throws {
        try browser.begin("waste-bin")
        try browser.goOn(until: "petitioner")
        #expect(!browser.text.contains("name=\"anonymous\""))
        #expect(!browser.text.contains("name=\"confidential\""))
        try browser.answer(["anonymous": "yes", "preference": "electronic"])
        #expect(browser.status == 422)
    }
}
