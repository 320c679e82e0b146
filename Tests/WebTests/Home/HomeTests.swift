import Entries
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Web
import Workflow

@Suite struct HomeTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    @Test func `the first page leads to all that people come for, in both languages`() throws {
        try browser.open("")
        for words in [
            "เทศบาลตำบลทดสอบ", "ลงทะเบียน", "เข้าสู่ระบบ", "แจ้งคำร้อง/ร้องเรียน", "ตรวจสอบผลดำเนินการ",
            "ประเมินความพึงพอใจ", "วิธีการใช้งาน",
        ] {
            #expect(browser.count(words) > 0, "\(words)")
        }
        try browser.open("?lang=en")
        #expect(browser.count("Test Municipality") > 0)
        #expect(browser.count("lang=\"en\"") > 0)
        // The choice stays.
        try browser.open("help")
        #expect(browser.count("How to register") > 0)
        try browser.open("?lang=th")
        #expect(browser.count("แจ้งคำร้อง/ร้องเรียน") > 0)
    }

    @Test func `the help shows a QR code that leads to the entry page`() throws {
        try browser.open("help")
        #expect(browser.count("qr.svg") == 1)
        let answer = try browser.open("qr.svg")
        #expect(answer.status == 200)
        #expect(answer["content-type"] == "image/svg+xml")
        #expect(answer.text.hasPrefix("<svg"))
    }

    @Test func `the menus are those that the office has set`() throws {
        let item = MenuItem(
            code: "x", label: LocalText("ของเราเอง", english: "Our own"),
            items: [
                MenuItem(code: "a", label: LocalText("ร้องทุกข์ด่วน"), target: "grievance"),
                MenuItem(code: "b", label: LocalText("ไม่รู้จัก"), target: "no-such-page"),
            ])
        try site.set(.menuSet(OfficeEvent.MenuSet(items: [item])))
        try browser.open("")
        #expect(browser.count("ของเราเอง") == 1)
        #expect(browser.count("/test/services/grievance") == 1)
        #expect(browser.count("ไม่รู้จัก") == 0)
        #expect(browser.count("บริการออนไลน์</summary>") == 0)
    }

    @Test func `news stands there until its day, and nothing in it is markup`() throws {
        let today = site.clock.now().local.date
        let tomorrow = CivilDate(dayNumber: today.dayNumber + 1)
        try site.set(
            .newsPublished(
                .init(
                    news: "n1", title: LocalText("น้ำประปาหยุดไหล <b>"), body: LocalText("ซ่อมท่อ"),
                    until: tomorrow)))
        try browser.open("")
        #expect(browser.count("น้ำประปาหยุดไหล &lt;b&gt;") == 1)
        try browser.open("news/n1")
        #expect(browser.count("ซ่อมท่อ") == 1)
        #expect(try browser.open("news/n2").status == 404)
        site.clock.advance(seconds: 3 * 86_400)
        try browser.open("")
        #expect(browser.count("น้ำประปาหยุดไหล") == 0)
    }

    @Test func `a service that is announced and not open yet stands there as coming soon`() throws {
        try site.set(.serviceAnnounced(.init(service: "market", isSoon: true)))
        try browser.open("")
        #expect(browser.count("เร็ว ๆ นี้") == 1)
        #expect(browser.count("ขออนุญาตจัดตั้งตลาด") == 1)
        try browser.open("services")
        #expect(browser.count("ขออนุญาตจัดตั้งตลาด") == 0)
        #expect(try browser.open("services/market").status == 404)
    }

    @Test func `an office that is not there is not found, and says so in a page`() throws {
        let stranger = Browser(port: site.port, root: "/nowhere")
        try stranger.open("")
        #expect(stranger.status == 404)
        #expect(stranger.count("ไม่พบหน้านี้") > 0)
    }

    @Test func `the messages of an office of real people are on no page`() throws {
        try site.office.beginPost(.shown)
        #expect(try browser.open("messages").status == 404)
    }
}
