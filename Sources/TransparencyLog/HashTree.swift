internal import Crypto
package import Entries

/// The tree of RFC 6962 over entries 0, 1, 2 …, made from the nodes that somebody keeps.
package struct HashTree {
    /// Gives node `index` of `level`, whose 2^level entries are all there; level 0 are the leaves.
    package typealias Nodes = (_ level: Int, _ index: UInt64) throws -> Digest

    private let node: Nodes

    package init(_ node: @escaping Nodes) { self.node = node }

    /// The root of a tree without entries.
    package static var emptyRoot: Digest { SHA256.hash([]) }

    package func root(size: UInt64) throws -> Digest {
        size == 0 ? Self.emptyRoot : try hash(of: 0..<size)
    }

    /// What leads from the entry at `index` to the root, from below.
    package func inclusion(of index: UInt64, size: UInt64) throws -> [Digest] {
        precondition(index < size, "the tree has no such entry")
        var path: [Digest] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = Self.split(range)
            if index < middle {
                path.append(try hash(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try hash(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        return path.reversed()
    }

    /// What shows that the tree of `old` entries is the beginning of the one of `size`.
    ///
    /// Empty where there is nothing to show: from none, and from the same size.
    package func consistency(from old: UInt64, to size: UInt64) throws -> [Digest] {
        precondition(old <= size, "the older tree is the smaller one")
        guard old > 0, old < size else { return [] }
        var path: [Digest] = []
        var range = 0..<size
        // The node that both trees share is the older one's root as long as nothing was left of it.
        while range.upperBound != old {
            let middle = Self.split(range)
            if old <= middle {
                path.append(try hash(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try hash(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        if range.lowerBound > 0 { path.append(try hash(of: range)) }
        return path.reversed()
    }

    /// The hash over `range`, which begins where a subtree of its size does.
    private func hash(of range: Range<UInt64>) throws -> Digest {
        let count = range.upperBound - range.lowerBound
        guard count & (count - 1) != 0 else {
            let level = count.trailingZeroBitCount
            return try node(level, range.lowerBound >> UInt64(level))
        }
        let middle = Self.split(range)
        return SHA256.nodeHash(
            try hash(of: range.lowerBound..<middle), try hash(of: middle..<range.upperBound))
    }

    /// A tree's left part is the largest power of two that leaves something for the right one.
    private static func split(_ range: Range<UInt64>) -> UInt64 {
        let count = range.upperBound - range.lowerBound
        return range.lowerBound + 1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }
}
