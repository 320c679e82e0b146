package import Entries
internal import SQLite
internal import Threads

/// How the vault and the log agree. All is well when the first three are empty.
package struct Reconciliation: Equatable, Sendable {
    /// Named in the log, and the vault has never heard of them.
    package var unknown: [KeyReference] = []
    /// Erased by the log, and still in the vault: after restoring an older vault, erase them.
    package var notErased: [KeyReference] = []
    /// Erased in the vault, and the log does not say so.
    package var erasedWithoutEvent: [KeyReference] = []
    /// Keys that the log does not name: minted ahead.
    package var unnamed = 0
    package var active = 0
    package var erased = 0
}

extension Vault {
    /// Compares every key with what the log says: the names in its entries, and its erasures.
    package func reconcile(
        named: Set<KeyReference>, erased: [KeyReference: Position]
    ) throws -> Reconciliation {
        let known = try store.with { store in
            try store.database.rows("SELECT reference, erased_position FROM keys") {
                ($0.bytes(0), $0.optionalInt(1).map { Position($0) })
            }
        }
        var found = Reconciliation()
        var missing = named.union(erased.keys)
        for (bytes, position) in known {
            guard let reference = KeyReference(bytes[...]) else { continue }
            if missing.remove(reference) == nil { found.unnamed += 1 }
            switch (position, erased[reference]) {
            case (nil, nil): found.active += 1
            case (nil, _):
                found.active += 1
                found.notErased.append(reference)
            case (let here, let there):
                found.erased += 1
                if here != there { found.erasedWithoutEvent.append(reference) }
            }
        }
        found.unknown = missing.sorted { $0.precedes($1) }
        return found
    }
}
