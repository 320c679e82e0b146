extension Database {
    /// How a connection treats its file; each is a pragma of SQLite.
    package struct Settings: Sendable {
        package enum Journal: String, Sendable {
            /// Readers go on while one writes. Kept in the file.
            case wal = "WAL"
            /// The journal goes with the transaction, so that what was deleted is nowhere.
            case delete = "DELETE"
            /// No way back: for a file that is thrown away when its making fails.
            case off = "OFF"
        }

        package enum Synchronous: String, Sendable {
            case off = "OFF"
            /// With WAL a power loss may undo the last transactions, never damage the file.
            case normal = "NORMAL"
            case full = "FULL"
        }

        package var journal = Journal.wal
        package var synchronous = Synchronous.normal
        /// Overwrites what is deleted with zeros.
        package var secureDelete = false
        /// Keeps the file's lock from the first reading on: for a file that nobody else knows of.
        package var isExclusive = false
        package var cacheKibibytes = 16_384
        package var busyTimeoutMilliseconds: Int32 = 5_000

        package init() {}

        func pragmas(writing: Bool) -> String {
            var sql = "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-\(cacheKibibytes);"
            if writing {
                if isExclusive { sql += "PRAGMA locking_mode=EXCLUSIVE;" }
                sql += "PRAGMA secure_delete=\(secureDelete ? "ON" : "OFF");"
                sql += "PRAGMA journal_mode=\(journal.rawValue);"
                sql += "PRAGMA synchronous=\(synchronous.rawValue);"
            } else {
                sql += "PRAGMA query_only=ON;"
            }
            return sql
        }
    }
}
