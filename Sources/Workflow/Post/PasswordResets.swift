package import Entries
internal import EventLog
internal import Events
internal import Rules
package import Vault

/// Forgotten passwords: asked for, a code typed, a new password set.
///
/// What a page hears is the same whether there is such an account or not; only the time differs,
/// by a commit, which the page hides by answering no sooner than after a quarter of a second.
/// Every call blocks for the disk. Any thread may use it.
package struct PasswordResets: Sendable {
    private let office: Office
    private let port: any CommandPort
    private let codes: OneTimeCodes
    private let accounts: Accounts
    private let settings: CurrentSettings

    /// `codes` are those of the office's post.
    package init(_ office: Office, port: any CommandPort, codes: OneTimeCodes) throws {
        self.office = office
        self.port = port
        self.codes = codes
        accounts = try Accounts(office.vault)
        settings = try CurrentSettings(of: office)
    }

    /// Who has forgotten the password: what was typed, and the account that was found by it.
    package struct Person: Equatable, Sendable {
        /// The address or number, normalised, so that the same person is the same.
        package let typed: String
        package let account: String?

        package init(typed: String, account: String?) {
            self.typed = typed
            self.account = account
        }
    }

    package enum Asked: Equatable, Sendable {
        /// What the page shows: a message is on its way, or would be.
        case sent(OneTimeCode)
        /// The last one is younger than a minute, or there were too many today.
        case notBefore(Instant)
        case failed(CommandOutcome)
    }

    package enum Finished: Equatable, Sendable {
        case done
        case wrong(triesLeft: Int)
        /// The code has expired, was used, or was guessed at too often: ask for another.
        case dead
        case failed(CommandOutcome)
    }

    /// Asks for a code or a link, as the office has set; the post sends it.
    package func ask(_ person: Person, at now: Instant) throws -> Asked {
        let subject = self.subject(person)
        if let moment = try codes.nextIssue(.passwordReset, to: subject, at: now) {
            return .notBefore(moment)
        }
        guard let account = person.account else {
            let code = try codes.issueToNobody(
                .passwordReset, subject, as: manner, at: now, until: end(after: now))
            return .sent(code)
        }
        let outcome = port.perform(
            Draft(.account(id: account, .requestReset), by: Self.somebody, at: now))
        guard case .accepted(let receipt) = outcome, let position = receipt.positions?.lowerBound,
            let entry = try office.log.entry(at: position),
            case let recorded = try RecordedEvent.read(entry),
            case .account(.passwordResetRequested(let data)) = recorded.event,
            let code = try codes.issue(
                .passwordReset, to: account, for: recorded.id, at: position,
                as: data.via == .link ? .link : .code, at: now, until: data.expiresAt)
        else { return .failed(outcome) }
        return .sent(code)
    }

    /// What is out for somebody, for the page with the countdown; costs nothing.
    package func state(_ person: Person, at now: Instant) throws -> OneTimeCode? {
        try codes.code(.passwordReset, of: subject(person), at: now)
    }

    /// What a link's token is good for; costs nothing. Its account is the person's.
    package func state(token: String, at now: Instant) throws -> OneTimeCode? {
        try codes.code(.passwordReset, token: token, at: now)
    }

    /// Whether a code is right, before a new password is asked for. A wrong one counts.
    package func check(
        _ typed: String, of person: Person, at now: Instant
    ) throws -> OneTimeCode.Verdict {
        try codes.check(typed, .passwordReset, of: subject(person), at: now)
    }

    /// Sets the new password, whose hash the caller has made; only now the code dies.
    ///
    /// Sessions of the account are the caller's to end.
    package func finish(
        _ typed: String, of person: Person, passwordHash: String, at now: Instant
    ) throws -> Finished {
        let subject = self.subject(person)
        guard let code = try codes.code(.passwordReset, of: subject, at: now) else { return .dead }
        switch try codes.check(typed, .passwordReset, of: subject, at: now) {
        case .dead: return .dead
        case .wrong(let left): return .wrong(triesLeft: left)
        case .right: break
        }
        guard let account = person.account else { return .dead }
        let reset = AccountEvent.PasswordReset(via: code.manner == .link ? .link : .code)
        var draft = Draft(.account(id: account, .resetPassword(reset)), by: Self.somebody, at: now)
        draft.isOwnerProven = true
        let outcome = port.perform(draft)
        guard case .accepted = outcome else { return .failed(outcome) }
        try accounts.setPassword(hash: passwordHash, of: account, at: now)
        try codes.spend(.passwordReset, of: account)
        return .done
    }

    /// Nobody has shown yet who it is that asks.
    private static let somebody = Actor.guest("anyone")

    private func subject(_ person: Person) -> String {
        person.account ?? codes.nobody(person.typed)
    }

    private var manner: OneTimeCode.Manner {
        get throws { try settings.now().value.registration?.reset == .link ? .link : .code }
    }

    private func end(after now: Instant) throws -> Instant {
        let minutes = max(1, try settings.now().value.registration?.resetMinutes ?? 10)
        return now.advanced(milliseconds: minutes * 60_000)
    }
}
