internal import Crypto
package import Entries
package import Events
package import Rules
package import Vault

/// What officers sign in with, changed together with what the log says of it.
///
/// The event goes first: a password that holds is one that the log knows of. Any process may do
/// this beside the writer, since each change of the vault's files is one transaction. Every call
/// blocks for the disk. Any thread may use it.
package struct OfficerLogins: Sendable {
    private let port: any CommandPort
    private let accounts: Accounts
    private let sessions: Sessions

    package init(port: any CommandPort, accounts: Accounts, sessions: Sessions) {
        self.port = port
        self.accounts = accounts
        self.sessions = sessions
    }

    /// Of an office whose writer may be another process.
    package init(_ office: Office, port: any CommandPort) throws {
        self.init(
            port: port, accounts: try Accounts(office.vault),
            sessions: try Sessions(office.vault.place))
    }

    /// A password that is told once and must be changed at the first sign-in: 75 random bits.
    package static func initialPassword() -> String {
        AccessCode(random: SecureRandom.current.bytes(15)).display
    }

    /// Appoints somebody, whose first password has this hash.
    package func appoint(
        _ event: OfficeEvent.OfficerAppointed, as identity: Identity, passwordHash: String,
        by actor: Actor, at now: Instant, once key: String? = nil
    ) throws -> CommandOutcome {
        var draft = Draft(
            .office(OfficeCommand(.officerAppointed(event))), by: actor, at: now,
            sections: [PlainSection(identity)])
        draft.idempotencyKey = key
        let outcome = port.perform(draft)
        guard case .accepted(let receipt) = outcome, !receipt.isRepeat else { return outcome }
        return try setPassword(
            hash: passwordHash, of: event.officer, via: .counter, by: actor, at: now)
    }

    /// Sets a password; `via` says how, nil if the officer has chosen it while signed in.
    package func setPassword(
        hash: String, of officer: String, via: ResetManner?, by actor: Actor, at now: Instant
    ) throws -> CommandOutcome {
        let event = OfficeEvent.OfficerPasswordSet(officer: officer, via: via)
        let outcome = port.perform(
            Draft(.office(OfficeCommand(.officerPasswordSet(event))), by: actor, at: now))
        guard case .accepted = outcome else { return outcome }
        try accounts.setPassword(
            hash: hash, of: OfficerLogin.account(of: officer), at: now)
        return outcome
    }

    /// Ends an officer's sessions, but for some; how many there were.
    ///
    /// They are ended first: that it is also written down may wait for a better moment.
    @discardableResult
    package func endSessions(
        of officer: String, why: SessionEnd, by actor: Actor, at now: Instant,
        sparing spared: Set<Digest> = []
    ) throws -> Int {
        let account = OfficerLogin.account(of: officer)
        let ending = try sessions.list(of: account, at: now).filter { !spared.contains($0.id) }
        guard !ending.isEmpty else { return 0 }
        for session in ending { _ = try sessions.end(session.id, of: account) }
        let event = OfficeEvent.OfficerSessionsEnded(
            officer: officer, why: why, sessions: ending.count)
        _ = port.perform(
            Draft(.office(OfficeCommand(.officerSessionsEnded(event))), by: actor, at: now))
        return ending.count
    }

    /// Removes a lost second factor; the officer is signed out and sets another one.
    package func removeFactor(
        of officer: String, because reason: Reason, by actor: Actor, at now: Instant
    ) throws -> CommandOutcome {
        let event = OfficeEvent.SecondFactorRemoved(officer: officer)
        let outcome = port.perform(
            Draft(
                .office(OfficeCommand(.secondFactorRemoved(event))), by: actor, at: now,
                sections: [PlainSection(reason)]))
        guard case .accepted = outcome else { return outcome }
        try accounts.forgetFactor(of: OfficerLogin.account(of: officer))
        try endSessions(of: officer, why: .officer, by: actor, at: now)
        return outcome
    }

    /// Dismisses an officer, who is signed out and whose password is forgotten.
    package func dismiss(
        _ officer: String, because reason: Reason, by actor: Actor, at now: Instant
    ) throws -> CommandOutcome {
        let event = OfficeEvent.OfficerDismissed(officer: officer)
        let outcome = port.perform(
            Draft(
                .office(OfficeCommand(.officerDismissed(event))), by: actor, at: now,
                sections: [PlainSection(reason)]))
        guard case .accepted = outcome else { return outcome }
        // Whoever has dismissed himself may no longer say so.
        try endSessions(of: officer, why: .dismissed, by: .system, at: now)
        try accounts.forget(OfficerLogin.account(of: officer))
        return outcome
    }
}
