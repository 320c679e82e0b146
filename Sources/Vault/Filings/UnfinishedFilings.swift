internal import Crypto
package import Entries
internal import SQLite
internal import Threads

/// Filings that people have begun: they survive a closed browser, a restart and a login in the
/// middle, and are gone when they are filed, thrown away, or 30 days old.
///
/// Each is sealed under a key of its own, which is destroyed with it. Any thread may use this;
/// only the holder of the office's writer lock opens it. A power loss may undo the changes of the
/// last moments: what was typed then is typed again, what was filed then is filed as the same
/// petition.
package final class UnfinishedFilings: Sendable {
    let store: Monitor<FilingStore>
    let vault: Vault
    let uploads: SealedFiles
    package let limits: FilingLimits

    /// Opens the directory, made where there is none.
    package init(
        _ directory: String, vault: Vault, limits: FilingLimits = FilingLimits()
    ) throws {
        try PrivateDirectory.make(directory)
        let database = try Database.vault(
            at: directory + "/drafts.sqlite", schema: FilingStore.schema, settings: .buffered)
        store = Monitor(FilingStore(database: database))
        self.vault = vault
        self.limits = limits
        uploads = SealedFiles(directory + "/files")
    }

    /// The keys that are in use here and that no log names: `Vault.settle` must spare them.
    package func keys() throws -> Set<KeyReference> {
        try store.with { store in Set(try store.keys()) }
    }

    /// Begins one; a guest's if there is no account.
    package func begin(
        for account: String?, answers: [UInt8], at now: Instant
    ) throws -> UnfinishedFiling {
        guard answers.count <= limits.answerBytes else {
            throw FilingError.tooLarge(limit: limits.answerBytes)
        }
        let id = FilingID.random()
        let key = try vault.newKey()
        let filing = FilingStore.Filing(
            key: key.reference, hash: id.hash, account: account, version: 1, created: now,
            changed: now, id: FilingPart.id.seal(Array(id.text.utf8), of: id.hash, with: key),
            answers: FilingPart.answers.seal(answers, of: id.hash, with: key))
        try store.with { store in
            try store.database.transaction {
                try checkRoom(for: account, in: store)
                try store.insert(filing)
            }
        }
        return try opened(filing, with: key)
    }

    /// The filing, if it is the account's, or a guest's whose id is known.
    package func filing(_ id: FilingID, for account: String?) throws -> UnfinishedFiling {
        let filing = try stored(id, for: account)
        return try opened(filing, with: try vault.key(filing.key))
    }

    /// An account's filings, the last changed first.
    package func list(of account: String) throws -> [UnfinishedFiling] {
        let filings = try store.with { store in try store.filings(of: account) }
        return try filings.map { try opened($0, with: try vault.key($0.key)) }
    }

    /// Keeps new answers in place of the old ones, if the filing is still as it was `seen`.
    package func save(
        _ answers: [UInt8], in id: FilingID, for account: String?, seen: Int, at now: Instant
    ) throws -> UnfinishedFiling {
        guard answers.count <= limits.answerBytes else {
            throw FilingError.tooLarge(limit: limits.answerBytes)
        }
        let filing = try stored(id, for: account)
        let key = try vault.key(filing.key)
        let sealed = FilingPart.answers.seal(answers, of: filing.hash, with: key)
        try store.with { store in
            try store.database.transaction {
                let current = try store.filing(id, for: account)
                guard try store.change(current, from: seen, at: now, answers: sealed) else {
                    throw FilingError.stale(seen: seen, actual: current.version)
                }
            }
        }
        return try self.filing(id, for: account)
    }

    /// Makes a guest's filing the account's, after the guest has logged in.
    package func adopt(_ id: FilingID, by account: String, at now: Instant) throws {
        try store.with { store in
            try store.database.transaction {
                let filing = try store.filing(id, for: account)
                guard filing.account == nil else { return }
                try checkRoom(for: account, in: store)
                try store.database.run(
                    "UPDATE filings SET account = ?, changed = max(changed, ?) WHERE key = ?",
                    account, now.milliseconds, filing.key.bytes)
            }
        }
    }

    func stored(_ id: FilingID, for account: String?) throws -> FilingStore.Filing {
        try store.with { store in try store.filing(id, for: account) }
    }

    func opened(_ filing: FilingStore.Filing, with key: KeyHandle) throws -> UnfinishedFiling {
        let text = try FilingPart.id.open(filing.id, of: filing.hash, with: key)
        guard let id = FilingID(String(decoding: text, as: UTF8.self)), id.hash == filing.hash
        else { throw FilingError.damaged }
        return UnfinishedFiling(
            id: id, account: filing.account, version: filing.version, created: filing.created,
            changed: filing.changed,
            answers: try FilingPart.answers.open(filing.answers, of: filing.hash, with: key),
            files: try filing.files.map { number, card in
                try Self.card(card, number, of: filing, with: key).filingFile(number)
            })
    }

    static func card(
        _ blob: [UInt8], _ number: Int, of filing: FilingStore.Filing, with key: KeyHandle
    ) throws -> FileCard {
        try FileCard.decoded(FilingPart.file(number).open(blob, of: filing.hash, with: key))
    }

    private func checkRoom(for account: String?, in store: FilingStore) throws {
        let limit = account == nil ? limits.ofGuests : limits.perAccount
        guard try store.count(of: account) < limit else { throw FilingError.tooMany(limit: limit) }
    }
}
