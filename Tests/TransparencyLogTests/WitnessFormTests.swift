import Crypto
import Entries
import Testing
import TransparencyLog

@Suite struct WitnessFormTests {
    private static func witness(_ name: String) -> NoteSigner {
        NoteSigner(
            name: "\(name).example", kind: .witness,
            seed: SecretKey(SHA256.hash(Array(name.utf8)).bytes)!)!
    }

    private static let log = NoteSigner(
        name: "petitions.example/log1", kind: .log,
        seed: SecretKey(SHA256.hash(Array("log seed".utf8)).bytes)!)!
    private static let note = Checkpoint(
        origin: "petitions.example/log1", size: 1, root: KnownTree.leaves[0]
    ).signed(by: log)

    private static let head = """
        # who must have signed
        log \(log.verifier.text) https://petitions.example/log
        witness A \(witness("a").verifier.text) https://a.example/
        witness B \(witness("b").verifier.text)
        witness\tC \(witness("c").verifier.text)

        """

    private func signed(by names: String...) -> SignedNote {
        names.reduce(into: Self.note) {
            $0.add(Self.witness($1).cosignature(of: $0.text, seconds: 1_700_000_000))
        }
    }

    @Test func `a policy names logs and witnesses`() throws {
        let policy = try WitnessPolicy(Self.head + "quorum none\n")
        #expect(policy.logs.map(\.key) == [Self.log.verifier])
        #expect(policy.logs.map(\.address) == ["https://petitions.example/log"])
        #expect(policy.witnesses.map(\.name) == ["A", "B", "C"])
        #expect(policy.witnesses.map(\.address) == ["https://a.example/", nil, nil])
        #expect(try policy.check(Self.note) == [:])
    }

    @Test func `two of three are two of three`() throws {
        let policy = try WitnessPolicy(Self.head + "group G 2 A B C\nquorum G\n")
        #expect(throws: NoteError.quorumNotMet) { try policy.check(signed(by: "a")) }
        #expect(throws: NoteError.quorumNotMet) { try policy.check(signed(by: "a", "x")) }
        let times = try policy.check(signed(by: "a", "c"))
        #expect(times == ["A": 1_700_000_000, "C": 1_700_000_000])
    }

    @Test func `groups are made of groups`() throws {
        let policy = try WitnessPolicy(
            Self.head + "group G any A B\ngroup H all G C\nquorum H\n")
        #expect(throws: NoteError.quorumNotMet) { try policy.check(signed(by: "a", "b")) }
        #expect(throws: NoteError.quorumNotMet) { try policy.check(signed(by: "c")) }
        #expect(try policy.check(signed(by: "b", "c")).count == 2)
    }

    @Test func `the log's own signature is always asked for`() throws {
        let policy = try WitnessPolicy(Self.head + "quorum A\n")
        let unsigned = SignedNote(
            text: Self.note.text,
            signatures: [Self.witness("a").cosignature(of: Self.note.text, seconds: 1)])
        #expect(throws: NoteError.notSigned(by: "petitions.example/log1")) {
            try policy.check(unsigned)
        }
    }

    @Test(arguments: [
        "", "quorum none\nquorum none\n", "quorum A\n", "quorum\n", "quorums none\n",
        head, head + "quorum D\n", head + "group G 2 A B C D\nquorum G\n",
        head + "group G 4 A B C\nquorum G\n", head + "group G 0 A B C\nquorum G\n",
        head + "group G 02 A B C\nquorum G\n", head + "group G any A A\nquorum G\n",
        head + "group A any B\nquorum none\n", head + "group none any B\nquorum none\n",
        head + "group G any\nquorum none\n", "log x\nquorum none\n",
        "witness L \(log.verifier.text)\nquorum L\n",
        head + "witness D \(witness("a").verifier.text)\nquorum D\n",
    ]) func `a policy of another form is none`(text: String) {
        #expect(throws: NoteError.self) { try WitnessPolicy(text) }
    }

    @Test func `a complaint about a policy names the line`() {
        #expect(throws: NoteError.malformed("line 2 of the policy: “x” is not a word of a policy"))
        { try WitnessPolicy("quorum none\nx\n") }
    }

    // MARK: Requests and proofs

    @Test func `a request to a witness is read as it was written`() throws {
        let request = AddCheckpoint(
            oldSize: 6, proof: try KnownTree.tree.consistency(from: 6, to: 8),
            checkpoint: Self.note)
        #expect(try AddCheckpoint(request.bytes) == request)
        let first = AddCheckpoint(oldSize: 0, proof: [], checkpoint: Self.note)
        #expect(first.bytes == Array("old 0\n\n".utf8) + Self.note.bytes)
        #expect(try AddCheckpoint(first.bytes) == first)
    }

    @Test(arguments: ["old 1", "old 01\n\n", "old -1\n\n", "new 1\n\n", "old 1\nAAAA\n\n", "\n"])
    func `a request of another form is none`(head: String) {
        #expect(throws: NoteError.self) {
            try AddCheckpoint(Array(head.utf8) + Self.note.bytes)
        }
    }

    @Test func `a proof longer than any tree is none`() {
        let line = Base64.encode(KnownTree.leaves[0].bytes) + "\n"
        func body(_ count: Int) -> [UInt8] {
            let head = "old 1\n" + String(repeating: line, count: count) + "\n"
            return Array(head.utf8) + Self.note.bytes
        }
        #expect(throws: Never.self) { try AddCheckpoint(body(63)) }
        #expect(throws: NoteError.self) { try AddCheckpoint(body(64)) }
        #expect(throws: NoteError.self) { try AddCheckpoint(body(5000)) }
    }

    @Test(arguments: [nil, Array("more".utf8)])
    func `a proof is read as it was written, and shows its entry`(extra: [UInt8]?) throws {
        let note = Checkpoint(
            origin: "petitions.example/log1", size: 8, root: try KnownTree.tree.root(size: 8)
        ).signed(by: Self.log)
        let proof = EntryProof(
            index: 5, path: try KnownTree.tree.inclusion(of: 5, size: 8), checkpoint: note,
            extra: extra)
        let read = try EntryProof(proof.bytes)
        #expect(read == proof)
        #expect(try read.check(KnownTree.leaves[5], signedBy: Self.log.verifier).size == 8)
        #expect(throws: ProofError.differs) {
            try read.check(KnownTree.leaves[4], signedBy: Self.log.verifier)
        }
        #expect(throws: NoteError.self) { try EntryProof(proof.bytes.dropLast()) }
    }
}
