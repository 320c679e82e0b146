internal import CSQLite

/// The owner of SQLite's handle; it closes when the database and the last statement have gone.
@safe final class Connection {
    let handle: OpaquePointer
    /// What the database lies in, if not in a file.
    private let mapping: PrivateMapping?

    init(path: String, flags: Int32) throws(SQLiteError) {
        _ = Self.countsMemory
        var opened: OpaquePointer?
        let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened = unsafe opened else {
            throw SQLiteError(code: code, extendedCode: code, message: "out of memory", sql: path)
        }
        guard code == SQLITE_OK else {
            let error = unsafe Self.error(opened, code, path)
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        unsafe handle = opened
        mapping = nil
        unsafe sqlite3_extended_result_codes(opened, 1)
    }

    /// A connection to what a file holds in memory.
    init(_ mapping: PrivateMapping, of path: String) throws(SQLiteError) {
        _ = Self.countsMemory
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        var code = unsafe sqlite3_open_v2(":memory:", &opened, flags, nil)
        guard let opened = unsafe opened else {
            throw SQLiteError(code: code, extendedCode: code, message: "out of memory", sql: path)
        }
        if code == SQLITE_OK { code = unsafe mapping.lend(to: opened) }
        guard code == SQLITE_OK else {
            let error = unsafe Self.error(opened, code, path)
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        unsafe handle = opened
        self.mapping = mapping
        unsafe sqlite3_extended_result_codes(opened, 1)
    }

    deinit { unsafe sqlite3_close_v2(handle) }

    /// Set once, before the first connection: threads that write different files would wait for
    /// each other at every allocation, to keep sums that nobody asks for.
    private static let countsMemory = khamrong_sqlite3_count_memory(0)

    func check(_ code: Int32, _ sql: String) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw error(code, sql) }
    }

    func error(_ code: Int32, _ sql: String) -> SQLiteError {
        unsafe Self.error(handle, code, sql)
    }

    private static func error(_ handle: OpaquePointer, _ code: Int32, _ sql: String) -> SQLiteError
    {
        SQLiteError(
            code: code & 0xFF, extendedCode: code,
            message: unsafe String(cString: sqlite3_errmsg(handle)), sql: sql)
    }
}
