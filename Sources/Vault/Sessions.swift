internal import Crypto
package import Entries
internal import SQLite
internal import Threads

/// Somebody's being logged in.
package struct Session: Equatable, Sendable {
    /// Names it in lists; the token cannot be told from it.
    package let id: Digest
    package let account: String
    /// What it was begun with, roughly: `Chrome/Android`. Nil where that was not told.
    package let device: String?
    package let created: Instant
    /// To the minute.
    package let seen: Instant
    package let expires: Instant
}

/// `sessions.sqlite`: who is logged in. Tokens stand here as their hashes only.
///
/// Losing the file logs everybody out, no more: that one was seen is noted without waiting for the
/// disk, logins and logouts wait for it. Any thread may use it.
package final class Sessions: Sendable {
    private let database: Monitor<Database>
    private static let seenStepMilliseconds = 60_000
    private static let columns = """
        SELECT sessions.token, account, created, seen, expires, devices.name
        FROM sessions LEFT JOIN devices ON devices.token = sessions.token
        """

    static let schema = """
        CREATE TABLE sessions (
          token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
          account TEXT NOT NULL,
          created INTEGER NOT NULL,
          seen INTEGER NOT NULL,
          expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_by_account ON sessions (account);
        CREATE INDEX sessions_by_end ON sessions (expires);
        """

    /// Beside the sessions, so that a version that knows nothing of them opens the file as before.
    private static let devices = """
        CREATE TABLE IF NOT EXISTS devices (
          token BLOB NOT NULL PRIMARY KEY,
          name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS devices_go AFTER DELETE ON sessions BEGIN
          DELETE FROM devices WHERE token = old.token;
        END;
        """

    /// Opens the file, made where there is none.
    package init(_ place: VaultPlace) throws {
        let opened = try Database.vault(
            at: place.sessionsFile, schema: Self.schema, settings: .buffered)
        try opened.execute(Self.devices)
        database = Monitor(opened)
    }

    /// Begins a session. The token, 64 hexadecimal digits, is told this once.
    ///
    /// `device` is what it is begun with, as roughly as it may be kept.
    package func begin(
        of account: String, at now: Instant, lifetimeMilliseconds: Int, device: String? = nil
    ) throws -> String {
        let token = Hex.encode(SecureRandom.current.bytes(32))
        let expires = now.advanced(milliseconds: lifetimeMilliseconds)
        try database.with { database in
            try database.durably {
                try database.run(
                    "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", Self.hash(token).bytes, account,
                    now.milliseconds, now.milliseconds, expires.milliseconds)
                if let device {
                    try database.run(
                        "INSERT INTO devices VALUES (?, ?)", Self.hash(token).bytes, device)
                }
            }
        }
        return token
    }

    /// The session of a token, and notes that it was seen; nil if there is none or it has expired.
    package func session(_ token: String, at now: Instant) throws -> Session? {
        try database.with { database in
            let found = try database.first(
                Self.columns + " WHERE sessions.token = ? AND expires > ?", Self.hash(token).bytes,
                now.milliseconds, read: Self.session)
            guard let session = found.flatMap({ $0 }) else { return nil }
            let unseen = now.milliseconds - session.seen.milliseconds
            if unseen >= Self.seenStepMilliseconds {
                try database.run(
                    "UPDATE sessions SET seen = ? WHERE token = ?", now.milliseconds,
                    session.id.bytes)
            }
            return session
        }
    }

    /// An account's sessions, the newest first.
    package func list(of account: String, at now: Instant) throws -> [Session] {
        try database.with { database in
            try database.rows(
                Self.columns
                    + " WHERE account = ? AND expires > ? ORDER BY created DESC, sessions.token",
                account, now.milliseconds, read: Self.session
            ).compactMap { $0 }
        }
    }

    /// Ends one session of an account; false if it has no such session.
    package func end(_ id: Digest, of account: String) throws -> Bool {
        try database.with { database in
            try database.durably {
                try database.run(
                    "DELETE FROM sessions WHERE token = ? AND account = ?", id.bytes, account)
                return database.changes == 1
            }
        }
    }

    package func endAll(of account: String) throws {
        try database.with { database in
            try database.durably {
                try database.run("DELETE FROM sessions WHERE account = ?", account)
            }
        }
    }

    /// Takes out the sessions that have expired.
    package func sweep(at now: Instant) throws {
        try database.with { database in
            try database.run("DELETE FROM sessions WHERE expires <= ?", now.milliseconds)
        }
    }

    private static func hash(_ token: String) -> Digest { SHA256.hash(Array(token.utf8)) }

    private static func session(_ row: borrowing Row) -> Session? {
        guard let id = Digest(row.bytes(0)) else { return nil }
        return Session(
            id: id, account: row.text(1), device: row.optionalText(5),
            created: Instant(milliseconds: row.int(2)), seen: Instant(milliseconds: row.int(3)),
            expires: Instant(milliseconds: row.int(4)))
    }
}
