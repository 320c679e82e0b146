package import Entries
internal import EventLog
internal import Events
package import Rules
internal import Threads
internal import Vault

/// What only one account may have (a national ID, an e-mail address), as keyed hashes in memory.
///
/// The log is the truth: the vault keeps the map only so that a start need not open every
/// account's identity. Any thread may ask; only decisions take and release.
package final class UniqueValues: Sendable {
    private let log: EventLog
    private let vault: Vault
    private let accounts: Accounts
    private let hasher: UniqueHasher
    /// Nil when it must be read again.
    private let held: Monitor<[Digest: String]?>

    /// A value that an account claims.
    package struct Claim: Equatable, Sendable {
        package let unique: AccountRefusal.Unique
        package let digest: Digest
    }

    /// Reads what was kept, and then what the log says beyond it.
    init(log: EventLog, vault: Vault, accounts: Accounts) throws {
        self.log = log
        self.vault = vault
        self.accounts = accounts
        hasher = accounts.uniqueHasher()
        held = Monitor(nil)
        try load()
    }

    /// Forgets what was taken for decisions that did not come to be; the next question reads it
    /// again.
    func forget() { held.with { $0 = nil } }

    private static let types = "th.khamrong.account."

    private func load() throws { try read(after: try takeKept()) }

    /// Takes what was kept, and says up to where that is true.
    private func takeKept() throws -> Position {
        let kept = try accounts.uniqueEntries() ?? UniqueEntries()
        held.with { $0 = kept.accounts }
        return kept.through
    }

    /// Keeps the map in the vault for the next start: what the log says up to `position` must be
    /// in it, more may be.
    func keep(through position: Position) throws {
        guard let accounts = held.with({ $0 }) else { return }
        try self.accounts.replace(
            UniqueEntries(accounts: accounts, through: position), hashedBy: hasher)
    }

    /// The values that a person claims by what is in these sections.
    func claims(in sections: [PlainSection]) throws(CanonicalError) -> [Claim] {
        var claims: [Claim] = []
        for section in sections {
            claims += try self.claims(field: section.field, content: section.content)
        }
        return claims
    }

    /// Those of `claims` that another account than `account` has.
    ///
    /// After a batch that failed the map is read again, by way of the transaction: the writer may
    /// not open another one beside it.
    func taken(
        _ claims: [Claim], by account: String, in transaction: borrowing AppendTransaction
    ) throws -> [AccountRefusal.Unique] {
        if held.with({ $0 == nil }) {
            var position: Position? = try takeKept()
            while let after = position {
                let page = try transaction.read(type: Self.types, after: after, limit: 1000)
                for entry in page.entries {
                    try read(try RecordedEvent.read(entry)) { number in
                        try transaction.section(at: entry.position, number: number)
                    }
                }
                position = page.next
            }
        }
        return held.with { held in
            claims.filter { held?[$0.digest].map { $0 != account } ?? false }.map(\.unique)
        }
    }

    /// The account that has this value; nil if nobody has.
    ///
    /// After a batch that failed it waits for the next decision to read the map again.
    func holder(of value: String, as unique: AccountRefusal.Unique) throws -> String? {
        guard let held = held.with({ $0 }) else { throw RequestRefusal.notReady }
        return held[digest(value, unique)]
    }

    /// Who has that one of the claims.
    func holder(of unique: AccountRefusal.Unique, among claims: [Claim]) -> String? {
        claims.first { $0.unique == unique }.flatMap { claim in
            held.with { held in held?[claim.digest] }
        }
    }

    func take(_ claims: [Claim], for account: String) {
        held.with { held in
            for claim in claims { held?[claim.digest] = account }
        }
    }

    /// Gives back what an erased account had.
    func release(_ account: String) {
        held.with { held in held = held?.filter { $0.value != account } }
    }

    private func claims(
        field: String, content: [UInt8]
    ) throws(CanonicalError) -> [Claim] {
        var claims: [Claim] = []
        func claim(_ value: String?, _ unique: AccountRefusal.Unique) {
            guard let value, !value.isEmpty else { return }
            claims.append(Claim(unique: unique, digest: digest(value, unique)))
        }
        switch SectionKind(rawValue: field) {
        case .identity:
            let identity = try Identity.decoded(content)
            claim(identity.nationalID, .nationalID)
            claim(identity.passport, .passport)
            claim(identity.email, .email)
        case .contact: claim(try Contact.decoded(content).email, .email)
        case .login: claim(try Login.decoded(content).key, .login)
        default: break
        }
        return claims
    }

    private func digest(_ value: String, _ unique: AccountRefusal.Unique) -> Digest {
        hasher.hash(ThaiText.key(value), kind: unique.rawValue)
    }

    private func read(after start: Position) throws {
        var position: Position? = start
        while let after = position {
            let page = try log.read(type: Self.types, after: after, limit: 1000)
            for entry in page.entries {
                try read(try RecordedEvent.read(entry)) { number in
                    try log.section(at: entry.position, number: number)
                }
            }
            position = page.next
        }
    }

    private func read(
        _ recorded: RecordedEvent, section blob: (Int) throws -> [UInt8]?
    ) throws {
        switch recorded.event {
        case .account(.registered), .account(.identityCorrected), .account(.contactChanged),
            .account(.loginLinked):
            for section in recorded.frame.sections {
                guard vault.erasure(of: section.keyReference) == nil,
                    let blob = try blob(section.number)
                else { continue }
                let opened = try vault.key(section.keyReference)
                    .open(blob, as: section, of: recorded.id)
                take(
                    try claims(field: section.field, content: opened.content),
                    for: recorded.stream.name)
            }
        case .account(.erased): release(recorded.stream.name)
        default: break
        }
    }
}

extension Login {
    /// What two logins of the same person have in common.
    package var key: String { "\(issuer)\n\(subject)" }
}
