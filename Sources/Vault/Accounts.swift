package import Entries
internal import Files
internal import SQLite
internal import Threads

/// `accounts.sqlite`: password hashes, and which account has what only one may have.
///
/// Nothing here is the truth about an account: that is the log's. Any thread may use it.
package final class Accounts: Sendable {
    private let database: Monitor<Database>
    private let vault: Vault

    static let schema = """
        CREATE TABLE passwords (
          account TEXT NOT NULL PRIMARY KEY,
          hash TEXT NOT NULL,
          changed INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE unique_values (
          hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
          account TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX unique_values_by_account ON unique_values (account);
        CREATE TABLE unique_state (epoch INTEGER NOT NULL, through INTEGER NOT NULL) STRICT;
        """

    /// Of `SecondFactors`; made where an older vault has none.
    private static let factors = """
        CREATE TABLE IF NOT EXISTS second_factors (
          account TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('offered', 'set')),
          salt BLOB NOT NULL CHECK (length(salt) = 16),
          made INTEGER NOT NULL,
          last_step INTEGER NOT NULL,
          PRIMARY KEY (account, state)
        ) STRICT, WITHOUT ROWID;
        """

    /// Opens the file. A process that is not the office's writer may open it too: each change is
    /// one transaction of SQLite.
    package init(_ vault: Vault) throws {
        self.vault = vault
        database = Monitor(try Self.open(vault.place))
    }

    /// Makes the file of a new vault.
    static func make(_ place: VaultPlace) throws {
        _ = try Database.vault(at: place.accountsFile, schema: schema)
    }

    /// A file that is gone is not made anew: every password would be gone with it.
    static func open(_ place: VaultPlace) throws -> Database {
        guard try place.holds(place.accountsFile) else {
            throw VaultError.accountsMissing(place.accountsFile)
        }
        let database = try Database.vault(at: place.accountsFile, schema: schema)
        try database.execute(factors)
        return database
    }

    /// A second factor that is on offer goes: whoever had the old password may have seen it.
    package func setPassword(hash: String, of account: String, at now: Instant) throws {
        try database.with { database in
            try database.transaction {
                try database.run(
                    "INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)", account, hash,
                    now.milliseconds)
                try database.run(
                    "DELETE FROM second_factors WHERE account = ? AND state = 'offered'", account)
            }
        }
    }

    /// Nil: the account has no password, or there is no such account.
    package func passwordHash(of account: String) throws -> String? {
        try database.with { database in
            try database.first("SELECT hash FROM passwords WHERE account = ?", account) {
                $0.text(0)
            }
        }
    }

    /// Takes out all there is of an account.
    package func forget(_ account: String) throws {
        try database.with { database in
            try database.transaction {
                try database.run("DELETE FROM passwords WHERE account = ?", account)
                try database.run("DELETE FROM second_factors WHERE account = ?", account)
                try database.run("DELETE FROM unique_values WHERE account = ?", account)
            }
        }
    }

    /// Takes out an account's second factor, the one on offer too.
    package func forgetFactor(of account: String) throws {
        try database.with { database in
            try database.run("DELETE FROM second_factors WHERE account = ?", account)
        }
    }
}

extension Accounts {
    /// The hasher of this epoch; a rotation makes it stale, and the entries made with it.
    package func uniqueHasher() -> UniqueHasher {
        vault.store.with { UniqueHasher($0.current) }
    }

    /// What was kept; nil if that was never, or in another epoch: read the log again then, and
    /// `replace` it. What the log says after `through` is missing here.
    package func uniqueEntries() throws -> UniqueEntries? {
        let epoch = uniqueHasher().epoch
        return try database.with { database in
            let through = try database.first(
                "SELECT through FROM unique_state WHERE epoch = ?", epoch
            ) { Position($0.int64(0)) }
            guard let through else { return nil }
            var entries = UniqueEntries(through: through)
            let rows = try database.rows("SELECT hash, account FROM unique_values") {
                ($0.bytes(0), $0.text(1))
            }
            for (bytes, account) in rows {
                guard let hash = Digest(bytes) else { continue }
                entries.accounts[hash] = account
            }
            return entries
        }
    }

    /// Keeps the whole map in place of what was kept.
    package func replace(_ entries: UniqueEntries, hashedBy hasher: UniqueHasher) throws {
        try database.with { database in
            try database.transaction {
                try database.execute("DELETE FROM unique_values; DELETE FROM unique_state")
                try database.run(
                    "INSERT INTO unique_state VALUES (?, ?)", hasher.epoch, entries.through)
                try database.insert(entries.accounts)
            }
        }
    }

    /// Keeps further entries; false, and nothing kept, if the hasher is stale.
    package func add(_ entries: UniqueEntries, hashedBy hasher: UniqueHasher) throws -> Bool {
        guard hasher.epoch == uniqueHasher().epoch else { return false }
        return try database.with { database in
            try database.transaction {
                try database.run(
                    "UPDATE unique_state SET through = max(through, ?) WHERE epoch = ?",
                    entries.through, hasher.epoch)
                guard database.changes == 1 else { return false }
                try database.insert(entries.accounts)
                return true
            }
        }
    }
}

extension Database {
    fileprivate func insert(_ accounts: [Digest: String]) throws {
        let insert = try prepare("INSERT OR REPLACE INTO unique_values VALUES (?, ?)")
        for (hash, account) in accounts { try insert.run(hash.bytes, account) }
    }
}
