internal import CSQLite

/// What SQLite said no to; the SQL stands here as it was written, never the values bound to it.
package struct SQLiteError: Error, Equatable, Sendable {
    /// The primary result code, `SQLITE_CONSTRAINT` for example.
    package let code: Int32
    /// The code with its detail, `SQLITE_CONSTRAINT_UNIQUE` for example.
    package let extendedCode: Int32
    package let message: String
    package let sql: String

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
        default: .other
        }
    }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String { "SQLite \(extendedCode): \(message) [\(sql)]" }
}
