internal import CLMDB
internal import Glibc

/// LMDB's own handle of an environment and those of its tables.
// Safe to send: LMDB's environment handle may be used by all threads.
@safe struct OpenEnvironment: @unchecked Sendable {
    let handle: OpaquePointer
    let tables: [MDB_dbi]

    /// Readers at a time, of all processes.
    private static let largestReaders = 1022

    init(
        _ directory: String, tables: [TableSpecification], mapSize: Int, mode: OpenMode
    ) throws(LMDBError) {
        if Directory.holdsEnvironment(directory), !mode.makes {
            guard try !PageFile.isCutOff(in: directory) else { throw .cutOff }
        }
        if mode != .read { try Self.reserveLockFile(in: directory) }
        var created: OpaquePointer?
        try unsafe check(mdb_env_create(&created), "mdb_env_create")
        let handle = unsafe created!
        unsafe mdb_env_set_assert(handle) { _, message in unsafe Contradiction.end(message) }
        do throws(LMDBError) {
            try unsafe check(
                mdb_env_set_maxreaders(handle, UInt32(Self.largestReaders)),
                "mdb_env_set_maxreaders")
            try unsafe check(mdb_env_set_maxdbs(handle, UInt32(tables.count)), "mdb_env_set_maxdbs")
            try unsafe check(mdb_env_set_mapsize(handle, mapSize), "mdb_env_set_mapsize")
            // NOTLS: a read transaction belongs to its value, not to its thread.
            // NORDAHEAD is left out: a replay reads the file from front to back.
            var flags = MDB_NOTLS
            if mode == .draft { flags |= MDB_NOSYNC }
            if mode == .read {
                flags |= MDB_RDONLY
                // LMDB itself does without the lock only on a read-only file system.
                if Directory.isProtected(directory) { flags |= MDB_NOLOCK }
            }
            try unsafe check(mdb_env_open(handle, directory, UInt32(flags), 0o640), "mdb_env_open")
            self.tables = try unsafe Self.open(tables, in: handle, mode: mode)
            unsafe self.handle = handle
            try removeDeadReaders()
        } catch {
            unsafe mdb_env_close(handle)
            throw error
        }
    }

    func close() { unsafe mdb_env_close(handle) }

    var mapSize: Int {
        var information = unsafe MDB_envinfo()
        unsafe mdb_env_info(handle, &information)
        return unsafe information.me_mapsize
    }

    var usedSize: Int {
        var information = unsafe MDB_envinfo()
        unsafe mdb_env_info(handle, &information)
        var statistics = MDB_stat()
        unsafe mdb_env_stat(handle, &statistics)
        return unsafe (information.me_last_pgno + 1) * Int(statistics.ms_psize)
    }

    func resize(to size: Int) throws(LMDBError) {
        try unsafe check(mdb_env_set_mapsize(handle, size), "mdb_env_set_mapsize")
    }

    /// Writes what is in use, and no free page, to `directory`. C: `mdb_env_copy2`.
    func copyCompact(to directory: String) throws(LMDBError) {
        try unsafe check(
            mdb_env_copy2(handle, directory, UInt32(MDB_CP_COMPACT)), "mdb_env_copy2")
    }

    /// The flush comes first: when it fails, the environment is the draft that it was.
    func settle() throws(LMDBError) {
        try unsafe check(mdb_env_sync(handle, 1), "mdb_env_sync")
        try unsafe check(
            mdb_env_set_flags(handle, UInt32(MDB_NOSYNC), 0), "mdb_env_set_flags")
    }

    var isSettled: Bool {
        var flags: UInt32 = 0
        unsafe mdb_env_get_flags(handle, &flags)
        return flags & UInt32(MDB_NOSYNC) == 0
    }

    @discardableResult func removeDeadReaders() throws(LMDBError) -> Int {
        var dead: Int32 = 0
        try unsafe check(mdb_reader_check(handle, &dead), "mdb_reader_check")
        return Int(dead)
    }

    /// How many commits the oldest read transaction of any process has missed; nil without one.
    ///
    /// What was freed since then cannot be used again: a reader that stays makes the file grow.
    var oldestReaderAge: Int? {
        var table: [UInt8] = []
        _ = unsafe withUnsafeMutablePointer(to: &table) { table in
            unsafe mdb_reader_list(handle, takeReaders, table)
        }
        var information = unsafe MDB_envinfo()
        unsafe mdb_env_info(handle, &information)
        let last = unsafe Int(information.me_last_txnid)
        // A line a reader: process, thread, transaction, which is “-” while it has none.
        let begun = String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap {
            Int($0.split(separator: " ").last ?? "")
        }
        return begun.min().map { max(0, last - $0) }
    }

    private static func open(
        _ tables: [TableSpecification], in handle: OpaquePointer, mode: OpenMode
    ) throws(LMDBError) -> [MDB_dbi] {
        var begun: OpaquePointer?
        let flags = UInt32(mode.makes ? 0 : MDB_RDONLY)
        try unsafe check(mdb_txn_begin(handle, nil, flags, &begun), "mdb_txn_begin")
        let transaction = unsafe begun!
        var opened: [MDB_dbi] = []
        do throws(LMDBError) {
            for table in tables {
                var flags = mode.makes ? MDB_CREATE : 0
                if table.hasIntegerKeys { flags |= MDB_INTEGERKEY }
                var identifier: MDB_dbi = 0
                try unsafe check(
                    mdb_dbi_open(transaction, table.name, UInt32(flags), &identifier),
                    "mdb_dbi_open")
                opened.append(identifier)
            }
        } catch {
            unsafe mdb_txn_abort(transaction)
            throw error
        }
        try unsafe check(mdb_txn_commit(transaction), "mdb_txn_commit")
        return opened
    }

    /// Gives the lock file its blocks: LMDB writes it through a map, and a full disk would kill the
    /// process by a signal where a reader's slot has no block yet.
    private static func reserveLockFile(in directory: String) throws(LMDBError) {
        let file = unsafe Glibc.open("\(directory)/lock.mdb", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw LMDBError(code: errno, function: "open") }
        defer { Glibc.close(file) }
        // Slots of one cache line, after a head of a few.
        let code = posix_fallocate(file, 0, (largestReaders + 8) * 64)
        guard code == 0 else { throw LMDBError(code: code, function: "posix_fallocate") }
    }
}

/// C: `MDB_msg_func`
private nonisolated func takeReaders(
    _ message: UnsafePointer<CChar>?, _ context: UnsafeMutableRawPointer?
) -> CInt {
    guard let message = unsafe message, let context = unsafe context else { return 0 }
    let bytes = unsafe UnsafeBufferPointer(start: message, count: strlen(message))
    let table = unsafe context.assumingMemoryBound(to: [UInt8].self)
    unsafe table.pointee += bytes.map { UInt8(bitPattern: $0) }
    return 0
}
