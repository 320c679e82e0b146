import Channels
import Entries
import EventLog
import Events
import Rules
import TestSupport
import Testing
import Workflow

/// An office's post and a real mail server.
@Suite(.enabled(if: MailServerProcess.python != nil, "KHAMRONG_PYTHON is not set"))
struct PostMailTests {
    private func mailbox(_ process: MailServerProcess) throws -> Mailbox {
        try Mailbox(
            .mail(
                MailServer(
                    host: "localhost", port: process.port, security: .startTLS,
                    sender: "petitions@town.example", certificates: process.certificates)))
    }

    @Test func `a filing is told in Thai, under the name of the office`() throws {
        let process = try MailServerProcess("starttls")
        let mailbox = try mailbox(process)
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        let mail = try process.mail()
        #expect(mail.to == ["somchai@example.org"] && mail.tls && mail.defects == [])
        #expect(mail.headers["subject"] == "ยื่นคำร้องเรียบร้อยแล้ว \(number)")
        #expect(mail.headers["from"] == "เทศบาลตำบลทดสอบ <petitions@town.example>")
        #expect(mail.text?.contains("ติดตามผลได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง") == true)
        #expect(mail.html?.contains("<html lang=\"th\">") == true)
        let slip = try #require(mail.files.first)
        #expect(mail.files.count == 1 && slip.name == "\(number)-receipt.pdf")
        #expect(slip.type == "application/pdf" && (1_000...200_000).contains(slip.size))
        let told = try mailbox.notified(StreamName(.petition, number))
        #expect(told.map(\.outcome) == [.sent])
        #expect(try mailbox.post.outbox.rows().first?.answer == "250 2.0.0")
    }

    @Test func `an office may keep the slip back, and no other message has one`() throws {
        let process = try MailServerProcess("starttls")
        let mailbox = try mailbox(process)
        try mailbox.set(.messagingPolicySet(.init(isReceiptWithheld: true)))
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        #expect(try process.mail().files.isEmpty)
        try mailbox.set(.messagingPolicySet(.init()))
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        #expect(try process.mail().files.isEmpty)
    }

    @Test func `an address that nobody reads is marked, and no longer written to`() throws {
        let process = try MailServerProcess("starttls")
        let mailbox = try mailbox(process)
        try mailbox.register("account-a", email: "refused@example.org")
        let resets = try PasswordResets(
            mailbox.test.office, port: mailbox.test.port, codes: mailbox.post.codes)
        let person = PasswordResets.Person(typed: "refused@example.org", account: "account-a")
        _ = try resets.ask(person, at: mailbox.test.clock.now())
        try mailbox.post.runOnce()
        let row = try #require(try mailbox.post.outbox.rows().first)
        #expect(row.failure == .noRecipient && row.answer?.hasPrefix("550 5.1.1") == true)
        let told = try mailbox.notified(StreamName(.account, "account-a"))
        #expect(told.map(\.outcome) == [.failed])
        let events = try mailbox.test.office.log.readStream("account/account-a")
            .map { try RecordedEvent.read($0).event }
        #expect(events.contains(.account(.contactBounced(.init(contact: .email)))))
        mailbox.test.clock.advance(milliseconds: 60_000)
        _ = try resets.ask(person, at: mailbox.test.clock.now())
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows().count == 1)
    }

    @Test func `while the server is down messages wait, and go out when it is up`() throws {
        let process = try MailServerProcess("plain")
        process.stop()
        let mailbox = try Mailbox(
            .mail(
                MailServer(
                    host: "localhost", port: process.port, security: .none,
                    sender: "petitions@town.example")))
        let number = try mailbox.file()
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.counts() == [.waiting: 1])
        #expect(try mailbox.notified(StreamName(.petition, number)).isEmpty)
        let again = try MailServerProcess("plain", port: process.port)
        mailbox.test.clock.advance(milliseconds: 60_000)
        try mailbox.post.runOnce()
        #expect(try again.mail().headers["subject"] == "ยื่นคำร้องเรียบร้อยแล้ว \(number)")
        #expect(try mailbox.post.outbox.counts() == [.sent: 1])
    }
}
