import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Who asks what the office holds about one is answered within thirty days, with all of it.
@Suite struct AccessRequestTests {
    private let site: WebSite
    private let citizen: Browser
    private let account: String
    private static let day = 86_400

    init() throws {
        site = try WebSite()
        try site.appoint()
        citizen = site.browser()
        try citizen.register(.somchai)
        _ = try citizen.file(
            "complaint", ["form-place": ["latitude": "16.802", "longitude": "100.42"]])
        account = try #require(try site.accountEvents().first).stream.name
    }

    private func ask() throws {
        try citizen.open("account/access")
        try citizen.submit("account/access", [:])
        #expect(citizen.path == "/test/account/access?done=access")
    }

    @Test func `a request is seen, answered with everything, and downloaded by its person`() throws
    {
        try ask()
        #expect(citizen.text.contains("ต้องตอบภายใน"))
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/privacy?lang=en")
        #expect(dpo.text.contains(account) && dpo.text.contains("to be answered"))
        #expect(!dpo.text.contains(Citizen.somchai.given))
        let page = "desk/access/\(account)"
        try dpo.open(page)
        #expect(dpo.text.contains(Citizen.somchai.given))
        guard case .account(.viewed(let viewed))? = try site.accountEvents().last?.event else {
            throw Unseen()
        }
        #expect(viewed.purpose == "access")
        try dpo.submit(page, [:])
        #expect(dpo.status == 422)
        try dpo.submit(page, ["answer": "granted"])
        #expect(dpo.path == "/test/desk/privacy?done=answered")
        try citizen.open("account/access")
        #expect(citizen.text.contains("หน่วยงานตอบเมื่อ"))
        let answer = try citizen.open("account/access/answer.zip")
        #expect(answer.status == 200)
        #expect(answer.body.starts(with: Array("PK".utf8)))
        for name in ["my-data.json", "my-data.pdf", "case.json"] {
            #expect(answer.body.firstRange(of: Array(name.utf8)) != nil, "\(name)")
        }
        // What was handed out is not handed out again, one in the other.
        let again = try citizen.open("account/data.zip")
        #expect(again.status == 200)
        #expect(again.body.firstRange(of: Array("my-data.zip".utf8)) == nil)
        #expect(try site.office.office.accessRequests().first?.answer == .granted)
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `what is not answered in time is overdue at the desk and for the person`() throws {
        try ask()
        site.clock.advance(seconds: 30 * Self.day)
        let today = site.clock.now().local.date
        #expect(try site.office.office.accessRequests().first?.isOverdue(on: today) == false)
        site.clock.advance(seconds: Self.day)
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/privacy?lang=en")
        #expect(dpo.text.contains("overdue, "))
        try citizen.logIn(.somchai)
        try citizen.open("account/access")
        #expect(citizen.text.contains("เลยกำหนดแล้ว"))
    }

    @Test func `a refusal says why, and one may ask again`() throws {
        try ask()
        let dpo = try site.officer("officer-8", .dpo)
        let page = "desk/access/\(account)"
        try dpo.open(page)
        try dpo.submit(page, ["answer": "refused"])
        #expect(dpo.status == 422)
        try dpo.submit(page, ["answer": "refused", "reason": "กระทบสิทธิของผู้อื่น"])
        #expect(dpo.path == "/test/desk/privacy?done=answered")
        try citizen.open("account/access")
        #expect(citizen.text.contains("กระทบสิทธิของผู้อื่น"))
        try citizen.open("account/access/answer.zip")
        #expect(citizen.status == 404)
        try ask()
        #expect(try site.office.office.accessRequests().first?.answer == nil)
    }

    @Test func `a request from the counter is entered once`() throws {
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/privacy")
        try dpo.submit("desk/access", ["account": account])
        #expect(dpo.path == "/test/desk/access/\(account)")
        try dpo.open("desk/privacy")
        try dpo.submit("desk/access", ["account": account])
        #expect(dpo.path == "/test/desk/access/\(account)")
        let asked = try site.accountEvents().filter { recorded in
            if case .account(.accessRequested) = recorded.event { true } else { false }
        }
        #expect(asked.count == 1)
        try dpo.open("desk/privacy")
        try dpo.submit("desk/access", ["account": "nobody"])
        #expect(dpo.status == 404)
    }

    private struct Unseen: Error {}
}
