import Channels
import Entries
import EventLog
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// LINE carries the course of a case to whoever has linked it.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct PostLINETests {
    private struct Push: Decodable {
        let to: String
        let messages: [Message]

        struct Message: Decodable { let type: String, altText: String? }
    }

    private func user(_ end: String) -> String { "U" + String(repeating: "0", count: 28) + end }

    private func mailbox(_ process: ProviderProcess) throws -> Mailbox {
        var channel = LINEChannel(tokenName: "line-token", secretName: "line-secret")
        channel.address = "http://127.0.0.1:\(process.port)"
        var delivery = OfficePost.Delivery(line: channel)
        delivery.shown = [.sms]
        return try Mailbox(
            delivery, secrets: ["line-token": "line-token", "line-secret": "line-secret"])
    }

    /// An account with LINE, and a case of it.
    private func file(_ mailbox: Mailbox, _ end: String) throws -> String {
        try mailbox.register("acc-1", email: "somying@example.org")
        try mailbox.set(
            .loginProviderSet(
                .init(provider: .line, isEnabled: true, client: "line", secret: "line-secret")))
        let login = Login(issuer: "https://access.line.me", subject: user(end))
        var link = mailbox.test.draft(
            .account(id: "acc-1", .linkLogin(.init(provider: .line))), by: .citizen("acc-1"),
            sections: [PlainSection(login)])
        link.isOwnerProven = true
        _ = try mailbox.test.accepted(mailbox.test.port.perform(link))
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.contactPreference = .electronic
        submit.terms = 1
        submit.notice = 1
        let draft = mailbox.test.draft(
            .petition(number: nil, .submit(submit)), by: .citizen("acc-1"),
            sections: [
                PlainSection(Petitioner(givenName: "สมหญิง", familyName: "ทดสอบดี")),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
                PlainSection(Owner(account: "acc-1")),
            ])
        return try mailbox.test.accepted(mailbox.test.port.perform(draft)).name
    }

    private func rows(_ mailbox: Mailbox, _ number: String) throws -> [String: OutboxRow.State] {
        Dictionary(
            try mailbox.post.outbox.rows(of: "petition/\(number)").map {
                ("\($0.message.template) \($0.message.channel)", $0.state)
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `whoever has linked LINE is told there and by e-mail, to the end`() throws {
        let process = try ProviderProcess("line_server.py")
        let mailbox = try mailbox(process)
        let number = try file(mailbox, "0001")
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        let rows = try rows(mailbox, number)
        #expect(rows["submitted line"] == .sent && rows["submitted email"] == .shown)
        #expect(rows["received line"] == .sent && rows["received email"] == .shown)
        let pushes = process.stop(Push.self)
        #expect(pushes.map(\.to) == [user("0001"), user("0001")])
        #expect(
            pushes.compactMap { $0.messages.first?.altText } == [
                "คำร้อง \(number) ส่งคำร้อง", "คำร้อง \(number) เจ้าหน้าที่รับเรื่อง",
            ])
        let channels = try mailbox.notified(StreamName(.petition, number))
        #expect(channels.filter { $0.outcome == .sent }.count == 2)
    }

    @Test func `what was taken and not answered comes once`() throws {
        let process = try ProviderProcess("line_server.py")
        let mailbox = try mailbox(process)
        let number = try file(mailbox, "0014")
        try mailbox.post.runOnce()
        #expect(try rows(mailbox, number)["submitted line"] == .waiting)
        mailbox.test.clock.set(mailbox.test.clock.now().advanced(milliseconds: 60_000))
        try mailbox.post.runOnce()
        #expect(try rows(mailbox, number)["submitted line"] == .sent)
        #expect(process.stop(Push.self).count == 1)
    }

    @Test func `where the month's messages are used up, nothing is lost`() throws {
        let process = try ProviderProcess("line_server.py")
        let mailbox = try mailbox(process)
        let number = try file(mailbox, "0430")
        try mailbox.post.runOnce()
        let row = try #require(
            try mailbox.post.outbox.rows(of: "petition/\(number)").first {
                $0.message.channel == "line"
            })
        #expect(row.state == .failed && row.failure == .quota)
        #expect(try rows(mailbox, number)["submitted email"] == .shown)
    }

    @Test func `an office without LINE's secrets has no LINE, and its post runs`() throws {
        let mailbox = try Mailbox(
            OfficePost.Delivery(line: LINEChannel(tokenName: "no-token", secretName: "no-secret")))
        let number = try file(mailbox, "0001")
        try mailbox.post.runOnce()
        #expect(try rows(mailbox, number) == ["submitted email": .shown])
    }
}
