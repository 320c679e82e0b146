internal import Crypto
package import Entries
internal import SQLite
internal import Threads

/// `codes.sqlite`: one-time codes and links that are out, and how often somebody guessed.
///
/// A code stands nowhere, not even hashed: it is computed from the event it was asked for with and
/// a key that never lies with the data. Losing the file makes every code that is out worthless, no
/// more. Any thread may use it.
package final class OneTimeCodes: Sendable {
    let database: Monitor<Database>
    let vault: Vault

    /// Wrong codes before one is dead.
    package static let mostTries = 5
    package static let resendMilliseconds = 60_000
    /// In 24 hours, to one account.
    package static let mostADay = 10

    static let schema = """
        CREATE TABLE codes (
          purpose TEXT NOT NULL,
          account TEXT NOT NULL,
          event TEXT NOT NULL,
          position INTEGER NOT NULL,
          manner TEXT NOT NULL,
          token BLOB NOT NULL CHECK (length(token) = 32),
          epoch INTEGER NOT NULL,
          issued INTEGER NOT NULL,
          expires INTEGER NOT NULL,
          wrong INTEGER NOT NULL DEFAULT 0,
          spent INTEGER NOT NULL DEFAULT 0,
          day_began INTEGER NOT NULL,
          day_count INTEGER NOT NULL,
          PRIMARY KEY (purpose, account)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX codes_by_token ON codes (token);
        """

    /// Opens the file, made where there is none.
    package init(_ vault: Vault) throws {
        self.vault = vault
        database = Monitor(try Database.vault(at: vault.place.codesFile, schema: Self.schema))
    }

    /// The code or link for the `event` at `position`, which asked for it; nil if it is no good.
    ///
    /// Again for the same event it is the same; a newer event makes the older one's worthless, and
    /// an older event changes nothing.
    @discardableResult
    package func issue(
        _ purpose: OneTimeCode.Purpose, to account: String, for event: EventID,
        at position: Position, as manner: OneTimeCode.Manner = .code, at now: Instant,
        until end: Instant
    ) throws -> OneTimeCode? {
        let secret = maker(purpose, account, event)
        try database.with { database in
            try database.transaction {
                let last = try database.stored(purpose, account)
                if let last, last.position >= position { return }
                let day = Self.day(after: last, at: now)
                try database.run(
                    "INSERT OR REPLACE INTO codes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
                    purpose.rawValue, account, "\(event)", position, manner.rawValue,
                    Self.hash(secret.token).bytes, secret.epoch, now.milliseconds,
                    end.milliseconds, day.began.milliseconds, day.count)
            }
        }
        guard try database.with({ try $0.stored(purpose, account) })?.event == event else {
            return nil
        }
        return try code(purpose, of: account, at: now)
    }

    /// From when on another may be asked for; nil if it may be at once.
    package func nextIssue(
        _ purpose: OneTimeCode.Purpose, to account: String, at now: Instant
    ) throws -> Instant? {
        guard let last = try database.with({ try $0.stored(purpose, account) }) else { return nil }
        var moment = last.issued.advanced(milliseconds: Self.resendMilliseconds)
        let day = Self.day(after: last, at: now)
        if day.count > Self.mostADay {
            moment = max(moment, day.began.advanced(milliseconds: 86_400_000))
        }
        return moment > now ? moment : nil
    }

    /// What a page may say of the code that is out; nil if there is none that is good. Looking
    /// costs nothing: it is for `GET`.
    package func code(
        _ purpose: OneTimeCode.Purpose, of account: String, at now: Instant
    ) throws -> OneTimeCode? {
        guard let stored = try database.with({ try $0.stored(purpose, account) }) else {
            return nil
        }
        return visible(stored, purpose, account, at: now)
    }

    /// What a page may say of the link whose token that is; nil if it is not good. For `GET`.
    package func code(
        _ purpose: OneTimeCode.Purpose, token: String, at now: Instant
    ) throws -> OneTimeCode? {
        let account = try database.with { database in
            try database.first(
                "SELECT account FROM codes WHERE token = ? AND purpose = ? AND manner = 'link'",
                Self.hash(token).bytes, purpose.rawValue
            ) { $0.text(0) }
        }
        return try account.flatMap { try code(purpose, of: $0, at: now) }
    }

    /// Holds what was typed, a code or a link's token, against the one that is out.
    ///
    /// A wrong one is counted before the answer; a right one lives on until it is spent, so that
    /// a password that is refused does not cost the code.
    package func check(
        _ typed: String, _ purpose: OneTimeCode.Purpose, of account: String, at now: Instant
    ) throws -> OneTimeCode.Verdict {
        try database.with { database in
            try database.transaction {
                guard let stored = try database.stored(purpose, account),
                    visible(stored, purpose, account, at: now) != nil
                else { return .dead }
                let secret = maker(purpose, account, stored.event)
                let isRight =
                    switch stored.manner {
                    case .code: Self.isEqual(Self.digits(typed), secret.code)
                    case .link: Self.isEqual(typed, secret.token)
                    }
                if isRight { return .right }
                try database.run(
                    "UPDATE codes SET wrong = wrong + 1 WHERE purpose = ? AND account = ?",
                    purpose.rawValue, account)
                let left = Self.mostTries - stored.wrong - 1
                return left > 0 ? .wrong(triesLeft: left) : .dead
            }
        }
    }

    /// Makes the code worthless, since what it was for is done.
    package func spend(_ purpose: OneTimeCode.Purpose, of account: String) throws {
        try database.with { database in
            try database.run(
                "UPDATE codes SET spent = 1 WHERE purpose = ? AND account = ?", purpose.rawValue,
                account)
        }
    }

    /// The code or token for the message that carries it; nil if it is no longer the one that is
    /// out and good.
    package func secret(
        _ purpose: OneTimeCode.Purpose, to account: String, for event: EventID, at now: Instant
    ) throws -> String? {
        guard let stored = try database.with({ try $0.stored(purpose, account) }),
            stored.event == event, visible(stored, purpose, account, at: now) != nil
        else { return nil }
        let secret = maker(purpose, account, event)
        return stored.manner == .code ? secret.code : secret.token
    }

    /// Takes out what is of no more use, and all there is of a forgotten account.
    package func sweep(at now: Instant, forgetting account: String? = nil) throws {
        try database.with { database in
            try database.run(
                "DELETE FROM codes WHERE expires < ? AND day_began < ? OR account = ?",
                now.milliseconds, now.milliseconds - 86_400_000, account)
        }
    }

    private func maker(
        _ purpose: OneTimeCode.Purpose, _ account: String, _ event: EventID
    ) -> CodeMaker {
        vault.store.with { CodeMaker($0.current, purpose.rawValue, account, event) }
    }

    private func visible(
        _ stored: StoredCode, _ purpose: OneTimeCode.Purpose, _ account: String, at now: Instant
    ) -> OneTimeCode? {
        let maker = maker(purpose, account, stored.event)
        // A new epoch's key makes other codes than the one that was sent.
        guard stored.epoch == maker.epoch, !stored.isSpent, stored.expires > now,
            stored.wrong < Self.mostTries
        else { return nil }
        return OneTimeCode(
            purpose: purpose, account: account, manner: stored.manner,
            reference: maker.reference, issued: stored.issued, expires: stored.expires,
            triesLeft: Self.mostTries - stored.wrong)
    }

    private static func day(
        after last: StoredCode?, at now: Instant
    ) -> (began: Instant, count: Int) {
        guard let last, now.milliseconds - last.dayBegan.milliseconds < 86_400_000 else {
            return (now, 1)
        }
        return (last.dayBegan, last.dayCount + 1)
    }

    private static func hash(_ token: String) -> Digest { SHA256.hash(Array(token.utf8)) }
}
