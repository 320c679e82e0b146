import Channels
import Crypto
import Entries
import EventLog
import Events
import Rules
import Vault
import Workflow

/// An office with a post, and people who can be written to.
final class Mailbox {
    let test: TestOffice
    private(set) var post: OfficePost
    private let delivery: OfficePost.Delivery

    init(
        _ delivery: OfficePost.Delivery = .shown, secrets: [String: String] = [:]
    ) throws {
        test = try TestOffice()
        for (name, secret) in secrets {
            try SecretFile.create(Array(secret.utf8).span, at: "\(test.paths.keys)/\(name)")
        }
        self.delivery = delivery
        post = try OfficePost(
            test.office, port: test.port, delivery: delivery, site: "https://petitions.example",
            clock: test.clock.now)
    }

    /// Ends the post and begins it again on the same files.
    func reopen() throws {
        post.stop()
        post = try OfficePost(
            test.office, port: test.port, delivery: delivery, site: "https://petitions.example",
            clock: test.clock.now)
    }

    func file(
        email: String? = "somchai@example.org", preference: ContactPreference = .electronic,
        tracking: TrackingKind = .phone, department: String? = nil
    ) throws -> String {
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.department = department
        submit.tracking = tracking
        submit.trackingCode = tracking == .code ? "2026-14" : nil
        submit.contactPreference = preference
        submit.terms = 1
        submit.notice = 1
        let draft = test.draft(
            .petition(number: nil, .submit(submit)), by: .guest("guest"),
            sections: [
                PlainSection(
                    Petitioner(
                        givenName: "สมชาย", familyName: "ทดสอบดี", phone: "+66810000001",
                        email: email)),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
            ])
        return try test.accepted(test.port.perform(draft)).name
    }

    func register(_ account: String, email: String) throws {
        let registered = AccountEvent.Registered(
            key: KeyReference(high: 0, low: 0), method: .photo, identityLevel: .unproven,
            channel: .web, terms: 1, notice: 1)
        let draft = test.draft(
            .account(id: account, .register(registered)), by: .citizen(account),
            sections: [
                PlainSection(
                    Identity(givenName: "สมหญิง", familyName: "ทดสอบดี", email: email))
            ])
        _ = try test.accepted(test.port.perform(draft))
    }

    func take(_ number: String, _ command: PetitionCommand) throws {
        _ = try test.accepted(test.port.perform(test.take(number, command)))
    }

    func set(_ events: OfficeEvent...) throws {
        for event in events {
            _ = try test.accepted(
                test.port.perform(
                    test.draft(.office(OfficeCommand(event)), by: TestOffice.officer)))
        }
    }

    /// The templates of what was made so far, the oldest first.
    func templates() throws -> [String] {
        try post.outbox.rows().reversed().map(\.message.template)
    }

    /// What the log says went out, by outcome.
    func notified(_ stream: StreamName) throws -> [(template: String, outcome: NoticeOutcome)] {
        try test.office.log.readStream(stream.subject).compactMap { entry in
            switch try RecordedEvent.read(entry).event {
            case .petition(.notified(let data)): (data.template, data.outcome)
            case .account(.notified(let data)): (data.template, data.outcome)
            default: nil
            }
        }
    }
}
