package import Entries
internal import Files
internal import SQLite
internal import Threads

extension Vault {
    /// The keys whose rows do not open under their epoch's key: what stands there was changed.
    ///
    /// About three seconds for a million keys; the vault waits.
    package func damagedKeys() throws -> [KeyReference] {
        try store.with { store in
            let rows = try store.database.rows(
                "SELECT reference, epoch, wrapped FROM keys WHERE state = 'active'"
            ) { ($0.bytes(0), $0.int(1), $0.bytes(2)) }
            return rows.compactMap { bytes, epoch, wrapped in
                guard let reference = KeyReference(bytes[...]) else { return nil }
                let isWhole =
                    epoch == store.current.epoch
                    && store.current.unwrap(wrapped, of: reference) != nil
                return isWhole ? nil : reference
            }
        }
    }

    /// What SQLite finds wrong with the vault's files; nothing if all is well.
    package static func damage(in place: VaultPlace) throws -> [String] {
        try copiedNames.flatMap { name in
            let path = "\(place.directory)/\(name)"
            guard try place.holds(path) else { return ["\(name) is missing or empty"] }
            return try Database(path: path, mode: .read, settings: .vault)
                .damage().map { "\(name): \($0)" }
        }
    }
}
