internal import Entries

/// Keys that were given out before the command that opens their stream, so that files could be
/// sealed under them.
///
/// Each stands for one command: a second stream under it could not be forgotten by itself.
struct MintedKeys {
    /// Who has come with the key; nil as long as nobody has.
    private var claims: [KeyReference: String?] = [:]

    mutating func add(_ key: KeyReference) { claims[key] = .some(nil) }

    /// Whether the key may be that claimant's: it is free, or the same has come with it before.
    mutating func claim(_ key: KeyReference, by claimant: String) -> Bool {
        guard let known = claims[key] else { return false }
        guard known == nil || known == claimant else { return false }
        claims[key] = claimant
        return true
    }

    /// The key's stream is open.
    mutating func spend(_ key: KeyReference) { claims.removeValue(forKey: key) }

    /// The command came to nothing, and cannot come again: another may come with the key.
    mutating func release(_ key: KeyReference) {
        if claims[key] != nil { claims[key] = .some(nil) }
    }
}
