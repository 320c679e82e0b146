import Channels
import Entries
import EventLog
import Events
import Rules
import Testing
import Vault
import Workflow

/// A forgotten password, from the question to the new one.
@Suite struct PasswordResetTests {
    private let mailbox: Mailbox
    private let resets: PasswordResets
    private let person = PasswordResets.Person(typed: "ying@example.org", account: "account-a")
    private let nobody = PasswordResets.Person(typed: "nobody@example.org", account: nil)

    init() throws {
        mailbox = try Mailbox()
        try mailbox.register("account-a", email: "ying@example.org")
        resets = try PasswordResets(
            mailbox.test.office, port: mailbox.test.port, codes: mailbox.post.codes)
    }

    private var now: Instant { mailbox.test.clock.now() }

    private func ask(_ person: PasswordResets.Person) throws -> OneTimeCode {
        guard case .sent(let code) = try resets.ask(person, at: now) else {
            throw NotSent()
        }
        return code
    }

    private struct NotSent: Error {}

    /// The six digits of the newest message.
    private func mailedCode() throws -> String {
        try mailbox.post.runOnce()
        let text = try #require(try mailbox.post.messages().first).text
        return String(try #require(text.firstMatch(of: #/รหัส (\d{6}) /#)).output.1)
    }

    private func finish(
        _ typed: String, _ person: PasswordResets.Person
    ) throws -> PasswordResets.Finished {
        try resets.finish(typed, of: person, passwordHash: "hash-2", at: now)
    }

    @Test func `a code from the e-mail sets a new password, once`() throws {
        let shown = try ask(person)
        let code = try mailedCode()
        let message = try #require(try mailbox.post.messages().first)
        #expect(message.recipient == "ying@example.org")
        #expect(message.letter?.subject.contains("Ref: \(shown.reference)") == true)
        #expect(message.text.contains("ใช้ได้ 10 นาที"))
        #expect(!message.text.contains("http"))
        #expect(shown.expires == now.advanced(milliseconds: 600_000))
        #expect(try resets.check(code, of: person, at: now) == .right)
        #expect(try resets.state(person, at: now) == shown)
        #expect(try finish(code, person) == .done)
        let accounts = try Accounts(mailbox.test.office.vault)
        #expect(try accounts.passwordHash(of: "account-a") == "hash-2")
        #expect(try finish(code, person) == .dead)
        #expect(try resets.state(person, at: now) == nil)
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == ["reset-code", "password-reset"])
        // The message that carried it has nothing to show any more.
        #expect(try mailbox.post.messages().map(\.notice) == [.passwordReset])
    }

    @Test func `a code that is wrong, late or guessed at sets nothing`() throws {
        _ = try ask(person)
        let code = try mailedCode()
        #expect(try finish("12345x", person) == .wrong(triesLeft: 4))
        mailbox.test.clock.advance(milliseconds: 599_000)
        #expect(try resets.check(code, of: person, at: now) == .right)
        mailbox.test.clock.advance(milliseconds: 1_000)
        #expect(try finish(code, person) == .dead)
        #expect(try Accounts(mailbox.test.office.vault).passwordHash(of: "account-a") == nil)
    }

    @Test func `another code is to be had after a minute, and the first is worthless then`() throws
    {
        _ = try ask(person)
        let first = try mailedCode()
        #expect(
            try resets.ask(person, at: now) == .notBefore(now.advanced(milliseconds: 60_000)))
        mailbox.test.clock.advance(milliseconds: 60_000)
        _ = try ask(person)
        let second = try mailedCode()
        #expect(try first == second || finish(first, person) == .wrong(triesLeft: 4))
        #expect(try finish(second, person) == .done)
    }

    @Test func `who has no account hears what others hear, and nobody gets a message`() throws {
        let head = try mailbox.test.office.log.head
        let real = try ask(person)
        let made = try ask(nobody)
        #expect(made.expires == real.expires && made.triesLeft == real.triesLeft)
        #expect(made.reference.count == 4 && made.manner == real.manner)
        #expect(try resets.state(nobody, at: now) == made)
        #expect(
            try resets.ask(nobody, at: now) == .notBefore(now.advanced(milliseconds: 60_000)))
        for left in [4, 3, 2, 1] {
            #expect(try finish("12345x", nobody) == .wrong(triesLeft: left))
        }
        #expect(try finish("12345x", nobody) == .dead)
        try mailbox.post.runOnce()
        #expect(try mailbox.templates() == ["reset-code"])
        // The request of the real one, and that it was told.
        #expect(try mailbox.test.office.log.head == head + 2)
    }

    @Test func `by link, where the office has allowed it, the token is all that is needed`() throws
    {
        try mailbox.set(
            .messagingPolicySet(OfficeEvent.MessagingPolicySet(areLinksAllowed: true)),
            .registrationPolicySet(
                OfficeEvent.RegistrationPolicySet(reset: .link, resetMinutes: 30)))
        #expect(try ask(person).manner == .link)
        try mailbox.post.runOnce()
        let text = try #require(try mailbox.post.messages().first).text
        let match = try #require(
            text.firstMatch(of: #/https://petitions\.example/reset/([0-9a-f]{64})\n/#))
        let token = String(match.output.1)
        #expect(text.contains("30 นาที"))
        let found = try #require(try resets.state(token: token, at: now))
        #expect(found.account == "account-a")
        // Looking does not use it up.
        #expect(try resets.state(token: token, at: now) == found)
        #expect(try finish(token, person) == .done)
        #expect(try resets.state(token: token, at: now) == nil)
        #expect(try ask(nobody).manner == .link)
    }

    @Test func `a code whose sending was cut short is marked lost, and the log says unknown`()
        throws
    {
        _ = try ask(person)
        try mailbox.post.runOnce()
        let row = try #require(try mailbox.post.outbox.rows().first)
        mailbox.test.clock.advance(milliseconds: 60_000)
        _ = try ask(person)
        // As a crash within the sending leaves it.
        let waiting = NewOutboxRow(
            event: EventID(at: now, random: (1, 1)), position: row.message.position + 1,
            stream: "account/account-a", template: "reset-code",
            expires: now.advanced(milliseconds: 600_000))
        try mailbox.post.outbox.add(
            [waiting], through: try #require(try mailbox.post.outbox.checkpoint()), at: now)
        #expect(try mailbox.post.outbox.take(at: now)?.message == waiting)
        try mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.row(waiting.key)?.failure == .lost)
        let told = try mailbox.notified(StreamName(.account, "account-a"))
        #expect(told.contains { $0.outcome == .unknown })
    }
}
