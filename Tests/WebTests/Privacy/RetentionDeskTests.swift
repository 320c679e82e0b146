import Entries
import EventLog
import Events
import Foundation
import Rules
import Testing
import Threads
import Vault
import Workflow

/// What goes because its time is over: announced in the night, seen and held at the desk, gone.
@Suite struct RetentionDeskTests {
    private let site: WebSite
    private let citizen: Browser
    private let number: String
    private static let day = 86_400

    init() throws {
        site = try WebSite()
        try site.appoint()
        try site.set(
            .retentionSet(
                .init(
                    code: "normal", name: LocalText("ปกติ", english: "ordinary"),
                    keep: TimeSpan(amount: 90, unit: .days))))
        citizen = site.browser()
        try citizen.register(.somchai)
        number = try citizen.file(
            "complaint", ["form-place": ["latitude": "16.802", "longitude": "100.42"]])
        try site.complete(number)
    }

    private func night(after days: Int = 0) throws -> Retained {
        site.clock.advance(seconds: days * Self.day)
        try site.office.views.settle(at: try site.office.office.log.head)
        let retained = try site.office.retain(at: site.clock.now())
        _ = try site.office.forget(at: site.clock.now())
        return retained
    }

    @Test func `nothing is announced before its time, and everything before it goes`() throws {
        #expect(try night() == Retained())
        // Ninety days are kept, and thirty of them are left.
        #expect(try night(after: 60) == Retained())
        let announced = try night(after: 1)
        #expect(announced.scheduled == [number] && announced.approved == [])
        #expect(try night() == Retained(), "once")
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/retention?lang=en")
        #expect(dpo.status == 200 && dpo.text.contains(number) && dpo.text.contains("to go"))
        #expect(!dpo.text.contains(Citizen.somchai.given))
        // The petitioner reads it too.
        try citizen.logIn(.somchai)
        try citizen.open("cases/\(number)")
        #expect(citizen.text.contains("กำหนดวันลบข้อมูล"))
        #expect(try night(after: 29) == Retained())
        let key = try #require(try site.office.office.file(of: number)).petition.caseKey
        let gone = try night(after: 1)
        #expect(gone.approved == [number])
        #expect(site.office.office.vault.erasure(of: key) != nil)
        #expect(try site.names(of: number).suffix(2) == ["erasure-approved", "erased"])
        guard case .erased(let erased)? = try site.events(of: number).last else { throw Unseen() }
        #expect(erased.ground == .retention)
        #expect(try night(after: 300) == Retained())
        #expect(try site.office.office.retentionNotices(on: site.clock.now().local.date).isEmpty)
        for file in try site.bytesOnDisk()
        where file.bytes.firstRange(of: Array("รถล้มแล้วสองคัน".utf8)) != nil {
            Issue.record("what was filed stands in \(file.path)")
        }
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `a case on hold stays, with a reason that is sealed, until the hold is ended`()
        throws
    {
        #expect(try night(after: 61).scheduled == [number])
        var dpo = try site.officer("officer-8", .dpo)
        let page = "desk/retention/\(number)"
        try dpo.open(page)
        #expect(dpo.status == 200)
        try dpo.submit(page, ["act": "hold", "reason": ""])
        #expect(dpo.status == 422 && dpo.text.contains("เขียนเหตุผล"))
        try dpo.submit(page, ["act": "hold", "reason": "คดีหมายเลขดำที่ 12"])
        #expect(dpo.path == "/test/desk/retention?done=held")
        #expect(dpo.text.contains("ระงับไว้"))
        #expect(try night(after: 400) == Retained())
        #expect(try site.names(of: number).last == "erasure-held")
        let entry = try #require(try site.recorded(number).last)
        let stored = try #require(try site.office.office.log.entry(at: entry.position))
        #expect(stored.bytes.firstRange(of: Array("คดีหมายเลขดำ".utf8)) == nil)
        // Not even to the petitioner.
        try citizen.logIn(.somchai)
        try citizen.open("cases/\(number)")
        #expect(!citizen.text.contains("คดีหมายเลขดำ"))
        dpo = try site.officer("officer-8", .dpo)
        try dpo.open(page)
        try dpo.submit(page, ["act": "end", "reason": "คดีสิ้นสุด"])
        #expect(dpo.path == "/test/desk/retention?done=released")
        #expect(try night().approved == [number])
    }

    @Test func `a case is found and held before anything is announced`() throws {
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/retention?number=\(number)")
        #expect(dpo.text.contains("desk/retention/\(number)\""))
        try dpo.open("desk/retention/\(number)")
        try dpo.submit("desk/retention/\(number)", ["act": "hold", "reason": "ตรวจสอบ"])
        try dpo.open("desk/retention?lang=en")
        #expect(dpo.text.contains("on hold"))
        try dpo.open("desk/retention?number=XX1&lang=en")
        #expect(dpo.text.contains("There is no such case"))
        try dpo.open("desk/retention/XX1")
        #expect(dpo.status == 404)
        #expect(try night(after: 61).scheduled == [number])
        #expect(try night(after: 60).approved == [])
    }

    @Test func `a merged case goes after the one that it goes on under`() throws {
        let (main, other) = (try site.browser().file(), try site.browser().file())
        var merge = Draft(
            .petition(number: other, .merge(.init(into: main))), by: WebSite.officer,
            at: site.clock.now(), sections: [PlainSection(Reason(text: "เรื่องเดียวกัน"))])
        merge.otherNumber = main
        try site.perform(merge)
        try site.complete(main)
        #expect(try night(after: 61).scheduled.sorted() == [number, main].sorted())
        #expect(try night(after: 30).approved.sorted() == [number, main].sorted())
        #expect(try night().scheduled == [other])
    }

    private struct Unseen: Error {}
}
