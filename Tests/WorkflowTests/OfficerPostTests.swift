import Channels
import Entries
import EventLog
import Events
import Rules
import Testing
import Vault
import Workflow

/// What officers are told by e-mail, and what not.
@Suite struct OfficerPostTests {
    private let mailbox: Mailbox

    init() throws {
        mailbox = try Mailbox()
        try appoint("works-1", department: "works", email: "works-1@example.org")
        try appoint("works-2", department: "works", email: "works-2@example.org")
        try appoint("silent-1", department: "works", email: nil)
    }

    private func appoint(_ id: String, department: String, email: String?) throws {
        let event = OfficeEvent.OfficerAppointed(
            officer: id, roles: [.handler], department: department)
        let identity = Identity(givenName: "ใจดี", familyName: "ทดสอบ", email: email)
        try perform(.officerAppointed(event), [PlainSection(identity)])
    }

    private func perform(_ event: OfficeEvent, _ sections: [PlainSection] = []) throws {
        let draft = mailbox.test.draft(
            .office(OfficeCommand(event)), by: .system, sections: sections)
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    /// Who was told what since the post was started, but for the petitioner.
    private func told() throws -> [String] {
        try mailbox.post.runOnce()
        return try mailbox.post.messages().reversed().filter { $0.row.message.role != "citizen" }
            .map { "\($0.recipient) \($0.notice.rawValue)" }
    }

    private func assigned(to officer: String) throws -> String {
        let number = try mailbox.file(email: nil)
        try mailbox.take(number, .receive(.init()))
        try mailbox.take(number, .assign(.init(officer: officer)))
        return number
    }

    @Test func `an officer is told of a case that was given to him, by its number alone`() throws {
        let number = try assigned(to: "works-1")
        #expect(try told() == ["works-1@example.org officer-assigned"])
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.letter.subject.contains(number))
        #expect(!message.letter.text.contains("สมชาย") && !message.letter.text.contains("ไฟถนนดับ"))
        #expect(!message.letter.text.contains("http"))
        #expect(try mailbox.notified(StreamName(.petition, number)).isEmpty)
        #expect(try told().count == 1, "once")
    }

    @Test func `nobody is told who does not want it, has no address, or did it himself`() throws {
        try perform(.officerNoticesSet(.init(officer: "works-1")))
        _ = try assigned(to: "works-1")
        _ = try assigned(to: "silent-1")
        #expect(try told() == [])
        let number = try mailbox.file(email: nil)
        try mailbox.take(number, .receive(.init()))
        let own = Actor(.officer, id: "works-2", roles: [.handler], department: "works")
        let claim = mailbox.test.draft(.petition(number: number, .claim), by: own)
        _ = mailbox.test.port.perform(claim)
        #expect(try told() == [])
    }

    @Test func `who stands in is told as well, on the days that were set`() throws {
        let day = CivilDate(year: 2026, month: 3, day: 2)
        try perform(
            .substituteSet(
                .init(officer: "works-1", substitute: "works-2", from: day, until: day)))
        _ = try assigned(to: "works-1")
        #expect(
            try told() == [
                "works-1@example.org officer-assigned", "works-2@example.org officer-assigned",
            ])
        mailbox.test.clock.advance(milliseconds: 86_400_000)
        _ = try assigned(to: "works-1")
        #expect(try told().count == 3)
    }

    @Test func `new work in the department is told to those who asked for it`() throws {
        try perform(.officerNoticesSet(.init(officer: "works-2", notices: [.department])))
        let number = try mailbox.file(email: nil)
        try mailbox.take(number, .receive(.init()))
        _ = try told()
        let reason = PlainSection(Reason(text: "อยู่ในหน้าที่ของกองช่าง"))
        var forward = mailbox.test.take(number, .forward(.init(to: "works")))
        forward.sections = [reason]
        _ = try mailbox.test.accepted(mailbox.test.port.perform(forward))
        #expect(try told().last == "works-2@example.org officer-department")
    }

    @Test func `an address that changes is the one that is written to`() throws {
        let change = OfficeEvent.OfficerChanged(officer: "works-1", roles: [.handler])
        let identity = Identity(givenName: "ใจดี", familyName: "ทดสอบ", email: "new@example.org")
        try perform(.officerChanged(change), [PlainSection(identity)])
        _ = try assigned(to: "works-1")
        #expect(try told() == ["new@example.org officer-assigned"])
    }

    @Test func `a forgotten password goes by a code to the officer's address, and is confirmed`()
        throws
    {
        let resets = try PasswordResets(
            mailbox.test.office, port: mailbox.test.port, codes: mailbox.post.codes)
        let now = mailbox.test.clock.now()
        let person = PasswordResets.Person(typed: "works-1", officer: "works-1")
        guard case .sent(let shown) = try resets.ask(person, at: now) else {
            Issue.record("not sent")
            return
        }
        #expect(shown.manner == .code)
        #expect(try told() == ["works-1@example.org reset-code"])
        let text = try #require(try mailbox.post.messages().first).letter.text
        let code = String(try #require(text.firstMatch(of: #/รหัส (\d{6}) /#)).output.1)
        #expect(try resets.finish("000 00x", of: person, passwordHash: "h", at: now) != .done)
        #expect(try resets.finish(code, of: person, passwordHash: "h", at: now) == .done)
        let account = OfficerLogin.account(of: "works-1")
        #expect(try Accounts(mailbox.test.office.vault).passwordHash(of: account) == "h")
        #expect(try told().last == "works-1@example.org password-reset")
        #expect(try resets.finish(code, of: person, passwordHash: "i", at: now) == .dead)
    }

    @Test func `an officer types a code even where citizens follow a link`() throws {
        try mailbox.set(
            .messagingPolicySet(.init(areLinksAllowed: true)),
            .registrationPolicySet(.init(reset: .link, resetMinutes: 10)))
        let resets = try PasswordResets(
            mailbox.test.office, port: mailbox.test.port, codes: mailbox.post.codes)
        for officer in ["works-1", nil] {
            let person = PasswordResets.Person(typed: officer ?? "nobody-1", officer: officer)
            guard case .sent(let shown) = try resets.ask(person, at: mailbox.test.clock.now())
            else {
                Issue.record("not sent")
                return
            }
            #expect(shown.manner == .code)
        }
    }
}
