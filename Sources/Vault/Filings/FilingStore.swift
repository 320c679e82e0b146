internal import Crypto
internal import Entries
internal import SQLite

/// `drafts.sqlite`: sealed parts, and beside them only what limits and lists need.
///
/// Belongs to one thread at a time: `UnfinishedFilings` keeps it in a monitor.
struct FilingStore {
    let database: Database

    static let schema = """
        CREATE TABLE filings (
          key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 16),
          hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
          account TEXT,
          version INTEGER NOT NULL,
          created INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          next_file INTEGER NOT NULL,
          id BLOB NOT NULL,
          answers BLOB NOT NULL
        ) STRICT;
        CREATE INDEX filings_by_account ON filings (account, changed);
        CREATE INDEX filings_by_change ON filings (changed);
        CREATE TABLE files (
          key BLOB NOT NULL,
          number INTEGER NOT NULL,
          size INTEGER NOT NULL,
          card BLOB NOT NULL,
          PRIMARY KEY (key, number)
        ) STRICT;
        CREATE INDEX files_by_size ON files (size);
        CREATE TABLE handovers (key BLOB NOT NULL PRIMARY KEY, card BLOB NOT NULL) STRICT;
        CREATE TABLE leaving (key BLOB NOT NULL PRIMARY KEY) STRICT;
        """

    /// All changes so far are on the disk, and what they overwrote is nowhere, when this returns.
    func settle() throws { try database.execute("PRAGMA wal_checkpoint(TRUNCATE)") }

    /// A filing as it lies there.
    struct Filing: Sendable {
        let key: KeyReference
        let hash: Digest
        let account: String?
        let version: Int
        let created: Instant
        let changed: Instant
        let id: [UInt8]
        let answers: [UInt8]
        var files: [(number: Int, card: [UInt8])] = []
    }

    private static let columns =
        "SELECT key, hash, account, version, created, changed, id, answers FROM filings "

    private static func filing(_ row: borrowing Row) throws -> Filing {
        guard let key = KeyReference(row.bytes(0)[...]), let hash = Digest(row.bytes(1)) else {
            throw FilingError.damaged
        }
        return Filing(
            key: key, hash: hash, account: row.optionalText(2), version: row.int(3),
            created: Instant(milliseconds: row.int(4)), changed: Instant(milliseconds: row.int(5)),
            id: row.bytes(6), answers: row.bytes(7))
    }

    private func withFiles(_ filing: Filing) throws -> Filing {
        var filing = filing
        filing.files = try database.rows(
            "SELECT number, card FROM files WHERE key = ? ORDER BY number", filing.key.bytes
        ) { (number: $0.int(0), card: $0.bytes(1)) }
        return filing
    }

    /// The filing of that id, if it is the account's, or nobody's.
    func filing(_ id: FilingID, for account: String?) throws -> Filing {
        let found = try database.first(
            Self.columns + "WHERE hash = ?", id.hash.bytes, read: Self.filing)
        guard let found, found.account == nil || found.account == account else {
            throw FilingError.gone
        }
        return try withFiles(found)
    }

    func filings(of account: String) throws -> [Filing] {
        try database.rows(
            Self.columns + "WHERE account = ? ORDER BY changed DESC", account, read: Self.filing
        ).map(withFiles)
    }

    func keys() throws -> [KeyReference] {
        try database.rows("SELECT key FROM filings UNION SELECT key FROM leaving") {
            KeyReference($0.bytes(0)[...])
        }.compactMap { $0 }
    }

    /// How many filings an account has; those of guests together if it is nil.
    func count(of account: String?) throws -> Int {
        try database.first("SELECT count(*) FROM filings WHERE account IS ?", account) {
            $0.int(0)
        } ?? 0
    }

    /// How many files a filing has, how many bytes, and how many all have together.
    func sizes(_ key: KeyReference) throws -> (files: Int, bytes: Int, all: Int) {
        let own = try database.first(
            "SELECT count(*), ifnull(sum(size), 0) FROM files WHERE key = ?", key.bytes
        ) { ($0.int(0), $0.int(1)) }
        let all = try database.first("SELECT ifnull(sum(size), 0) FROM files") { $0.int(0) }
        return (own?.0 ?? 0, own?.1 ?? 0, all ?? 0)
    }

    /// A number that no file of the filing has had.
    func nextFile(of key: KeyReference) throws -> Int {
        try database.run("UPDATE filings SET next_file = next_file + 1 WHERE key = ?", key.bytes)
        return try database.first(
            "SELECT next_file - 1 FROM filings WHERE key = ?", key.bytes
        ) { $0.int(0) } ?? 1
    }

    func insert(_ filing: Filing) throws {
        try database.run(
            "INSERT INTO filings VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)", filing.key.bytes,
            filing.hash.bytes, filing.account, filing.version, filing.created.milliseconds,
            filing.changed.milliseconds, filing.id, filing.answers)
    }

    /// Notes a change by one version; false, and nothing done, if the filing has gone, is no
    /// longer the same person's, or is not at `version` any more.
    func change(
        _ filing: Filing, from version: Int, at now: Instant, answers: [UInt8]? = nil
    ) throws -> Bool {
        try database.run(
            """
            UPDATE filings SET version = version + 1, changed = max(changed, ?),
              answers = ifnull(?, answers)
            WHERE key = ? AND version = ? AND account IS ?
            """, now.milliseconds, answers, filing.key.bytes, version, filing.account)
        return database.changes == 1
    }

    /// Takes the filings out; their keys and files are to be destroyed.
    func leave(_ keys: [KeyReference]) throws {
        for key in keys {
            for table in ["filings", "files", "handovers"] {
                try database.run("DELETE FROM \(table) WHERE key = ?", key.bytes)
            }
            try database.run("INSERT OR IGNORE INTO leaving VALUES (?)", key.bytes)
        }
    }
}
