package import Entries
internal import EventLog
internal import Events
package import Rules
package import Vault

/// That an e-mail address or a telephone is the person's own: shown by the code that went there when
/// it was given.
///
/// Giving it asks for the code, so giving the same one again asks for another. Every call
/// blocks for the disk. Any thread may use it.
package struct ContactConfirmations: Sendable {
    private let office: Office
    private let port: any CommandPort
    private let codes: OneTimeCodes
    private let contact: ConfirmedContact

    /// `codes` are those of the office's post.
    package init(
        _ office: Office, port: any CommandPort, codes: OneTimeCodes,
        of contact: ConfirmedContact = .email
    ) {
        self.contact = contact
        self.office = office
        self.port = port
        self.codes = codes
    }

    package enum Finished: Equatable, Sendable {
        case done
        case wrong(triesLeft: Int)
        /// The code has expired, was used, or was guessed at too often: ask for another.
        case dead
        case failed(CommandOutcome)
    }

    /// From when on another code may be asked for; nil if it may be at once.
    package func nextAsk(of account: String, at now: Instant) throws -> Instant? {
        try codes.nextIssue(contact.purpose, to: account, at: now)
    }

    /// The code for what was given; the post issues the same one, whoever is first.
    package func asked(by receipt: Receipt, of account: String, at now: Instant) throws {
        guard let position = receipt.positions?.lowerBound,
            let entry = try office.log.entry(at: position),
            case let recorded = try RecordedEvent.read(entry),
            let asked = NoticePlan.code(recorded, in: contact.notice)
        else { return }
        try codes.issue(
            asked.purpose, to: account, for: recorded.id, at: position, as: asked.manner,
            at: now, until: asked.end)
    }

    /// What is out for somebody; costs nothing.
    package func state(of account: String, at now: Instant) throws -> OneTimeCode? {
        try codes.code(contact.purpose, of: account, at: now)
    }

    /// Confirms it if the code is right. A wrong one counts.
    package func confirm(
        _ typed: String, of account: String, by actor: Actor, at now: Instant
    ) throws -> Finished {
        switch try codes.check(typed, contact.purpose, of: account, at: now) {
        case .dead: return .dead
        case .wrong(let left): return .wrong(triesLeft: left)
        case .right: break
        }
        var draft = Draft(
            .account(id: account, .confirmContact(.init(contact: contact.kind, method: .otp))),
            by: actor, at: now)
        draft.isOwnerProven = true
        let outcome = port.perform(draft)
        guard case .accepted = outcome else { return .failed(outcome) }
        try codes.spend(contact.purpose, of: account)
        return .done
    }
}
