import Crypto
import Entries
import Testing
import TransparencyLog

@Suite struct ProofTests {
    private let leaves = KnownTree.leaves
    private let tree = KnownTree.tree

    @Test func `the known trees have the known roots`() throws {
        for (size, root) in KnownTree.roots.enumerated() {
            #expect(try tree.root(size: UInt64(size)).description.hasPrefix(root))
        }
    }

    @Test(arguments: [
        (0, 1, ""), (0, 8, "96 5f 6b"), (5, 8, "bc ca d3"), (2, 3, "fa"), (1, 5, "6e 5f bc"),
    ]) func `inclusion proofs are the known ones`(index: UInt64, size: UInt64, path: String) throws
    {
        let begins = try tree.inclusion(of: index, size: size).map { $0.description.prefix(2) }
        #expect(begins.joined(separator: " ") == path)
    }

    /// From 6 to 8 the first hash is that of two leaves which both trees have: the order is easily
    /// got wrong there.
    @Test(arguments: [
        (1, 8, "96 5f 6b"), (6, 8, "0e ca d3"), (2, 5, "5f bc"), (0, 8, ""), (8, 8, ""),
    ])
    func `consistency proofs are the known ones`(old: UInt64, size: UInt64, path: String) throws {
        let begins = try tree.consistency(from: old, to: size).map { $0.description.prefix(2) }
        #expect(begins.joined(separator: " ") == path)
    }

    @Test func `every entry of every tree is shown to be there, and no other`() throws {
        let other = SHA256.leafHash(Array("other".utf8))
        for size in UInt64(1)...8 {
            let root = try tree.root(size: size)
            for index in 0..<size {
                let proof = try tree.inclusion(of: index, size: size)
                func check(
                    _ leaf: Digest, at index: UInt64, root: Digest, _ proof: [Digest]
                ) throws(ProofError) {
                    try ProofCheck.inclusion(
                        of: leaf, at: index, size: size, root: root, proof: proof)
                }
                let leaf = leaves[Int(index)]
                try check(leaf, at: index, root: root, proof)
                #expect(throws: ProofError.differs) {
                    try check(other, at: index, root: root, proof)
                }
                #expect(throws: ProofError.differs) {
                    try check(leaf, at: index, root: other, proof)
                }
                #expect(throws: ProofError.tooLong) {
                    try check(leaf, at: index, root: root, proof + [other])
                }
                #expect(throws: ProofError.outside) {
                    try check(leaf, at: size, root: root, proof)
                }
                if !proof.isEmpty {
                    #expect(throws: ProofError.tooShort) {
                        try check(leaf, at: index, root: root, proof.dropLast())
                    }
                }
            }
        }
    }

    @Test func `every tree is shown to continue every smaller one, and no other`() throws {
        let other = SHA256.leafHash(Array("other".utf8))
        for size in UInt64(0)...8 {
            let root = try tree.root(size: size)
            for old in 0...size {
                let oldRoot = try tree.root(size: old)
                let proof = try tree.consistency(from: old, to: size)
                func check(
                    _ oldRoot: Digest, _ root: Digest, _ proof: [Digest]
                ) throws(ProofError) {
                    try ProofCheck.consistency(from: old, oldRoot, to: size, root, proof: proof)
                }
                try check(oldRoot, root, proof)
                #expect(throws: ProofError.differs) { try check(other, root, proof) }
                #expect(throws: ProofError.tooLong) {
                    try check(oldRoot, root, proof + [other])
                }
                guard old > 0, old < size else { continue }
                #expect(throws: ProofError.differs) { try check(oldRoot, other, proof) }
                #expect(throws: ProofError.tooShort) {
                    try check(oldRoot, root, proof.dropLast())
                }
            }
        }
    }

    @Test func `a tree that is smaller than one before is no continuation`() throws {
        #expect(throws: ProofError.outside) {
            try ProofCheck.consistency(
                from: 8, try tree.root(size: 8), to: 7, try tree.root(size: 7), proof: [])
        }
    }

    @Test func `a larger tree of odd size holds all of its entries`() throws {
        let leaves = (0..<777).map { SHA256.leafHash(Array("event-\($0)".utf8)) }
        let tree = KnownTree.tree(leaves)
        let root = try tree.root(size: 777)
        for index in stride(from: UInt64(0), to: 777, by: 7) {
            try ProofCheck.inclusion(
                of: leaves[Int(index)], at: index, size: 777, root: root,
                proof: try tree.inclusion(of: index, size: 777))
        }
        for old in UInt64(1)...777 {
            try ProofCheck.consistency(
                from: old, try tree.root(size: old), to: 777, root,
                proof: try tree.consistency(from: old, to: 777))
        }
    }
}
