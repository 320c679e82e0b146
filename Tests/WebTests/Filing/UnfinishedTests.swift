import Events
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Filings that are interrupted, repeated, or gone on with elsewhere.
@Suite struct UnfinishedTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    @Test func `a filing is gone on with in another browser`() throws {
        try browser.register(.somchai)
        try browser.begin("complaint")
        try browser.goOn(until: "documents")
        let phone = site.browser()
        try phone.logIn(.somchai)
        try phone.open("cases")
        #expect(phone.text.contains("เรื่องที่ยังไม่ได้ส่ง") && phone.text.contains("ถนนเป็นหลุม"))
        try phone.open(browser.filing)
        #expect(phone.place == "documents")
        try phone.goOn()
        #expect(try site.petitions() == 1)
        try phone.open("cases")
        #expect(!phone.text.contains("เรื่องที่ยังไม่ได้ส่ง"))
    }

    @Test func `a filing that is not wanted is removed`() throws {
        try browser.register(.somchai)
        try browser.begin("complaint")
        let filing = browser.filing
        try browser.open("cases")
        #expect(browser.text.contains("href=\"/test/\(filing)/remove\""))
        try browser.open("\(filing)/remove")
        #expect(browser.text.contains("เรียกคืนไม่ได้"))
        // Looking at the question removes nothing.
        try browser.open("cases")
        #expect(browser.text.contains("เรื่องที่ยังไม่ได้ส่ง"))
        try browser.open("\(filing)/remove")
        try browser.submit("\(filing)/remove")
        #expect(browser.path == "/test/cases?done=removed")
        #expect(browser.text.contains("ลบเรื่องที่ยังไม่ได้ส่งแล้ว"))
        try browser.open("cases")
        #expect(!browser.text.contains("เรื่องที่ยังไม่ได้ส่ง"))
        try browser.open("\(filing)/check")
        #expect(browser.status == 404 && browser.text.contains("ไม่มีเรื่องที่กรอกค้างไว้"))
    }

    @Test func `what a guest has begun is led to from where one begins, also after a restart`()
        throws
    {
        try browser.begin("complaint")
        try browser.goOn(until: "documents")
        let filing = browser.filing
        browser.restart()
        for page in ["", "services", "services/grievance"] {
            try browser.open(page)
            #expect(browser.text.contains("เรื่องที่ยังไม่ได้ส่ง"), "\(page)")
            #expect(browser.text.contains("href=\"/test/\(filing)\""), "\(page)")
        }
        let other = site.browser()
        try other.open("services")
        #expect(!other.text.contains("เรื่องที่ยังไม่ได้ส่ง"))
        try browser.open(filing)
        try browser.goOn()
        try browser.open("services")
        #expect(!browser.text.contains("เรื่องที่ยังไม่ได้ส่ง"))
    }

    @Test func `a guest throws away what was begun`() throws {
        try browser.begin("complaint")
        let filing = browser.filing
        try browser.open("\(filing)/remove")
        try browser.submit("\(filing)/remove")
        #expect(browser.path == "/test/services?done=removed")
        #expect(browser.text.contains("ลบเรื่องที่ยังไม่ได้ส่งแล้ว"))
        #expect(!browser.text.contains(filing))
    }

    @Test func `the header leads to the login and back into the filing`() throws {
        let other = site.browser()
        try other.register(.somchai)
        try browser.begin("complaint")
        try browser.goOn(until: "form-place")
        let here = browser.path
        let next = here.replacing("/", with: "%2F")
        #expect(browser.text.contains("/test/login?next=\(next)"))
        #expect(browser.text.contains("/test/register?next=\(next)"))
        try browser.open("/test/login?next=\(next)")
        try browser.submit(
            "login", ["who": Citizen.somchai.number, "password": Citizen.somchai.password])
        #expect(browser.path == here)
        // A form that is shown again leads back as well.
        try browser.answer(["latitude": "ไกล"])
        #expect(browser.status == 422)
    }

    @Test func `petitions come first, and many drafts are folded`() throws {
        try browser.register(.somchai)
        let number = try browser.file()
        for _ in 0..<4 { try browser.begin("grievance") }
        try browser.open("cases")
        let text = browser.text
        let filed = try #require(text.firstRange(of: number))
        let drafts = try #require(text.firstRange(of: "เรื่องที่ยังไม่ได้ส่ง"))
        #expect(filed.lowerBound < drafts.lowerBound)
        #expect(text.contains("เรื่องที่ส่งแล้ว") && text.contains("ดูทั้งหมด 4 เรื่อง"))
    }

    @Test func `who logs in in the middle goes on under the account`() throws {
        let other = site.browser()
        try other.register(.somchai)
        try browser.begin("complaint")
        try browser.goOn(until: "documents")
        let filing = browser.filing
        try browser.logIn(.somchai)
        try browser.open(filing)
        #expect(browser.place == "documents")
        try browser.goOn()
        let file = try #require(try site.office.office.file(of: browser.filedNumber))
        #expect(file.account != nil && file.petitioner?.givenName == "สมชาย")
        let guest = site.browser()
        try guest.open(filing)
        #expect(guest.status == 404)
    }

    @Test func `a tab that is behind overwrites nothing`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "form-details")
        let tab = browser.copy()
        try browser.answer(["subject": "ใหม่", "details": "ใหม่"])
        try tab.answer(["subject": "เก่า", "details": "เก่า"])
        #expect(tab.status == 422 && tab.text.contains("มีการแก้ไขจากอีกหน้าต่างหนึ่ง"))
        #expect(tab.text.contains("value=\"เก่า\""))
        try tab.open("\(tab.filing)/form-details")
        #expect(tab.text.contains("value=\"ใหม่\""))
    }

    @Test func `a tab that shows old answers does not send new ones`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        let tab = browser.copy()
        try browser.open("\(browser.filing)/form-details?from=check")
        try browser.answer(["subject": "ใหม่", "details": "ใหม่"])
        try tab.answer(["terms": "yes"])
        #expect(try tab.status == 422 && site.petitions() == 0)
        #expect(tab.text.contains("ใหม่"))
        try tab.answer(["terms": "yes"])
        #expect(!tab.filedNumber.isEmpty)
    }

    @Test(arguments: [false, true])
    func `a petition that is sent twice is one, and both see its number`(isCitizen: Bool) throws {
        if isCitizen { try browser.register(.somchai) }
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        let tab = browser.copy()
        try browser.goOn()
        try tab.goOn()
        #expect(!browser.filedNumber.isEmpty && browser.filedNumber == tab.filedNumber)
        #expect(try tab.status == 200 && site.petitions() == 1)
    }

    @Test func `a petition that is sent twice at once is one`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        let numbers = Monitor<[String]>([])
        let port = site.port
        let path = browser.path
        let body = try browser.formBody(["terms": "yes"])
        let cookies = browser.cookieField
        let threads = (0..<4).map { _ in
            WorkerThread {
                let answer = try? Client.ask(
                    """
                    POST \(path) HTTP/1.1\r\nHost: test.example\r\nConnection: close\r\n\
                    Cookie: \(cookies)\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                    Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                    """, port: port)
                let said = answer.map { "\($0.status) \($0["Location"] ?? "")" } ?? "no answer"
                numbers.with { $0.append(said) }
            }
        }
        for thread in threads { thread.join() }
        let said = Set(numbers.with { $0 })
        #expect(said.count == 1 && said.first?.hasPrefix("303 /test/cases/TS") == true, "\(said)")
        #expect(try site.petitions() == 1)
    }

    @Test func `back after filing leads to what was filed, for nobody else`() throws {
        try browser.begin("complaint")
        try browser.goOn(until: "check")
        let filing = browser.filing
        try browser.goOn()
        let number = browser.filedNumber
        try browser.open("\(filing)/form-details")
        #expect(browser.path == "/test/cases/\(number)/filed")
        let other = site.browser()
        try other.open("\(filing)/form-details")
        #expect(other.status == 404 && !other.text.contains(number))
    }

    @Test func `nobody keeps more begun than there is room for, and hears why`() throws {
        try browser.register(.somchai)
        for _ in 0..<20 { try browser.begin("complaint") }
        try browser.begin("complaint")
        #expect(browser.status == 422 && browser.text.contains("ส่งหรือลบเรื่องที่ค้างไว้ก่อน"))
    }
}
