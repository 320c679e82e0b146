internal import Crypto
package import Entries

/// Why a proof shows nothing.
package enum ProofError: Error, Equatable, Sendable {
    case tooShort, tooLong
    /// Such an entry, or such an older tree, cannot be in a tree of that size.
    case outside
    /// It leads to another root than it should.
    case differs
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooShort: "the proof is too short"
        case .tooLong: "the proof is too long"
        case .outside: "the tree is too small for it"
        case .differs: "the proof leads to another root"
        }
    }
}

/// Checks proofs (RFC 9162 §2.1.3.2 and §2.1.4.2), by other means than they are made.
package enum ProofCheck {
    /// That `leaf` is the hash of the entry at `index` in the tree of `size` entries and `root`.
    package static func inclusion(
        of leaf: Digest, at index: UInt64, size: UInt64, root: Digest, proof: [Digest]
    ) throws(ProofError) {
        guard index < size else { throw .outside }
        var (place, last, hash) = (index, size - 1, leaf)
        for node in proof {
            guard last != 0 else { throw .tooLong }
            if place & 1 == 1 || place == last {
                hash = SHA256.nodeHash(node, hash)
                climb(&place, &last)
            } else {
                hash = SHA256.nodeHash(hash, node)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .tooShort }
        guard hash == root else { throw .differs }
    }

    /// That the tree of `old` entries and `oldRoot` is the beginning of that of `size` and `root`.
    package static func consistency(
        from old: UInt64, _ oldRoot: Digest, to size: UInt64, _ root: Digest, proof: [Digest]
    ) throws(ProofError) {
        guard old <= size else { throw .outside }
        guard old > 0, old < size else {
            guard proof.isEmpty else { throw .tooLong }
            guard oldRoot == (old == 0 ? HashTree.emptyRoot : root) else { throw .differs }
            return
        }
        guard !proof.isEmpty else { throw .tooShort }
        let path = old & (old - 1) == 0 ? [oldRoot] + proof : proof
        var (place, last) = (old - 1, size - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var (older, newer) = (path[0], path[0])
        for node in path.dropFirst() {
            guard last != 0 else { throw .tooLong }
            if place & 1 == 1 || place == last {
                older = SHA256.nodeHash(node, older)
                newer = SHA256.nodeHash(node, newer)
                climb(&place, &last)
            } else {
                newer = SHA256.nodeHash(newer, node)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .tooShort }
        guard older == oldRoot, newer == root else { throw .differs }
    }

    /// Passes over the levels at which there is nothing to the right.
    private static func climb(_ place: inout UInt64, _ last: inout UInt64) {
        while place & 1 == 0, place != 0 {
            place >>= 1
            last >>= 1
        }
    }
}
