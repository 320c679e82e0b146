import Entries
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Workflow

/// Which services may be filed, by whom.
@Suite struct ServiceTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    private func begin(_ service: String) throws {
        try browser.post(
            "filings", ["form": try browser.formToken("track"), "service": service])
    }

    private func define(
        _ code: String, soon: Bool = false, _ change: (inout ServiceDefinition) -> Void
    ) throws {
        var service = try #require(try site.office.settings().value.definition(of: "venue"))
        service.code = code
        service.version = 1
        service.name = LocalText("บริการ-\(code)")
        change(&service)
        try site.set(.serviceDefined(.init(definition: service)))
        try site.set(.serviceAnnounced(.init(service: code, isSoon: soon)))
    }

    @Test func `a service that is withdrawn or comes soon is neither listed nor begun`() throws {
        try define("soon", soon: true) { _ in }
        try site.set(.serviceWithdrawn(.init(service: "venue")))
        for service in ["venue", "soon", "none"] {
            try browser.open("services/\(service)")
            #expect(browser.status == 404, "\(service)")
            try begin(service)
            #expect(browser.status == 404, "\(service)")
        }
        try browser.open("services")
        #expect(!browser.text.contains("services/venue\"") && !browser.text.contains("บริการ-soon"))
    }

    @Test func `what the law wants done in person has no way in`() throws {
        try define("person") { $0.isInPersonOnly = true }
        try browser.open("services/person")
        #expect(browser.text.contains("กฎหมายกำหนดให้มาดำเนินการด้วยตนเอง"))
        #expect(!browser.text.contains("เริ่มยื่นเรื่อง"))
        try begin("person")
        #expect(browser.status == 404)
    }

    @Test func `a service for people with an account leads guests to the login and back`() throws {
        try browser.open("services/market")
        #expect(browser.text.contains("บริการนี้ต้องเข้าสู่ระบบก่อน"))
        try begin("market")
        #expect(browser.path.hasPrefix("/test/login?next="))
    }

    @Test func `a service that is withdrawn while it is filled in is refused in words`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        try site.set(.serviceWithdrawn(.init(service: "complaint")))
        try browser.goOn()
        #expect(browser.status == 422 && browser.text.contains("มีปัญหาที่ต้องแก้ไข"))
        #expect(try site.petitions() == 0)
    }

    @Test func `whoever knows no law reads which kind of petition fits`() throws {
        let grievance = "ท่านเดือดร้อนและขอให้หน่วยงานช่วยแก้"
        try browser.open("services")
        for words in [grievance, "ขอให้ตรวจสอบ", "เพื่อให้บริการหรือชุมชนดีขึ้น"] {
            #expect(browser.text.contains(words), "\(words)")
        }
        try browser.open("services/grievance")
        #expect(browser.text.contains(grievance))
        try browser.open("services/grievance?lang=en")
        #expect(browser.text.contains("Something troubles you"))
        // What the office says of its service goes before that.
        var service = try #require(try site.office.settings().value.definition(of: "grievance"))
        service.version += 1
        service.description = LocalText("แจ้งซ่อมและแจ้งเหตุเดือดร้อน")
        try site.set(.serviceDefined(.init(definition: service)))
        try browser.open("services/grievance?lang=th")
        #expect(browser.text.contains("แจ้งซ่อมและแจ้งเหตุเดือดร้อน"))
        #expect(!browser.text.contains(grievance))
    }

    @Test func `one of a kind needs no list`() throws {
        try browser.open("services/kind/complaint")
        #expect(browser.path == "/test/services/complaint")
        try browser.open("services/kind/nothing")
        #expect(browser.status == 404)
    }
}
