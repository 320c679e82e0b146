internal import Crypto
internal import Entries
internal import LMDB

extension ReadTransaction {
    /// Node `index` of `level`, nil if the log has not come so far.
    func node(level: Int, index: UInt64) throws -> Digest? {
        guard (0..<64).contains(level), index < UInt64.max >> UInt64(level) else { return nil }
        let position = (index + 1) << UInt64(level)
        return try value(under: RowKey(position).integer, in: Tables.entries) { row in
            try StoredEntry.node(level, at: position, in: row)
        }
    }

    /// The nodes that stand for the tree over the first `size` entries.
    func frontier(atSize size: UInt64) throws -> Frontier? {
        guard try size <= head else { return nil }
        var frontier = Frontier(size: size)
        for level in frontier.levels {
            let index = size >> UInt64(level) - 1
            guard let node = try node(level: level, index: index) else {
                throw LogDamage.hole(at: (index + 1) << UInt64(level))
            }
            frontier[level] = node
        }
        return frontier
    }
}

/// The roots of the complete subtrees that a tree of `size` leaves consists of, one a bit of size.
struct Frontier: Sendable {
    private(set) var size: UInt64
    private var nodes = [Digest](repeating: .zero, count: 64)

    init(size: UInt64 = 0) { self.size = size }

    /// The levels at which there is a subtree, the largest first.
    var levels: [Int] { (0..<64).reversed().filter { size >> UInt64($0) & 1 == 1 } }

    subscript(level: Int) -> Digest {
        get { nodes[level] }
        set { nodes[level] = newValue }
    }

    /// Adds a leaf; `finished` hears of the nodes that it finishes, from level 1.
    mutating func append(_ leaf: Digest, finished: (Int, Digest) -> Void) {
        var node = leaf
        var level = 0
        while size >> UInt64(level) & 1 == 1 {
            node = SHA256.nodeHash(nodes[level], node)
            level += 1
            finished(level, node)
        }
        nodes[level] = node
        size += 1
    }

    /// RFC 6962 §2.1: the hash of the whole tree.
    var root: Digest {
        var root: Digest?
        for level in levels.reversed() {
            root = root.map { SHA256.nodeHash(nodes[level], $0) } ?? nodes[level]
        }
        return root ?? SHA256.hash([])
    }
}
