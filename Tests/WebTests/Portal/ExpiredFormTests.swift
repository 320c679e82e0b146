import Events
import HTTP
import TestSupport
import Testing
import Workflow

/// A form whose mark has expired, and addresses that lead nowhere.
@Suite struct ExpiredFormTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    private static let typed = ["subject": "ถนนเป็นหลุม", "details": "หลุมใหญ่ \"หน้าตลาด\""]

    /// On the page of the details, whose form another tab has made worthless by logging out.
    private func loseForm() throws -> FormFields {
        try browser.register(.somchai)
        try browser.begin("complaint")
        try browser.goOn(until: "form-details")
        var fields = try browser.fields(of: browser.path)
        for (name, value) in Self.typed { fields[name] = value }
        try browser.open("account")
        try browser.logOut()
        return fields
    }

    @Test func `what was typed comes back with a new mark, nothing having been done`() throws {
        let fields = try loseForm()
        let here = browser.locations.last { $0.contains("form-details") } ?? ""
        browser.headers["Sec-Fetch-Site"] = "same-origin"
        try browser.post(here, fields)
        #expect(browser.status == 403 && browser.text.contains("ยังไม่มีการบันทึก"))
        #expect(browser.text.contains("ถนนเป็นหลุม"))
        #expect(browser.text.contains("หลุมใหญ่ &quot;หน้าตลาด&quot;"))
        let again = try browser.fields(of: here)
        #expect(again["form"] != fields["form"] && again["subject"] == "ถนนเป็นหลุม")
        // Logged in again in another tab, it is sent from here.
        let tab = site.browser()
        for (name, value) in browser.cookies { tab.keep(name, value) }
        try tab.logIn(.somchai)
        for (name, value) in tab.cookies { browser.keep(name, value) }
        try browser.submit(here)
        #expect(browser.place == "form-place")
        try browser.goOn()
        let number = browser.filedNumber
        #expect(try site.office.office.file(of: number)?.text?.subject == "ถนนเป็นหลุม")
    }

    @Test(arguments: ["cross-site", "same-site", "none", nil] as [String?])
    func `what another site sent is made into no form of ours`(from: String?) throws {
        let fields = try loseForm()
        let here = browser.locations.last { $0.contains("form-details") } ?? ""
        browser.headers["Sec-Fetch-Site"] = from
        if from == nil { browser.headers["Origin"] = "https://evil.example" }
        try browser.post(here, fields)
        #expect(browser.status == 403 && browser.text.contains("หน้านี้หมดอายุแล้ว"))
        #expect(!browser.text.contains("ถนนเป็นหลุม"))
    }

    @Test func `nobody's password is sent back`() throws {
        browser.headers["Sec-Fetch-Site"] = "same-origin"
        var fields = FormFields()
        fields["who"] = "สมชาย ทดสอบดี"
        fields["password"] = "ความลับ ของฉัน"
        try browser.post("login", fields)
        #expect(browser.status == 403 && browser.text.contains("สมชาย ทดสอบดี"))
        #expect(!browser.text.contains("ความลับ"))
    }

    @Test func `an address that leads nowhere keeps the office and the language`() throws {
        try browser.open("nope")
        #expect(browser.status == 404 && browser.text.contains("เทศบาลตำบลทดสอบ"))
        #expect(browser.text.contains("<a href=\"/test\">ไปหน้าแรก</a>"))
        #expect(browser.text.contains("class=\"skip\""))
        try browser.open("/test/%ff?lang=en")
        #expect(browser.status == 400 && browser.text.contains("Test Municipality"))
        #expect(browser.text.contains("Start from the first page"))
        try browser.open("logout")
        #expect(browser.status == 405 && browser.text.contains("เปิดหน้านี้โดยตรงไม่ได้"))
        let nobody = Browser(port: site.port, root: "/nowhere")
        try nobody.open("")
        #expect(nobody.status == 404 && nobody.text.contains("class=\"skip\""))
    }
}
