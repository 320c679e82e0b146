internal import CLMDB

/// One atomic change, one at a time in all processes. Let go without a commit, it is undone.
@safe package struct WriteTransaction: ~Copyable {
    /// The environment with the changes of this transaction.
    package let contents: ReadTransaction

    package init(_ environment: Environment) throws(LMDBError) {
        contents = try ReadTransaction(environment, isWriting: true)
    }

    /// Makes the change durable; when it throws, whether it was kept is not known.
    package consuming func commit() throws(LMDBError) { try contents.commit() }

    /// Stores `value` under `key`, in place of what was there. C: `mdb_put`.
    package mutating func put<Key: TableKey>(
        _ value: [UInt8], under key: Key, in table: Table
    ) throws(LMDBError) {
        try check(put(value, under: key, in: table, flags: 0), "mdb_put")
    }

    /// Stores `value` under `key`; false, and nothing changed, if there is one already.
    package mutating func insert<Key: TableKey>(
        _ value: [UInt8], under key: Key, in table: Table
    ) throws(LMDBError) -> Bool {
        // Behind the last key pages are filled to the end instead of being halved.
        switch put(value, under: key, in: table, flags: MDB_APPEND) {
        case 0: return true
        case MDB_KEYEXIST:
            let code = put(value, under: key, in: table, flags: MDB_NOOVERWRITE)
            if code == MDB_KEYEXIST { return false }
            try check(code, "mdb_put")
            return true
        case let code: throw LMDBError(code: code, function: "mdb_put")
        }
    }

    /// Removes the row under `key`; whether there was one. C: `mdb_del`.
    @discardableResult package mutating func remove<Key: TableKey>(
        _ key: Key, from table: Table
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

    private func put<Key: TableKey>(
        _ value: [UInt8], under key: Key, in table: Table, flags: Int32
    ) -> Int32 {
        key.withBytes { key in
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
