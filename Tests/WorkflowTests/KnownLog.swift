import Crypto
import Entries
import TestSupport
import Threads
import Workflow

/// The log of made-up entries that outside verifiers know: entry i is `event-<i>`.
final class KnownLog: Sendable {
    static let origin = "petitions.example/log1"
    static let seed = SecretKey(SHA256.hash(Array("log seed".utf8)).bytes)!
    static let vkey = "petitions.example/log1+949f92a1+AdPgSH/KWo1eEN1qvW/iMdtrMFviaDgjoj/M3xYpcYNH"

    private let size: Monitor<UInt64>
    private let entries: [[UInt8]]
    /// Level by level; 0 are the leaves.
    private let nodes: [[Digest]]

    init(_ count: Int, size: UInt64 = 0, changing changed: Int? = nil) {
        entries = (0..<count).map { index in
            Array("event-\(index)\(index == changed ? "-forged" : "")".utf8)
        }
        var nodes = [entries.map { SHA256.leafHash($0) }]
        while let last = nodes.last, last.count > 1 {
            nodes.append(
                (0..<(last.count / 2)).map { SHA256.nodeHash(last[2 * $0], last[2 * $0 + 1]) })
        }
        self.nodes = nodes
        self.size = Monitor(size)
    }

    /// The log has so many entries now.
    func grow(to size: UInt64) { self.size.with { $0 = size } }

    var tree: LogTree {
        LogTree(
            head: { self.size.with { $0 } }, node: { self.nodes[$0][Int($1)] },
            entries: { index, count in
                let end = min(Int(index) + count, self.entries.count)
                return (Int(index)..<end).map { (self.nodes[0][$0], self.entries[$0]) }
            })
    }

    func publisher(in scratch: borrowing Scratch, seed: SecretKey = seed) throws -> Publisher {
        try Publisher(
            of: tree, origin: Self.origin, seed: seed, keptIn: scratch.path(),
            tiles: scratch.path("tiles"))
    }
}
