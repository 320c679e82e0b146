import Crypto
import Entries
import Foundation
import Testing
import TestSupport
import TransparencyLog
import Workflow

/// What a dishonest or careless office may try with its published log, and who notices.
@Suite(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
struct AttackTests: ~Copyable {
    private let scratch: Scratch
    private let tiles: String
    private static let size: UInt64 = 700

    init() throws {
        let scratch = try Scratch()
        try KnownLog(700, size: Self.size).publisher(in: scratch).publish()
        tiles = scratch.path("tiles")
        self.scratch = scratch
    }

    private func outside(_ words: String...) throws -> OutsideVerifier.Answer {
        try OutsideVerifier.python(["log", tiles, "--vkey", KnownLog.vkey] + words)
    }

    /// Both verifiers that are not ours, or the one that is there.
    private func expectFailure(_ what: String) throws {
        let python = try outside()
        #expect(python.status == 1, "\(what): \(python.words)")
        guard OutsideVerifier.isGoThere else { return }
        let go = try OutsideVerifier.go([tiles, KnownLog.vkey])
        #expect(go.status != 0, "\(what): \(go.words)")
    }

    private func change(_ name: String, _ body: (inout Data) throws -> Void) throws {
        let url = URL(filePath: "\(tiles)/\(name)")
        var data = try Data(contentsOf: url)
        try body(&data)
        try data.write(to: url)
    }

    private let signer = NoteSigner(name: KnownLog.origin, kind: .log, seed: KnownLog.seed)!

    /// Another log of the same office, signed with its real key, in the place of the first.
    private func replace(by log: KnownLog, seed: SecretKey = KnownLog.seed) throws {
        try FileManager.default.removeItem(atPath: tiles)
        try FileManager.default.removeItem(atPath: scratch.path("signer.state"))
        try log.publisher(in: scratch, seed: seed).publish()
    }

    @Test func `the log that nobody touched verifies`() throws {
        #expect(try outside("--extra").status == 0)
    }

    @Test(arguments: [
        "tile/entries/000", "tile/entries/002.p/188", "tile/0/001", "tile/0/002.p/188",
        "tile/1/000.p/2",
    ]) func `1: a byte that is changed in a tile or a bundle is found by anyone`(
        name: String
    ) throws {
        try change(name) { $0[$0.count / 2] ^= 1 }
        try expectFailure(name)
    }

    @Test func `2: the last entry that is taken away is missed by anyone`() throws {
        try change("tile/entries/002.p/188") { data in
            let entries = try EntryBundle.decode(Array(data))
            data = Data(EntryBundle.encode(entries.dropLast()))
        }
        try expectFailure("short bundle")
    }

    @Test func `3: who has a receipt notices that the entry was dropped`() throws {
        let log = KnownLog(701, size: 701)
        let proof = try log.publisher(in: scratch).proof(of: 701)
        // The office goes back and signs as if nothing had been.
        try replace(by: KnownLog(700, size: 700))
        let own = try scratch.write(proof.checkpoint.bytes, as: "mine")
        let answer = try outside("--old", own)
        #expect(answer.status == 1 && answer.words.contains("ROLLBACK"), "\(answer.words)")
    }

    @Test func `4: entries that change places are found by anyone`() throws {
        try change("tile/entries/001") { data in
            var entries = try EntryBundle.decode(Array(data))
            entries.swapAt(3, 4)
            data = Data(EntryBundle.encode(entries))
        }
        try expectFailure("swapped")
    }

    @Test func `5: a smaller tree that is signed anew is refused by witness and by memory`() throws
    {
        let old = scratch.path("old")
        try FileManager.default.copyItem(atPath: "\(tiles)/checkpoint", toPath: old)
        let witness = try Witness(
            named: "w.example/witness", seed: .random(), keptIn: scratch.path("witness"))
        _ = try sign(KnownLog(700), old: 0, size: 700, by: witness)
        try replace(by: KnownLog(700, size: 690))
        #expect(try outside().status == 0, "by itself it looks right")
        let answer = try outside("--old", old)
        #expect(answer.status == 1 && answer.words.contains("ROLLBACK"))
        #expect(try sign(KnownLog(700), old: 0, size: 690, by: witness) == .conflict(700))
    }

    @Test func `6: a rewritten history that is signed anew is refused by witness and by memory`()
        throws
    {
        let old = scratch.path("old")
        try FileManager.default.copyItem(atPath: "\(tiles)/checkpoint", toPath: old)
        let witness = try Witness(
            named: "w.example/witness", seed: .random(), keptIn: scratch.path("witness"))
        _ = try sign(KnownLog(700), old: 0, size: 700, by: witness)
        let forged = KnownLog(710, size: 710, changing: 10)
        try replace(by: forged)
        #expect(try outside().status == 0, "by itself it looks right")
        let answer = try outside("--old", old)
        #expect(answer.status == 1 && answer.words.contains("REWRITTEN"), "\(answer.words)")
        #expect(try sign(forged, old: 700, size: 710, by: witness) == .notContinued)
    }

    @Test func `7: of two trees of one size a witness signs one`() throws {
        let witness = try Witness(
            named: "w.example/witness", seed: .random(), keptIn: scratch.path("witness"))
        _ = try sign(KnownLog(700), old: 0, size: 700, by: witness)
        let other = KnownLog(700, size: 700, changing: 10)
        #expect(try sign(other, old: 700, size: 700, by: witness) == .notContinued)
        try replace(by: other)
        let policy = try scratch.write(
            Array(
                """
                log \(KnownLog.vkey)
                witness W \(witness.verifier.text)
                quorum W

                """.utf8), as: "policy")
        let answer = try OutsideVerifier.python(["log", tiles, "--policy", policy])
        #expect(answer.status == 1 && answer.words.contains("quorum NOT met"))
    }

    @Test func `8: a key that was replaced is found by anyone, and by the office itself`() throws {
        try replace(by: KnownLog(700, size: 700), seed: .random())
        try expectFailure("another key")
        #expect(throws: PublisherProblem.self) {
            try KnownLog(700, size: 700).publisher(in: scratch)
        }
    }

    @Test func `9: a database that was restored from an older copy is never signed`() throws {
        #expect(throws: PublisherProblem.shrunk(signed: 700, head: 600)) {
            try KnownLog(700, size: 600).publisher(in: scratch)
        }
        let log = KnownLog(700, size: 700)
        let publisher = try log.publisher(in: scratch)
        log.grow(to: 600)
        try publisher.publish()
        #expect(publisher.publishedSize == 700)
        #expect(try outside().status == 0)
    }

    @Test func `10: a signer that was rolled back too is refused by the witnesses alone`() throws {
        // A copy of everything that the office has, from the day of 600 entries.
        let log = KnownLog(700, size: 600)
        try replace(by: log)
        let state = scratch.path("signer.state")
        for path in [tiles, state] {
            try FileManager.default.copyItem(atPath: path, toPath: "\(path).old")
        }
        log.grow(to: 700)
        try log.publisher(in: scratch).publish()
        let own = try scratch.write(
            try Array(Data(contentsOf: URL(filePath: "\(tiles)/checkpoint"))), as: "mine")
        // Witnesses in two other houses.
        let witnesses = try ["north", "south"].map { name in
            try Witness(
                named: "\(name).example/witness", seed: .random(), keptIn: scratch.path(name))
        }
        for witness in witnesses { _ = try sign(log, old: 0, size: 700, by: witness) }
        for path in [tiles, state] {
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.copyItem(atPath: "\(path).old", toPath: path)
        }
        // From there it goes on otherwise, and the office itself cannot know.
        let forged = KnownLog(710, size: 600, changing: 650)
        let publisher = try forged.publisher(in: scratch)
        forged.grow(to: 710)
        try publisher.publish()
        #expect(publisher.publishedSize == 710)
        #expect(try outside().status == 0, "by itself it looks right")
        // The witnesses do.
        for witness in witnesses {
            #expect(try sign(forged, old: 600, size: 710, by: witness) == .conflict(700))
            #expect(try sign(forged, old: 700, size: 710, by: witness) == .notContinued)
        }
        let policy = try scratch.write(
            Array(
                """
                log \(KnownLog.vkey)
                witness N \(witnesses[0].verifier.text)
                witness S \(witnesses[1].verifier.text)
                group both 2 N S
                quorum both

                """.utf8), as: "policy")
        let answer = try OutsideVerifier.python(["log", tiles, "--policy", policy])
        #expect(answer.status == 1 && answer.words.contains("quorum NOT met"), "\(answer.words)")
        // And so does whoever kept a checkpoint.
        let kept = try outside("--old", own)
        #expect(kept.status == 1 && kept.words.contains("REWRITTEN"), "\(kept.words)")
    }

    @Test func `16: notes with a letter too many or too few are refused by everybody`() throws {
        let whole = try Data(contentsOf: URL(filePath: "\(tiles)/checkpoint"))
        let text = String(decoding: whole, as: UTF8.self)
        let forms = [
            text.replacingOccurrences(of: "\n700\n", with: "\n0700\n"),
            text.replacingOccurrences(of: "\n700\n", with: "\n+700\n"),
            text.replacingOccurrences(of: "\n", with: "\r\n"), text + "\n", String(text.dropLast()),
            text.replacingOccurrences(of: "\u{2014}", with: "-"), "\n" + text,
        ]
        for form in forms {
            try Data(form.utf8).write(to: URL(filePath: "\(tiles)/checkpoint"))
            let outside = try outside()
            #expect(outside.status == 1, "\(form): \(outside.words)")
            #expect(throws: NoteError.self, "\(form)") {
                try Checkpoint(
                    try SignedNote(Array(form.utf8)), signedBy: try VerifierKey(KnownLog.vkey))
            }
        }
    }

    private func sign(
        _ log: KnownLog, old: UInt64, size: UInt64, by witness: Witness
    ) throws -> Witness.Answer {
        let note = Checkpoint(
            origin: KnownLog.origin, size: size, root: try log.tree.root(size: size)
        ).signed(by: signer)
        let proof = try HashTree(log.tree.node).consistency(from: old, to: size)
        return try witness.add(
            AddCheckpoint(oldSize: old, proof: proof, checkpoint: note).bytes,
            of: [signer.verifier], at: Instant(milliseconds: 1_700_000_000_000))
    }
}
