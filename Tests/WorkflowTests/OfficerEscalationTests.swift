import Channels
import Entries
import Events
import Rules
import Testing
import Workflow

/// Who hears of a late case by e-mail.
@Suite struct OfficerEscalationTests {
    private let mailbox: Mailbox
    private static let heads: [(id: String, unit: String?)] = [
        ("head-works", "works"), ("head-clerk", "clerk"),
    ]

    init() throws {
        mailbox = try Mailbox()
        for head in Self.heads { try appoint(head.id, [.head], head.unit) }
        try appoint("handler-1", [.handler], "clerk")
        try appoint("handler-2", [.handler], "clerk")
        try appoint("deputy", [.handler], "clerk")
        try appoint("town-clerk", [.clerk], nil)
    }

    private func appoint(_ id: String, _ roles: [Role], _ unit: String?) throws {
        try perform(
            .officerAppointed(.init(officer: id, roles: roles, department: unit)),
            [PlainSection(Identity(givenName: "ใจดี", email: "\(id)@example.org"))])
    }

    private func perform(_ event: OfficeEvent, _ sections: [PlainSection] = []) throws {
        let draft = mailbox.test.draft(
            .office(OfficeCommand(event)), by: .system, sections: sections)
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    /// What the watch over the deadlines writes down of a case, days after it was filed.
    private func escalate(_ number: String, _ clock: String, rung: Int, days: Int) throws {
        mailbox.test.clock.advance(milliseconds: days * 86_400_000)
        let draft = mailbox.test.draft(
            .petition(number: number, .escalate(.init(clock: clock, rung: rung))), by: .system)
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    /// Who has been told of an escalation since the post was started.
    private func told() throws -> [String] {
        try mailbox.post.runOnce()
        return try mailbox.post.messages().reversed().filter { $0.notice == .officerEscalated }
            .map { String($0.recipient.prefix { $0 != "@" }) }
    }

    @Test func `a late case comes before the head of its unit, and whoever stands in`() throws {
        let number = try mailbox.file(email: nil)
        let day = CivilDate(year: 2026, month: 1, day: 1)
        let end = CivilDate(year: 2027, month: 1, day: 1)
        try perform(
            .substituteSet(
                .init(officer: "head-clerk", substitute: "deputy", from: day, until: end)))
        try escalate(number, "receive", rung: 1, days: 9)
        #expect(try told() == ["head-clerk", "deputy"])
        let message = try #require(
            try mailbox.post.messages().first { $0.notice == .officerEscalated })
        let letter = try #require(message.letter)
        #expect(letter.subject.contains(number) && !letter.text.contains("ไฟถนนดับ"))
    }

    @Test func `the first rung comes before whoever has the case, the last before the top`() throws
    {
        let number = try mailbox.file(email: nil)
        try mailbox.take(number, .assign(.init(officer: "handler-1")))
        try escalate(number, "finish", rung: 1, days: 14)
        #expect(try told() == ["handler-1"])
        try escalate(number, "finish", rung: 3, days: 14)
        #expect(try told() == ["handler-1", "town-clerk"])
    }

    @Test func `with nobody yet, it comes before all who work in the unit`() throws {
        let number = try mailbox.file(email: nil)
        try perform(.officerNoticesSet(.init(officer: "handler-2", notices: [.assigned])))
        try escalate(number, "finish", rung: 1, days: 14)
        #expect(try told() == ["deputy", "handler-1"])
    }

    @Test func `who stands in hears of new work in the unit too`() throws {
        try perform(.officerNoticesSet(.init(officer: "handler-1", notices: [.department])))
        try perform(.officerNoticesSet(.init(officer: "deputy", notices: [.department])))
        try perform(
            .substituteSet(
                .init(
                    officer: "handler-1", substitute: "head-works",
                    from: CivilDate(year: 2026, month: 1, day: 1),
                    until: CivilDate(year: 2027, month: 1, day: 1))))
        try perform(.officerNoticesSet(.init(officer: "head-works", notices: [.department])))
        _ = try mailbox.file(email: nil)
        try mailbox.post.runOnce()
        let heard = try mailbox.post.messages().reversed()
            .filter { $0.notice == .officerDepartment }
            .map { String($0.recipient.prefix { $0 != "@" }) }
        #expect(heard == ["deputy", "handler-1", "head-works"])
    }
}
