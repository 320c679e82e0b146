internal import CLMDB

/// A place in a table, from which rows are read in the order of their keys.
///
/// What is lent to a body is valid until the body returns.
@safe public struct TableCursor: ~Copyable {
    private let handle: OpaquePointer

    public enum Move: Sendable { case first, last, next, previous }

    init(transaction: OpaquePointer, table: MDB_dbi) throws(LMDBError) {
        var opened: OpaquePointer?
        try unsafe check(mdb_cursor_open(transaction, table, &opened), "mdb_cursor_open")
        unsafe handle = opened!
    }

    deinit { unsafe mdb_cursor_close(handle) }

    /// Moves and lends the row's key and value; nil if there is no row there.
    ///
    /// From nowhere, `next` is the first row and `previous` the last.
    @inlinable public mutating func row<Result>(
        _ move: Move, _ body: (Span<UInt8>, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        var result: Result?
        try lend(move) { result = try body($0, $1) }
        return result
    }

    /// Moves to the first row whose key is `key` or after it.
    @inlinable public mutating func row<Key: TableBytes, Result>(
        atOrAfter key: Key, _ body: (Span<UInt8>, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        var result: Result?
        try key.withBytes { key in
            try lend(atOrAfter: key) { result = try body($0, $1) }
        }
        return result
    }

    /// Moves to the last row whose key lies before `key`.
    @inlinable public mutating func row<Key: TableBytes, Result>(
        before key: Key, _ body: (Span<UInt8>, Span<UInt8>) throws -> Result
    ) throws -> Result? {
        let isFound = try row(atOrAfter: key) { _, _ in true } ?? false
        return try row(isFound ? .previous : .last, body)
    }

    @usableFromInline func lend(
        _ move: Move, _ body: (Span<UInt8>, Span<UInt8>) throws -> Void
    ) throws {
        let operation =
            switch move {
            case .first: MDB_FIRST
            case .last: MDB_LAST
            case .next: MDB_NEXT
            case .previous: MDB_PREV
            }
        var key = unsafe MDB_val()
        try unsafe get(&key, operation, body)
    }

    @usableFromInline func lend(
        atOrAfter key: Span<UInt8>, _ body: (Span<UInt8>, Span<UInt8>) throws -> Void
    ) throws {
        try unsafe key.withUnsafeBytes { key in
            var wanted = unsafe MDB_val(key)
            try unsafe get(&wanted, MDB_SET_RANGE, body)
        }
    }

    private func get(
        _ key: inout MDB_val, _ operation: MDB_cursor_op,
        _ body: (Span<UInt8>, Span<UInt8>) throws -> Void
    ) throws {
        var value = unsafe MDB_val()
        let code = unsafe mdb_cursor_get(handle, &key, &value, operation)
        if code == MDB_NOTFOUND { return }
        try check(code, "mdb_cursor_get")
        try body(unsafe Span(_unsafeBytes: key.bytes), unsafe Span(_unsafeBytes: value.bytes))
    }
}
