internal import CSQLite

/// What SQLite said no to; the SQL stands here as it was written, never the values bound to it.
package struct SQLiteError: Error, Equatable, Sendable {
    /// The primary result code, `SQLITE_CONSTRAINT` for example.
    package let code: Int32
    /// The code with its detail, `SQLITE_CONSTRAINT_UNIQUE` for example.
    package let extendedCode: Int32
    package let message: String
    package let sql: String

    /// A reader met what a killed writer left half done. C: `SQLITE_READONLY_ROLLBACK`, a macro
    /// that is not imported.
    static let readOnlyRollback = SQLITE_READONLY | (3 << 8)
    /// There is no room for the memory that all who use a file share; so nobody uses it yet.
    /// C: `SQLITE_IOERR_SHMSIZE`, likewise.
    private static let noSharedMemory = SQLITE_IOERR | (19 << 8)

    /// The same error, of this file.
    func naming(_ path: String) -> SQLiteError {
        SQLiteError(
            code: code, extendedCode: extendedCode, message: "\(path): \(message)", sql: sql)
    }

    package enum Kind: Sendable {
        /// Another connection holds the lock; the busy timeout has passed.
        case busy
        case constraint
        /// The disk, or the allowed number of pages, is full.
        case full
        /// The file is damaged or no database at all.
        case corrupt
        case readOnly
        case cannotOpen
        case other
    }

    package var kind: Kind {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_FULL: .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
        case SQLITE_READONLY: .readOnly
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_IOERR where extendedCode == Self.noSharedMemory: .full
        default: .other
        }
    }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String { "SQLite \(extendedCode): \(message) [\(sql)]" }
}
