internal import CLMDB

/// The environment as it stood at one moment; what was committed later is not seen.
///
/// Keep it short: pages that it can see are not used again while it lives.
@safe public struct ReadTransaction: ~Copyable {
    let environment: Environment
    let tables: [MDB_dbi]
    /// Nil once the transaction has ended.
    var handle: OpaquePointer?

    @usableFromInline package init(_ environment: Environment) throws(LMDBError) {
        try self.init(environment, isWriting: false)
    }

    init(_ environment: Environment, isWriting: Bool) throws(LMDBError) {
        let mode = UInt32(isWriting ? 0 : MDB_RDONLY)
        var hasCheckedReaders = false
        while true {
            let open = try environment.enter()
            var begun: OpaquePointer?
            let code = unsafe mdb_txn_begin(open.handle, nil, mode, &begun)
            if code == 0, let handle = unsafe begun {
                self.environment = environment
                tables = open.tables
                unsafe self.handle = handle
                return
            }
            environment.leave()
            switch code {
            case MDB_MAP_RESIZED: try environment.adoptSize()
            case MDB_READERS_FULL where !hasCheckedReaders:
                hasCheckedReaders = true
                try environment.removeDeadReaders()
            default: throw LMDBError(code: code, function: "mdb_txn_begin")
            }
        }
    }

    deinit {
        if let handle = unsafe handle { unsafe mdb_txn_abort(handle) }
        environment.leave()
    }

    consuming func commit() throws(LMDBError) {
        let handle = unsafe handle
        unsafe self.handle = nil
        try unsafe check(mdb_txn_commit(handle), "mdb_txn_commit")
    }

    /// Lends the value under `key` to `body`; nil if there is none. C: `mdb_get`.
    @inlinable public func value<Key: TableBytes, Result>(
        under key: Key, in table: Table, _ body: (Span<UInt8>) throws -> Result
    ) throws -> Result? {
        var result: Result?
        try key.withBytes { key in
            try lend(valueUnder: key, in: table) { result = try body($0) }
        }
        return result
    }

    @usableFromInline func lend(
        valueUnder key: Span<UInt8>, in table: Table, _ body: (Span<UInt8>) throws -> Void
    ) throws {
        try unsafe key.withUnsafeBytes { key in
            var wanted = unsafe MDB_val(key)
            var found = unsafe MDB_val()
            let code = unsafe mdb_get(handle, tables[table.index], &wanted, &found)
            if code == MDB_NOTFOUND { return }
            try check(code, "mdb_get")
            try body(unsafe Span(_unsafeBytes: found.bytes))
        }
    }

    /// The number of rows of `table`. C: `mdb_stat`.
    package func count(of table: Table) throws(LMDBError) -> Int {
        var statistics = MDB_stat()
        try unsafe check(mdb_stat(handle, tables[table.index], &statistics), "mdb_stat")
        return statistics.ms_entries
    }

    /// Lends `body` a cursor over `table`, which stands nowhere yet.
    @inlinable public func withCursor<Result>(
        over table: Table, _ body: (inout TableCursor) throws -> Result
    ) throws -> Result {
        var cursor = try cursor(over: table)
        return try body(&cursor)
    }

    @usableFromInline func cursor(over table: Table) throws(LMDBError) -> TableCursor {
        try unsafe TableCursor(transaction: handle!, table: tables[table.index])
    }
}

extension Environment {
    /// Runs `body` in a read transaction.
    @inlinable public func read<Result>(
        _ body: (borrowing ReadTransaction) throws -> Result
    ) throws -> Result {
        let transaction = try ReadTransaction(self)
        return try body(transaction)
    }
}

extension MDB_val {
    @unsafe init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.init(
            mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }

    @unsafe var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
    }
}
