import Channels
import Entries
import EventLog
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// Telephones are written to: with the number of a petition, with a code, and where nothing else
/// reaches a person.
@Suite struct PostSMSTests {
    private func texts(_ mailbox: Mailbox) throws -> [String] {
        try mailbox.post.messages().filter { $0.row.message.channel == "sms" }.map(\.text)
            .reversed()
    }

    @Test func `filing tells the number by SMS as well, in seventy letters and without a link`()
        throws
    {
        let mailbox = try Mailbox(.allShown)
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        let texts = try texts(mailbox)
        #expect(texts == ["ทต.ทดสอบ รับคำร้อง \(number) แล้ว ดูผลที่เว็บไซต์"])
        #expect(MessageLength.isSingle(texts[0]) && !texts[0].contains("http"))
        #expect(try mailbox.post.messages().map(\.recipient).contains("+66810000001"))
        let entries = try mailbox.test.office.log.readStream("petition/\(number)")
        let channels = try entries.compactMap { entry -> NoticeChannel? in
            guard case .petition(.notified(let data)) = try RecordedEvent.read(entry).event else {
                return nil
            }
            return data.channel
        }
        #expect(Set(channels) == [.email, .sms] && channels.count == 2)
    }

    @Test func `whoever has an e-mail gets the course of a case there, the others by SMS`() throws {
        let mailbox = try Mailbox(.allShown)
        let (written, called) = (try mailbox.file(), try mailbox.file(email: nil))
        for number in [written, called] { try mailbox.take(number, .receive(.init())) }
        try mailbox.post.runOnce()
        func channels(_ number: String) throws -> [String] {
            try mailbox.post.outbox.rows(of: "petition/\(number)").filter {
                $0.message.template == "received"
            }.map(\.message.channel)
        }
        #expect(try channels(written) == ["email"])
        #expect(try channels(called) == ["sms"])
        #expect(try texts(mailbox).contains("ทต.ทดสอบ รับเรื่อง \(called) แล้ว"))
    }

    @Test func `no office without a gateway writes to telephones`() throws {
        let mailbox = try Mailbox(.shown)
        _ = try mailbox.file(email: nil)
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows().isEmpty)
    }

    @Test func `an office's own words are sent, unless they have become too long`() throws {
        let mailbox = try Mailbox(.allShown)
        try mailbox.set(
            .templateSet(
                .init(
                    template: "submitted", channel: .sms,
                    body: LocalText("{office} เลขที่ {number}"))))
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        #expect(try texts(mailbox) == ["ทต.ทดสอบ เลขที่ \(number)"])
    }

    private func giveTelephone(_ mailbox: Mailbox, _ phone: String) throws -> Receipt {
        var draft = mailbox.test.draft(
            .account(id: "acc-1", .changeContact(.init(kinds: [.phone]))), by: .citizen("acc-1"),
            sections: [PlainSection(Contact(phone: phone))])
        draft.isOwnerProven = true
        let outcome = mailbox.test.port.perform(draft)
        guard case .accepted(let receipt) = outcome else { throw Refused(outcome: outcome) }
        return receipt
    }

    private struct Refused: Error { let outcome: CommandOutcome }

    @Test func `a telephone is confirmed by the code that its SMS brings, with the same reference`()
        throws
    {
        let mailbox = try Mailbox(.allShown)
        try mailbox.register("acc-1", email: "somying@example.org")
        let receipt = try giveTelephone(mailbox, "+66810000002")
        let test = mailbox.test
        let confirmations = ContactConfirmations(
            test.office, port: test.port, codes: mailbox.post.codes, of: .phone)
        try confirmations.asked(by: receipt, of: "acc-1", at: test.clock.now())
        try mailbox.post.runOnce()
        let text = try #require(try texts(mailbox).first)
        let shown = try #require(try confirmations.state(of: "acc-1", at: test.clock.now()))
        #expect(text.contains("(Ref: \(shown.reference)) ใช้ได้ 5 นาที"))
        #expect(MessageLength.isSingle(text))
        let code = String(try #require(text.firstMatch(of: #/[0-9]{6}/#)).0)
        let actor = Actor.citizen("acc-1")
        let wrong = code == "111111" ? "222222" : "111111"
        #expect(
            try confirmations.confirm(wrong, of: "acc-1", by: actor, at: test.clock.now())
                == .wrong(triesLeft: 4))
        #expect(
            try confirmations.confirm(code, of: "acc-1", by: actor, at: test.clock.now()) == .done)
        #expect(
            try confirmations.confirm(code, of: "acc-1", by: actor, at: test.clock.now()) == .dead)
        let person = try #require(try test.office.person("acc-1"))
        #expect(person.account.confirmed == [.phone])
    }

    @Test func `a new telephone gets its code and nothing else before it is confirmed`() throws {
        let mailbox = try Mailbox(.allShown)
        try mailbox.register("acc-1", email: "somying@example.org")
        _ = try giveTelephone(mailbox, "+66810000003")
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == ["phone-code"])
        #expect(try mailbox.post.messages().map(\.recipient) == ["+66810000003"])
        let fixed = try giveTelephone(mailbox, "+6621234567")
        #expect(fixed.positions != nil)
        try mailbox.post.runOnce()
        // Nobody reads an SMS on a telephone with a cord.
        #expect(try mailbox.templates() == ["phone-code"])
    }

    @Test(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
    func `an address that is dead is marked, and the notice goes by SMS`() throws {
        let mail = try MailServerProcess("plain")
        let gateway = try ProviderProcess("sms_gateway.py")
        let mailbox = try Mailbox(
            OfficePost.Delivery(
                mail: MailServer(
                    host: "localhost", port: mail.port, security: .none,
                    sender: "petitions@town.example"),
                sms: SMSGateway(
                    address: "http://127.0.0.1:\(gateway.port)/sms",
                    body: SMSTemplate(.json, #"{"msisdn": "{to}", "message": "{text}"}"#),
                    taken: "/phone_number_list/0/message_id", failed: "/error",
                    identification: .basic(user: "key"), secretName: "sms")),
            secrets: ["sms": "secret"])
        let number = try mailbox.file(email: "refused@example.org")
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        let rows = try mailbox.post.outbox.rows(of: "petition/\(number)")
        func row(_ template: String, _ channel: String) -> OutboxRow? {
            rows.first { $0.message.template == template && $0.message.channel == channel }
        }
        #expect(row("received", "email")?.failure == .noRecipient)
        #expect(row("received", "sms")?.state == .sent)
        #expect(row("submitted", "sms")?.state == .sent)
        let texts = gateway.stop([String: String].self).compactMap { $0["message"] }
        #expect(texts.count == 2 && texts.allSatisfy { $0.contains(number) })
        let told = try mailbox.notified(StreamName(.petition, number))
        #expect(told.filter { $0.outcome == .sent }.count == 2)
        #expect(told.filter { $0.outcome == .failed }.count == 2)
    }
}
