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
        let number = try mailbox.file(email: nil, department: "works")
        try mailbox.take(number, .receive(.init()))
        try mailbox.take(number, .assign(.init(officer: officer)))
        return number
    }

    @Test func `an officer is told of a case that was given to him, by its number alone`() throws {
        let number = try assigned(to: "works-1")
        #expect(try told() == ["works-1@example.org officer-assigned"])
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.letter?.subject.contains(number) == true)
        #expect(!message.text.contains("สมชาย") && !message.text.contains("ไฟถนนดับ"))
        #expect(!message.text.contains("http"))
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

    /// What the petitioner does with the case.
    private func petitioner(
        _ number: String, _ command: PetitionCommand, _ sections: [PlainSection]
    ) throws {
        var draft = mailbox.test.draft(
            .petition(number: number, command), by: .guest("guest"), sections: sections)
        draft.isOwnerProven = true
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    /// What an officer does with the case.
    private func officer(
        _ id: String, _ number: String, _ command: PetitionCommand, _ sections: [PlainSection] = []
    ) throws {
        let actor = Actor(.officer, id: id, roles: [.handler], department: "works")
        let draft = mailbox.test.draft(
            .petition(number: number, command), by: actor, sections: sections)
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
    }

    private func finished(by id: String) throws -> String {
        let number = try assigned(to: id)
        try officer(id, number, .start(.init()))
        try officer(id, number, .answer(.init()), [PlainSection(Message(text: "กำลังซ่อม"))])
        let result = PlainSection(CaseResult(text: "ซ่อมแล้ว"))
        try officer(id, number, .complete(.init(outcome: "solved")), [result])
        return number
    }

    @Test func `who has a case is told of what its petitioner sends, by its number alone`() throws {
        let number = try assigned(to: "works-1")
        let unowned = try mailbox.file(email: nil)
        _ = try told()
        let message = PlainSection(Message(text: "หลุมกว้างขึ้นแล้ว"))
        for number in [number, unowned] {
            try petitioner(number, .message(.init(channel: .web)), [message])
        }
        #expect(try told().dropFirst() == ["works-1@example.org officer-petitioner"])
        let letter = try #require(try mailbox.post.messages().first?.letter)
        #expect(letter.subject.contains(number) && !letter.text.contains("หลุมกว้างขึ้น"))
        #expect(!letter.text.contains("http") && letter.text.contains("ท่าน"))
        let defects = PlainSection(Defects(items: [Defect(text: "ขอภาพถ่าย")]))
        try officer("works-1", number, .askCorrection(.init(items: 1)), [defects])
        try petitioner(number, .correct(.init()), [message])
        #expect(try told().count { $0 == "works-1@example.org officer-petitioner" } == 2)
        // Whoever stands in hears of it, and whoever brought it to the desk himself does not.
        let day = CivilDate(year: 2026, month: 3, day: 2)
        try perform(
            .substituteSet(
                .init(officer: "works-1", substitute: "works-2", from: day, until: day)))
        let before = try told().count
        try officer("works-1", number, .message(.init(channel: .phone)), [message])
        #expect(try told().dropFirst(before) == ["works-2@example.org officer-petitioner"])
    }

    @Test func `who had a case is told that it is open again, else who works in its unit`() throws {
        try perform(.officerNoticesSet(.init(officer: "works-2", notices: [.department])))
        let number = try finished(by: "works-1")
        let before = try told().count
        let reason = [PlainSection(Reason(text: "ยังมีน้ำขัง"))]
        try petitioner(number, .reopen(.init(ground: .petitioner)), reason)
        #expect(try told().dropFirst(before) == ["works-1@example.org officer-reopened"])
        #expect(try told().count == before + 1, "once")
        let left = try finished(by: "works-1")
        try officer("works-1", left, .release)
        let earlier = try told().count
        try petitioner(left, .reopen(.init(ground: .petitioner)), reason)
        #expect(try told().dropFirst(earlier) == ["works-2@example.org officer-department"])
    }

    @Test func `who has a case is told that its petitioner withdraws it`() throws {
        let number = try assigned(to: "works-1")
        let other = try assigned(to: "works-2")
        try perform(
            .officerNoticesSet(.init(officer: "works-2", notices: [.assigned, .petitioner])))
        let before = try told().count
        for number in [number, other] { try petitioner(number, .withdraw(.init()), []) }
        #expect(try told().dropFirst(before) == ["works-1@example.org officer-withdrawn"])
        let letter = try #require(try mailbox.post.messages().first?.letter)
        #expect(letter.subject.contains(number) && !letter.text.contains("http"))
        // Whoever enters it himself knows.
        let counter = try assigned(to: "works-1")
        let earlier = try told().count
        try officer(
            "works-1", counter, .withdraw(.init(channel: .phone)),
            [PlainSection(Reason(text: "ผู้ยื่นโทรมาขอถอน"))])
        #expect(try told().count == earlier)
    }

    @Test func `nobody who does not want it is told what a petitioner sends`() throws {
        try perform(.officerNoticesSet(.init(officer: "works-1", notices: [.assigned])))
        let number = try finished(by: "works-1")
        let before = try told().count
        try petitioner(
            number, .message(.init(channel: .web)), [PlainSection(Message(text: "ขอบคุณ"))])
        try petitioner(
            number, .reopen(.init(ground: .petitioner)), [PlainSection(Reason(text: "ยังไม่ดี"))])
        #expect(try told().count == before)
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
        let text = try #require(try mailbox.post.messages().first).text
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
