internal import CSQLite

/// One connection to one SQLite file.
///
/// It is not `Sendable`: one thread at a time uses a connection and its statements, and the
/// compiler sees to it. Share one by putting it into a `Monitor`, or open one for each thread.
/// Every call blocks. C: `sqlite3_open_v2`.
@safe package final class Database {
    package enum Mode: Sendable {
        /// Reads and writes; makes the file where there is none.
        case create
        /// Reads and writes a file that is there.
        case write
        /// Reads a file that others may be writing.
        case read
        /// Reads a file that nobody writes, even from a directory that cannot be written.
        case readImmutable
    }

    let connection: Connection
    package let path: String
    private var cache: [String: Statement] = [:]
    private static let cacheCapacity = 100

    package init(
        path: String, mode: Mode = .create, settings: Settings = Settings()
    ) throws(SQLiteError) {
        self.path = path
        let flags =
            switch mode {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .write: SQLITE_OPEN_READWRITE
            case .read: SQLITE_OPEN_READONLY
            case .readImmutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            }
        connection = try Connection(
            path: mode == .readImmutable ? Self.immutableURI(path) : path,
            flags: flags | SQLITE_OPEN_NOMUTEX)
        unsafe sqlite3_busy_timeout(connection.handle, settings.busyTimeoutMilliseconds)
        let pragmas = settings.pragmas(writing: mode == .create || mode == .write)
        do {
            try execute(pragmas)
        } catch  where mode == .read && error.extendedCode == SQLiteError.readOnlyRollback {
            try Self.rollBack(path, settings)
            try execute(pragmas)
        } catch {
            throw error.naming(path)
        }
    }

    /// Opens what a file holds, which nobody writes meanwhile, so that changes are this connection's
    /// alone and go with it: nothing is copied but the pages that change. The file must be whole.
    ///
    /// - Parameter room: the bytes by which it may grow; they cost nothing until they are used.
    package init(passing path: String, room: Int) throws(SQLiteError) {
        self.path = path
        connection = try Connection(try PrivateMapping(path, room: room), of: path)
        do {
            // As far as they have not changed, pages are read where they lie.
            try execute(
                "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA journal_mode=OFF;"
                    + "PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF;"
                    + "PRAGMA mmap_size=\(Self.mostMapped);")
        } catch {
            throw error.naming(path)
        }
    }

    private static let mostMapped = 0x7FFF_0000

    /// Undoes what a process had begun that was killed: a reader may not, and could not go on.
    private static func rollBack(_ path: String, _ settings: Settings) throws(SQLiteError) {
        let writer = try Connection(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)
        unsafe sqlite3_busy_timeout(writer.handle, settings.busyTimeoutMilliseconds)
        let sql = "SELECT count(*) FROM sqlite_schema"
        try writer.check(unsafe sqlite3_exec(writer.handle, sql, nil, nil, nil), sql)
    }

    /// Runs one statement or several that take no values and whose rows do not matter.
    package func execute(_ sql: String) throws(SQLiteError) {
        try connection.check(unsafe sqlite3_exec(connection.handle, sql, nil, nil, nil), sql)
    }

    /// The statement for `sql`, prepared once and kept; a second one while the first is stepping.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        if let kept = cache[sql], !kept.isBusy {
            kept.reset()
            return kept
        }
        let statement = try Statement(connection, sql)
        if cache.count >= Self.cacheCapacity { cache.removeAll() }
        cache[sql] = statement
        return statement
    }

    /// Rows that the last `INSERT`, `UPDATE` or `DELETE` touched.
    package var changes: Int { unsafe Int(sqlite3_changes64(connection.handle)) }

    package var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(connection.handle) }

    package var isInTransaction: Bool { unsafe sqlite3_get_autocommit(connection.handle) == 0 }

    /// Nothing if all is well, otherwise what `integrity_check` found, at most a hundred lines.
    package func damage() throws(SQLiteError) -> [String] {
        var found: [String] = []
        do {
            let statement = try prepare("PRAGMA integrity_check")
            defer { statement.reset() }
            while try statement.step() { found.append(statement.row.text(0)) }
        } catch  where error.kind == .corrupt {
            found.append(error.message)
        }
        return found == ["ok"] ? [] : found
    }

    /// Writes a compact copy to a new file: the state at one moment, without deleted rows.
    package func copy(to path: String) throws(SQLiteError) {
        try run("VACUUM INTO ?", path)
    }

    private static func immutableURI(_ path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                uri += "%" + String(byte, radix: 16)
            default: uri.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return uri + "?immutable=1"
    }
}
