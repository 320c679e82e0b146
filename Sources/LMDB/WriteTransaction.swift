internal import CLMDB

/// One atomic change, one at a time in all processes. Let go without a commit, it is undone.
@safe public struct WriteTransaction: ~Copyable {
    /// The environment with the changes of this transaction.
    package let contents: ReadTransaction

    package init(_ environment: Environment) throws(LMDBError) {
        contents = try ReadTransaction(environment, isWriting: true)
    }

    /// Makes the change durable; when it throws, whether it was kept is not known.
    package consuming func commit() throws(LMDBError) { try contents.commit() }

    /// Stores `value` under `key`, in place of what was there. C: `mdb_put`.
    @inlinable public mutating func put(
        _ value: some TableBytes, under key: some TableBytes, in table: Table
    ) throws(LMDBError) {
        try key.withBytes { key throws(LMDBError) in
            try value.withBytes { value throws(LMDBError) in
                try put(bytes: value, under: key, in: table)
            }
        }
    }

    /// Stores `value` under `key`; false, and nothing changed, if there is one already.
    @inlinable public mutating func insert(
        _ value: some TableBytes, under key: some TableBytes, in table: Table
    ) throws(LMDBError) -> Bool {
        try key.withBytes { key throws(LMDBError) in
            try value.withBytes { value throws(LMDBError) in
                try insert(bytes: value, under: key, in: table)
            }
        }
    }

    /// Removes the row under `key`; whether there was one. C: `mdb_del`.
    @discardableResult package mutating func remove(
        _ key: some TableBytes, from table: Table
    ) throws(LMDBError) -> Bool {
        let code = key.withBytes { key in
            unsafe key.withUnsafeBytes { key in
                var key = unsafe MDB_val(key)
                return unsafe mdb_del(contents.handle, contents.tables[table.index], &key, nil)
            }
        }
        if code == MDB_NOTFOUND { return false }
        try check(code, "mdb_del")
        return true
    }

    @usableFromInline func put(
        bytes value: Span<UInt8>, under key: Span<UInt8>, in table: Table
    ) throws(LMDBError) {
        try check(store(value, under: key, in: table, flags: 0), "mdb_put")
    }

    @usableFromInline func insert(
        bytes value: Span<UInt8>, under key: Span<UInt8>, in table: Table
    ) throws(LMDBError) -> Bool {
        // Behind the last key pages are filled to the end instead of being halved.
        switch store(value, under: key, in: table, flags: MDB_APPEND) {
        case 0: return true
        case MDB_KEYEXIST:
            let code = store(value, under: key, in: table, flags: MDB_NOOVERWRITE)
            if code == MDB_KEYEXIST { return false }
            try check(code, "mdb_put")
            return true
        case let code: throw LMDBError(code: code, function: "mdb_put")
        }
    }

    private func store(
        _ value: Span<UInt8>, under key: Span<UInt8>, in table: Table, flags: Int32
    ) -> Int32 {
        unsafe key.withUnsafeBytes { key in
            unsafe value.withUnsafeBytes { value in
                var key = unsafe MDB_val(key)
                var value = unsafe MDB_val(value)
                return unsafe mdb_put(
                    contents.handle, contents.tables[table.index], &key, &value, UInt32(flags))
            }
        }
    }
}

extension Environment {
    /// Runs `body` in a write transaction: kept if it returns, undone if it throws.
    package func write<Result>(
        _ body: (inout WriteTransaction) throws -> Result
    ) throws -> Result {
        var transaction = try WriteTransaction(self)
        let result = try body(&transaction)
        try transaction.commit()
        return result
    }
}
