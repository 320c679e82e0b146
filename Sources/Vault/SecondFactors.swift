internal import Crypto
package import Entries
internal import SQLite
internal import Threads

/// Second factors of whoever works here, in `accounts.sqlite`: a salt each, and the last step whose
/// code was used.
///
/// The secret stands nowhere: it is computed from the salt and a secret among the office's keys.
/// Whether somebody must show one is the log's to say. Any thread may use it.
package final class SecondFactors: Sendable {
    private let database: Monitor<Database>
    private let key: SecretKey
    /// How long an offer is made again: whoever saw an older one does not know what is set later.
    private static let offerMilliseconds = 600_000

    /// Only the holder of the office's writer lock may open it.
    package init(_ vault: Vault) throws {
        database = Monitor(try Accounts.open(vault.place))
        key = try vault.secret(named: "second-factors")
    }

    /// What an account is to set up: the same for ten minutes or until it is set, so that a page
    /// may be loaded again.
    package func offer(to account: String, at now: Instant) throws -> SecondFactor {
        try database.with { database in
            try database.transaction(.immediate) {
                if let row = try offered(to: account, within: 1, at: now, in: database) {
                    return secret(row, account)
                }
                let row = FactorRow(
                    salt: SecureRandom.current.bytes(16), made: now.milliseconds, lastStep: 0)
                try database.run(
                    "INSERT OR REPLACE INTO second_factors VALUES (?, 'offered', ?, ?, 0)",
                    account, row.salt, row.made)
                return secret(row, account)
            }
        }
    }

    /// Whether the app shows the codes of what was offered. It counts only once it is `set`.
    package func isOffered(_ typed: String, to account: String, at now: Instant) throws -> Bool {
        try database.with { database in
            guard let row = try offered(to: account, within: 2, at: now, in: database) else {
                return false
            }
            return secret(row, account).step(of: typed, at: now, after: row.lastStep) != nil
        }
    }

    /// Puts what was offered in the place of what was set, if any; the code that shows that the app
    /// has it is used up. False, and nothing changed, if it is not right.
    package func set(_ account: String, by typed: String, at now: Instant) throws -> Bool {
        try database.with { database in
            try database.transaction(.immediate) {
                guard let row = try offered(to: account, within: 2, at: now, in: database),
                    let step = secret(row, account).step(of: typed, at: now, after: row.lastStep)
                else { return false }
                try database.run(
                    "DELETE FROM second_factors WHERE account = ? AND state = 'set'", account)
                try database.run(
                    "UPDATE second_factors SET state = 'set', made = ?, last_step = ? "
                        + "WHERE account = ?", now.milliseconds, step, account)
                return true
            }
        }
    }

    /// Whether a code is right; a right one is used up, and all before it.
    package func take(_ typed: String, of account: String, at now: Instant) throws -> Bool {
        try database.with { database in
            try database.transaction(.immediate) {
                guard let row = try database.factor("set", account),
                    let step = secret(row, account).step(of: typed, at: now, after: row.lastStep)
                else { return false }
                try database.run(
                    "UPDATE second_factors SET last_step = ? WHERE account = ? AND state = 'set'",
                    step, account)
                return true
            }
        }
    }

    /// What is set, for whoever stands for the app in a test.
    package func current(of account: String) throws -> SecondFactor? {
        try database.with { database in
            try database.factor("set", account).map { secret($0, account) }
        }
    }

    /// A page that was loaded at an offer's last moment has as long again to be sent.
    private func offered(
        to account: String, within spans: Int, at now: Instant, in database: Database
    ) throws -> FactorRow? {
        guard let row = try database.factor("offered", account),
            abs(now.milliseconds - row.made) < spans * Self.offerMilliseconds
        else { return nil }
        return row
    }

    private func secret(_ row: FactorRow, _ account: String) -> SecondFactor {
        let message = "second-factor/1\n\(account)\n\(Hex.encode(row.salt))\n"
        let hash = HMACSHA256.authenticate(Array(message.utf8), key: key)
        return SecondFactor(secret: Array(hash.bytes.prefix(20)))
    }
}

private struct FactorRow {
    let salt: [UInt8]
    let made: Int
    let lastStep: Int
}

extension Database {
    fileprivate func factor(_ state: String, _ account: String) throws -> FactorRow? {
        try first(
            "SELECT salt, made, last_step FROM second_factors WHERE account = ? AND state = ?",
            account, state
        ) { FactorRow(salt: $0.bytes(0), made: $0.int(1), lastStep: $0.int(2)) }
    }
}
