internal import Crypto
internal import Entries
internal import SQLite

extension KeyStore {
    /// Wraps every key that is left under a new epoch's key; `destroyRetired` then destroys the old
    /// one, so that whatever copy of an erased key remains below the file system opens no more.
    ///
    /// Killed before the change is whole, the old epoch holds; after it, the next opening destroys
    /// the old key.
    ///
    /// - Returns: the new epoch, and how many keys were wrapped anew.
    mutating func rotate(in keys: KeyDirectory) throws -> (epoch: Int, keys: Int) {
        let name = EpochKey.fileName(current.epoch + 1)
        // Left by a rotation that was killed before it held: it wraps nothing.
        if keys.contains(name) { try keys.destroySecret(name) }
        let next = EpochKey(epoch: current.epoch + 1, key: try keys.createSecret(name))
        var count = 0
        try database.transaction {
            count = try wrapAll(under: next)
            try database.run("UPDATE epochs SET state = 'retired'")
            try database.run(
                "INSERT INTO epochs VALUES (?, ?, 'current')", next.epoch,
                next.proof(office: office))
        }
        current = next
        return (next.epoch, count)
    }

    /// Destroys the files of retired epochs' keys that are still there.
    func destroyRetired(in keys: KeyDirectory) throws {
        let epochs = try database.rows("SELECT epoch FROM epochs WHERE state = 'retired'") {
            EpochKey.fileName($0.int(0))
        }
        for name in epochs where keys.contains(name) { try keys.destroySecret(name) }
    }

    private func wrapAll(under next: EpochKey) throws -> Int {
        let page = try database.prepare(
            """
            SELECT reference, wrapped FROM keys WHERE reference > ? AND state = 'active'
            ORDER BY reference LIMIT 10000
            """)
        let update = try database.prepare(
            "UPDATE keys SET epoch = ?, wrapped = ? WHERE reference = ?")
        var last: [UInt8] = []
        var count = 0
        while true {
            let rows = try page.rows([last]) { ($0.bytes(0), $0.bytes(1)) }
            guard let end = rows.last else { return count }
            count += rows.count
            for (bytes, wrapped) in rows {
                guard let reference = KeyReference(bytes[...]) else { continue }
                guard let secret = current.unwrap(wrapped, of: reference) else {
                    throw VaultError.damagedKey(reference)
                }
                try update.run(next.epoch, next.wrap(secret, of: reference), bytes)
            }
            last = end.0
        }
    }
}
