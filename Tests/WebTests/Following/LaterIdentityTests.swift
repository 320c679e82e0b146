import Entries
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// A permit that is applied for before its applicant is known for sure.
@Suite struct LaterIdentityTests {
    private let site: WebSite
    private let citizen: Browser
    private let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        citizen = site.browser()
        try citizen.register(.somchai)
        try citizen.open("services/food-place/form.pdf")
        let plan = citizen.page?.body ?? []
        try citizen.begin("food-place")
        try citizen.goOn(
            until: "documents",
            [
                "form-applicant": ["applicant-kind": "person", "business": "ร้านทดสอบ"],
                "form-place": ["place": "ตลาด"],
            ])
        try citizen.answer(
            files: [.init(field: "plan", name: "plan.pdf", type: "application/pdf", bytes: plan)])
        try citizen.goOn()
        number = citizen.filedNumber
    }

    private func issue() throws {
        try site.take(number, .start(.init()))
        var document = IssuedDocument()
        document.title = "ใบอนุญาตทดสอบ"
        try site.take(
            number, .issueDocument(.init(number: "1/2569", kind: .licence)),
            [PlainSection(document)])
    }

    private func complete() throws {
        try site.take(
            number, .complete(.init(outcome: "granted")),
            [PlainSection(CaseResult(text: "อนุญาตแล้ว"))])
    }

    private func verify() throws {
        try citizen.open("account/identity")
        try citizen.submit(
            "account/identity",
            files: [
                .photo("photo-card", try Photo.card(0.1)),
                .photo("photo-person", try Photo.card(0.9)),
            ])
        let account = try #require(try site.accountEvents().first).stream.name
        let checker = try site.officer("officer-7", .identityChecker)
        let address = "desk/identities/\(account)"
        try checker.open(address)
        try checker.submit(address, ["act": "verify", "number": "1999900001010"])
        #expect(checker.path == "/test/desk/identities?done=verified")
    }

    @Test func `it is completed once its applicant is verified, and that is told before`() throws {
        try issue()
        #expect(throws: WebSite.NotAccepted.self) { try complete() }
        try citizen.open("services/food-place")
        #expect(citizen.text.contains("ต้องยืนยันตัวตนก่อนหน่วยงานออกผล"))
        try citizen.open("services/venue")
        #expect(!citizen.text.contains("ต้องยืนยันตัวตนก่อนหน่วยงานออกผล"))
        try citizen.open("cases/\(number)")
        #expect(citizen.text.contains("เมื่อยืนยันตัวตนของท่านแล้ว"))
        #expect(citizen.text.contains("href=\"/test/account/identity\""))
        let officer = try site.officer("officer-1")
        let act = "desk/cases/\(number)/acts/complete"
        try officer.open(act)
        #expect(officer.text.contains("ระดับการยืนยันตัวตนถึงเกณฑ์"))
        try verify()
        try citizen.open("cases/\(number)")
        #expect(!citizen.text.contains("เมื่อยืนยันตัวตนของท่านแล้ว"))
        try officer.open(act)
        #expect(officer.status == 200 && !officer.text.contains("ระดับการยืนยันตัวตนถึงเกณฑ์"))
        try complete()
        #expect(try site.names(of: number).last == "completed")
    }
}
