import Crypto
import Entries
import EventLog
import TestSupport
import Testing

@Suite struct TreeTests {
    private let desk: Desk
    private let leaves: [Digest]

    init() throws {
        desk = try Desk()
        var mint = Mint()
        // Batches of uneven size, with the writer opened anew between them.
        for size in [1, 2, 1, 7, 20, 33, 6] {
            let writer = try desk.writer()
            _ = writer.performAndWait(.init(entries: (0..<size).map { _ in mint.entry() }))
            writer.close()
        }
        leaves = try desk.log.read(after: 0, limit: 100).map(\.leafHash)
    }

    /// RFC 6962 §2.1, word for word.
    private func treeHash(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return SHA256.hash([]) }
        guard leaves.count > 1 else { return first }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return SHA256.hash(
            [1] + treeHash(leaves[..<middle]).bytes + treeHash(leaves[middle...]).bytes)
    }

    @Test func `every size has the root of RFC 6962`() throws {
        #expect(leaves.count == 70)
        for size in 0...70 {
            #expect(try desk.log.rootHash(atSize: UInt64(size)) == treeHash(leaves[..<size]))
        }
        #expect(try desk.log.rootHash(atSize: 71) == nil)
    }

    @Test func `every finished node is there, and no other`() throws {
        for level in 0...7 {
            let width = 1 << level
            for index in 0..<(70 / width) {
                let node = treeHash(leaves[(index * width)..<((index + 1) * width)])
                #expect(try desk.log.node(level: level, index: UInt64(index)) == node)
            }
            #expect(try desk.log.node(level: level, index: UInt64(70 / width)) == nil)
        }
        #expect(try desk.log.node(level: 64, index: 0) == nil)
        #expect(try desk.log.node(level: 63, index: 1) == nil)
        #expect(try desk.log.node(level: 0, index: .max) == nil)
    }
}
