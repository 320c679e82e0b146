package import Entries
internal import LMDB

extension EventLog {
    /// Node `index` of `level` of the hash tree (level 0 are the leaves), if it is finished.
    package func node(level: Int, index: UInt64) throws -> Digest? {
        try reading { try $0.node(level: level, index: index) }
    }

    /// The root of the tree over the first `size` entries (RFC 6962); nil beyond the head.
    package func rootHash(atSize size: UInt64) throws -> Digest? {
        try reading { try $0.frontier(atSize: size)?.root }
    }
}
