package import Entries
package import EventLog
internal import TransparencyLog

/// A log as those see it who sign it, publish it or prove something of it.
///
/// Indices count from 0, as the tree's do: entry 0 stands at position 1.
package struct LogTree: Sendable {
    /// How many entries there are.
    package let head: @Sendable () throws -> UInt64
    /// Node `index` of `level`; the entries below it are all there.
    package let node: @Sendable (_ level: Int, _ index: UInt64) throws -> Digest
    /// The next entries from `index` on, at least one and at most `count`, with their hashes.
    package let entries:
        @Sendable (_ index: UInt64, _ count: Int) throws -> [(leaf: Digest, bytes: [UInt8])]

    package init(
        head: @escaping @Sendable () throws -> UInt64,
        node: @escaping @Sendable (Int, UInt64) throws -> Digest,
        entries: @escaping @Sendable (UInt64, Int) throws -> [(leaf: Digest, bytes: [UInt8])]
    ) {
        self.head = head
        self.node = node
        self.entries = entries
    }

    package init(_ log: EventLog) {
        self.init(
            head: { try log.head },
            node: { level, index in
                guard let node = try log.node(level: level, index: index) else {
                    throw LogDamage.hole(at: (index + 1) << UInt64(level))
                }
                return node
            },
            entries: { index, count in
                let entries = try log.read(after: index, limit: count)
                guard !entries.isEmpty else { throw LogDamage.hole(at: index + 1) }
                return entries.map { ($0.leafHash, $0.bytes) }
            })
    }

    var hashes: HashTree { HashTree(node) }

    package func root(size: UInt64) throws -> Digest { try hashes.root(size: size) }
}
