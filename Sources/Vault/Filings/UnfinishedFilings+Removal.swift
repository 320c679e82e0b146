internal import Crypto
package import Entries
internal import Files
internal import SQLite
internal import Threads

extension UnfinishedFilings {
    /// The filing is filed, or thrown away: from now on there is none of that id. Its key and its
    /// files are destroyed by the next `sweep`. Again does nothing.
    package func finish(_ id: FilingID, for account: String?) throws {
        try store.with { store in
            try store.database.transaction {
                do {
                    try store.leave([try store.filing(id, for: account).key])
                } catch FilingError.gone {}
            }
        }
    }

    /// Ends all filings of an account and destroys them: for one who is forgotten.
    package func finishAll(of account: String) throws {
        try store.with { store in
            try store.database.transaction {
                try store.leave(try store.filings(of: account).map(\.key))
            }
        }
        try destroyLeaving()
    }

    /// Ends filings that nobody has changed for 30 days, and destroys the keys and files of all
    /// that have ended. Call it once a minute or so: it costs nothing when there is nothing.
    package func sweep(at now: Instant) throws {
        let end = now.advanced(milliseconds: -limits.lifetimeMilliseconds)
        try store.with { store in
            let keys = try store.database.rows(
                "SELECT key FROM filings WHERE changed <= ?", end.milliseconds
            ) { KeyReference($0.bytes(0)[...]) }.compactMap { $0 }
            guard !keys.isEmpty else { return }
            try store.database.transaction { try store.leave(keys) }
        }
        try destroyLeaving()
    }

    /// After the program was killed: destroys what was on its way out, and uploads that belong to
    /// no filing. Only before the first command of a run.
    package func tidy() throws {
        try destroyLeaving()
        let keys = try keys()
        try uploads.removeDrafts(ofAge: 0)
        try uploads.remove { !keys.contains($0) }
    }

    /// The key first: whatever is left of the files opens no more. Before it, that they leave: no
    /// power loss brings a filing back whose key is gone.
    private func destroyLeaving() throws {
        let keys = try store.with { store in
            let keys = try store.database.rows("SELECT key FROM leaving") {
                KeyReference($0.bytes(0)[...])
            }.compactMap { $0 }
            if !keys.isEmpty { try store.settle() }
            return keys
        }
        guard !keys.isEmpty else { return }
        try vault.discard(keys)
        try uploads.remove(under: keys)
        try store.with { store in
            try store.database.transaction {
                for key in keys {
                    try store.database.run("DELETE FROM leaving WHERE key = ?", key.bytes)
                }
            }
        }
    }
}
