internal import Crypto
internal import Entries
internal import SQLite

/// A key that was drawn and wrapped, and does not count before it is in the vault.
struct FreshKey: Sendable {
    let reference: KeyReference
    let secret: SecretKey
    let wrapped: [UInt8]

    /// Draws keys, in the order in which the vault's table lies on the disk.
    static func draw(_ count: Int, batch: UInt64, under key: EpochKey) -> [FreshKey] {
        let references = (0..<count).map { _ in KeyReference.random(batch: batch) }
        return references.sorted { $0.precedes($1) }.map { reference in
            let secret = SecretKey.random()
            return FreshKey(
                reference: reference, secret: secret, wrapped: key.wrap(secret, of: reference))
        }
    }
}

extension KeyStore {
    /// The number for the next batch, and the key to wrap it under.
    mutating func nextBatch() throws -> (batch: UInt64, key: EpochKey) {
        let batch = try lastBatch ?? storedBatch()
        lastBatch = batch + 1
        return (batch + 1, current)
    }

    private func storedBatch() throws -> UInt64 {
        let last = try database.first("SELECT reference FROM keys ORDER BY reference DESC") {
            $0.bytes(0)
        }
        return last.flatMap { KeyReference($0[...]) }?.batch ?? 0
    }

    /// Writes keys down, together with a note that nobody has yet seen the log name them.
    ///
    /// False, and nothing written, if they were wrapped under a key that is no longer current.
    func add(_ keys: [FreshKey], under key: EpochKey, head: Position) throws -> Bool {
        guard key.epoch == current.epoch else { return false }
        let insert = try database.prepare("INSERT INTO keys VALUES (?, ?, ?, 'active', NULL)")
        var references: [UInt8] = []
        references.reserveCapacity(keys.count * 16)
        try database.transaction {
            for key in keys {
                let reference = key.reference.bytes
                insert.bind(reference)
                insert.bind(current.epoch)
                insert.bind(key.wrapped)
                try insert.runBound()
                references += reference
            }
            try database.run(
                "INSERT INTO batches (head, key_references) VALUES (?, ?)", head, references)
        }
        return true
    }

    /// Takes out active keys that nothing names.
    func discard(_ references: [KeyReference]) throws {
        let delete = try database.prepare(
            "DELETE FROM keys WHERE reference = ? AND state = 'active'")
        try database.transaction {
            for reference in references { try delete.run(reference.bytes) }
        }
    }

    /// The head of the log before which no unsettled key can have been named; nil: all is settled.
    func unsettledSince() throws -> Position? {
        let head = try database.first("SELECT min(head) FROM batches") { $0.optionalInt(0) }
        return head.flatMap { $0 }.map { Position($0) }
    }

    /// Destroys the unsettled keys that the log does not name, and settles the others.
    ///
    /// Returns how many were destroyed.
    func settle(isNamed: (KeyReference) -> Bool) throws -> Int {
        let batches = try database.rows("SELECT key_references FROM batches") { $0.bytes(0) }
        guard !batches.isEmpty else { return 0 }
        let delete = try database.prepare(
            "DELETE FROM keys WHERE reference = ? AND state = 'active'")
        var destroyed = 0
        try database.transaction {
            for batch in batches {
                for start in stride(from: 0, to: batch.count, by: 16) {
                    guard let reference = KeyReference(batch[start..<(start + 16)]),
                        !isNamed(reference)
                    else { continue }
                    try delete.run(reference.bytes)
                    destroyed += database.changes
                }
            }
            try database.run("DELETE FROM batches")
        }
        return destroyed
    }
}
