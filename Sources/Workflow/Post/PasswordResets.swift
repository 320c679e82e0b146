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
        /// Whether it was typed as an officer's id.
        package let isOfficer: Bool

        package init(typed: String, account: String?) {
            self.typed = typed
            self.account = account
            isOfficer = false
        }

        /// Somebody who typed an id; `officer` is the one who works here under it.
        package init(typed: String, officer: String?) {
            self.typed = "officer\n\(typed)"
            account = officer.map(OfficerLogin.account)
            isOfficer = true
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
                .passwordReset, subject, as: try manner(of: person), at: now,
                until: end(after: now))
            return .sent(code)
        }
        let outcome = port.perform(try request(of: account, at: now))
        guard case .accepted(let receipt) = outcome, let position = receipt.positions?.lowerBound,
            let entry = try office.log.entry(at: position),
            case let recorded = try RecordedEvent.read(entry),
            let asked = NoticePlan.reset(recorded),
            let code = try codes.issue(
                asked.purpose, to: account, for: recorded.id, at: position, as: asked.manner,
                at: now, until: asked.end)
        else { return .failed(outcome) }
        return .sent(code)
    }

    private func request(of account: String, at now: Instant) throws -> Draft {
        guard let officer = OfficerLogin.officer(of: account) else {
            return Draft(.account(id: account, .requestReset), by: Self.somebody, at: now)
        }
        let event = OfficeEvent.OfficerResetRequested(
            officer: officer, expiresAt: try end(after: now))
        return Draft(.office(OfficeCommand(.officerResetRequested(event))), by: .system, at: now)
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
        let via = code.manner == .link ? ResetManner.link : .code
        let outcome = port.perform(change(of: account, via: via, at: now))
        guard case .accepted = outcome else { return .failed(outcome) }
        try accounts.setPassword(hash: passwordHash, of: account, at: now)
        try codes.spend(.passwordReset, of: account)
        return .done
    }

    private func change(of account: String, via: ResetManner, at now: Instant) -> Draft {
        if let officer = OfficerLogin.officer(of: account) {
            let event = OfficeEvent.OfficerPasswordSet(officer: officer, via: via)
            return Draft(.office(OfficeCommand(.officerPasswordSet(event))), by: .system, at: now)
        }
        let reset = AccountEvent.PasswordReset(via: via)
        var draft = Draft(.account(id: account, .resetPassword(reset)), by: Self.somebody, at: now)
        draft.isOwnerProven = true
        return draft
    }

    /// Nobody has shown yet who it is that asks.
    private static let somebody = Actor.guest("anyone")

    private func subject(_ person: Person) -> String {
        person.account ?? codes.nobody(person.typed)
    }

    /// Officers type a code whatever the office has set for citizens.
    private func manner(of person: Person) throws -> OneTimeCode.Manner {
        if person.isOfficer { return .code }
        return try settings.now().value.registration?.reset == .link ? .link : .code
    }

    private func end(after now: Instant) throws -> Instant {
        let minutes = max(1, try settings.now().value.registration?.resetMinutes ?? 10)
        return now.advanced(milliseconds: minutes * 60_000)
    }
}
