import Channels
import Entries
import EventLog
import Events
import Rules
import Testing
import Vault
import Workflow

/// The office writes by the ways that a person has chosen, and leaves telephones alone at night.
@Suite struct ChosenWaysTests {
    /// An account that has an e-mail address and a mobile, and a case of it.
    private func file(_ mailbox: Mailbox, choosing channels: [NoticeChannel]) throws -> String {
        let test = mailbox.test
        let registered = AccountEvent.Registered(
            key: KeyReference(high: 0, low: 0), method: .photo, identityLevel: .unproven,
            channel: .web, terms: 1, notice: 1)
        _ = try test.accepted(
            test.port.perform(
                test.draft(
                    .account(id: "acc-1", .register(registered)), by: .citizen("acc-1"),
                    sections: [
                        PlainSection(
                            Identity(
                                givenName: "สมหญิง", familyName: "ทดสอบดี", phone: "+66810000009",
                                email: "somying@example.org"))
                    ])))
        if !channels.isEmpty {
            var choice = test.draft(
                .account(id: "acc-1", .changeContact(.init(channels: channels))),
                by: .citizen("acc-1"))
            choice.isOwnerProven = true
            _ = try test.accepted(test.port.perform(choice))
        }
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.terms = 1
        submit.notice = 1
        var draft = test.draft(
            .petition(number: nil, .submit(submit)), by: .citizen("acc-1"),
            sections: [
                PlainSection(Owner(account: "acc-1")),
                PlainSection(
                    Petitioner(
                        givenName: "สมหญิง", familyName: "ทดสอบดี", phone: "+66810000009",
                        email: "somying@example.org")),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
            ])
        draft.isOwnerProven = true
        return try test.accepted(test.port.perform(draft)).name
    }

    private func channels(
        _ mailbox: Mailbox, _ number: String, _ template: String
    ) throws -> Set<String> {
        Set(
            try mailbox.post.outbox.rows(of: "petition/\(number)")
                .filter { $0.message.template == template }.map(\.message.channel))
    }

    @Test(
        arguments: [
            ([], ["email", "sms"], ["email"]), ([.email], ["email"], ["email"]),
            ([.sms], ["sms"], ["sms"]),
            // LINE is not linked: what is there is used all the same.
            ([.line], ["email", "sms"], ["email"]),
        ] as [([NoticeChannel], Set<String>, Set<String>)])
    func `notices go by the ways that were chosen, as far as they work`(
        _ chosen: [NoticeChannel], _ filing: Set<String>, _ course: Set<String>
    ) throws {
        let mailbox = try Mailbox(.allShown)
        let number = try file(mailbox, choosing: chosen)
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        #expect(try channels(mailbox, number, "submitted") == filing)
        #expect(try channels(mailbox, number, "received") == course)
    }

    @Test func `a code goes where it must, whatever was chosen`() throws {
        let mailbox = try Mailbox(.allShown)
        _ = try file(mailbox, choosing: [.sms])
        let resets = try PasswordResets(
            mailbox.test.office, port: mailbox.test.port, codes: mailbox.post.codes)
        _ = try resets.ask(
            .init(typed: "somying@example.org", account: "acc-1"), at: mailbox.test.clock.now())
        try mailbox.post.runOnce()
        let row = try #require(
            try mailbox.post.outbox.rows().first { $0.message.template == "reset-code" })
        #expect(row.message.channel == "email" && row.state == .shown)
    }

    @Test func `at night an SMS waits until the morning, and an e-mail does not`() throws {
        let mailbox = try Mailbox(.allShown)
        try mailbox.set(
            .messagingPolicySet(.init(quietFrom: 21 * 60, quietUntil: 7 * 60)))
        // From ten in the morning to eleven at night.
        mailbox.test.clock.advance(milliseconds: 13 * 3_600_000)
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        let rows = try mailbox.post.outbox.rows(of: "petition/\(number)")
        let sms = try #require(rows.first { $0.message.channel == "sms" })
        #expect(sms.isQuiet && sms.tries == 0)
        #expect("\(sms.due)" == "2026-03-03T00:00:00.000Z")
        #expect(rows.first { $0.message.channel == "email" }?.state == .shown)
        #expect(try mailbox.notified(StreamName(.petition, number)).count == 1)
        mailbox.test.clock.advance(milliseconds: 8 * 3_600_000)
        try mailbox.post.runOnce()
        let after = try #require(
            try mailbox.post.outbox.rows(of: "petition/\(number)")
                .first { $0.message.channel == "sms" })
        #expect(after.state == .shown && after.tries == 1 && !after.isQuiet)
    }

    @Test func `a code does not wait for the morning`() throws {
        let mailbox = try Mailbox(.allShown)
        try mailbox.set(
            .messagingPolicySet(.init(quietFrom: 21 * 60, quietUntil: 7 * 60)))
        mailbox.test.clock.advance(milliseconds: 13 * 3_600_000)
        try mailbox.register("acc-1", email: "somying@example.org")
        var draft = mailbox.test.draft(
            .account(id: "acc-1", .changeContact(.init(kinds: [.phone]))), by: .citizen("acc-1"),
            sections: [PlainSection(Contact(phone: "+66810000002"))])
        draft.isOwnerProven = true
        _ = try mailbox.test.accepted(mailbox.test.port.perform(draft))
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows().map(\.state) == [.shown])
    }
}
