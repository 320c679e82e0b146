import Crypto
import Entries
import Foundation
import Testing
import TransparencyLog

@Suite struct NoteTests {
    /// The example of C2SP's signed-note.
    private static let vkey =
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    private static let note = """
        This is an example message.

        \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3m\
        FXmRKuwHjG1Yu72IneyaQM=

        """

    private static func seed(_ text: String) -> SecretKey {
        SecretKey(SHA256.hash(Array(text.utf8)).bytes)!
    }

    private let log = NoteSigner(
        name: "petitions.example/log1", kind: .log, seed: seed("log seed"))!
    private let witness = NoteSigner(
        name: "auditor.example/w1", kind: .witness, seed: seed("witness seed"))!
    private let checkpoint = Checkpoint(
        origin: "petitions.example/log1", size: 8, root: try! KnownTree.tree.root(size: 8))

    @Test func `the specification's own note is genuine, and one letter less is not`() throws {
        let key = try VerifierKey(Self.vkey)
        #expect(key.text == Self.vkey)
        let note = try SignedNote(Array(Self.note.utf8))
        #expect(note.bytes == Array(Self.note.utf8))
        #expect(try note.signers(among: [key]).keys.map(\.name) == ["example.com/foo"])
        let other = Self.note.replacingOccurrences(of: "example m", with: "Example m")
        #expect(throws: NoteError.invalidSignature(name: "example.com/foo")) {
            try SignedNote(Array(other.utf8)).signers(among: [key])
        }
    }

    @Test func `a key follows from its seed`() {
        let text = "petitions.example/log1+949f92a1+AdPgSH/KWo1eEN1qvW/iMdtrMFviaDgjoj/M3xYpcYNH"
        #expect(log.verifier.text == text)
    }

    @Test(arguments: [
        vkey.replacingOccurrences(of: "530d", with: "530e"),
        vkey.replacingOccurrences(of: "example.com/foo", with: "example.com/bar"),
        vkey.replacingOccurrences(of: "530d", with: "530D"), vkey + "=", vkey + "A", "", "a+b",
        "a+b+c",
        // Another kind of signature.
        "PeterNeumann+c74f20a3+BRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]) func `a key whose hash is not that of the rest is none`(text: String) {
        #expect(throws: NoteError.self) { try VerifierKey(text) }
    }

    @Test(arguments: ["", "a b", "a+b", "a\u{A0}b", "a\nb", "\u{2028}"])
    func `a name that would break a line is none`(name: String) {
        #expect(NoteSigner(name: name, kind: .log, seed: Self.seed("x")) == nil)
    }

    @Test func `a log's checkpoint is read as it was signed`() throws {
        let note = checkpoint.signed(by: log)
        let read = try SignedNote(note.bytes)
        #expect(read == note)
        #expect(try Checkpoint(read, signedBy: log.verifier) == checkpoint)
    }

    @Test func `nobody else can sign for a log`() throws {
        let other = NoteSigner(
            name: "petitions.example/log1", kind: .log, seed: Self.seed("other"))!
        #expect(throws: NoteError.notSigned(by: "petitions.example/log1")) {
            try Checkpoint(checkpoint.signed(by: other), signedBy: log.verifier)
        }
        let elsewhere = Checkpoint(
            origin: "petitions.example/log2", size: 8, root: checkpoint.root)
        #expect(throws: NoteError.notSigned(by: "petitions.example/log1")) {
            try Checkpoint(elsewhere.signed(by: log), signedBy: log.verifier)
        }
    }

    @Test func `a witness signs the time too`() throws {
        var note = checkpoint.signed(by: log)
        note.add(witness.cosignature(of: note.text, seconds: 1_700_000_000))
        let signers = try SignedNote(note.bytes).signers(among: [log.verifier, witness.verifier])
        #expect(signers == [log.verifier: nil, witness.verifier: 1_700_000_000])
        let words = note.signatures[1].line.dropLast().split(separator: " ")
        var signature = try #require(Base64.decode(words[2].utf8))
        signature[11] += 1
        let line = "\(words[0]) \(words[1]) \(Base64.encode(signature))"
        note.add(try NoteSignature(line: Array(line.utf8)[...]))
        #expect(throws: NoteError.invalidSignature(name: "auditor.example/w1")) {
            try note.signers(among: [witness.verifier])
        }
    }

    @Test func `signatures of strangers are passed over`() throws {
        var note = checkpoint.signed(by: log)
        for number in 0..<20 {
            let stranger = NoteSigner(
                name: "w\(number)", kind: .witness, seed: Self.seed("\(number)"))!
            note.add(stranger.cosignature(of: note.text, seconds: 1))
        }
        let read = try SignedNote(note.bytes)
        #expect(read.signatures.count == 21)
        #expect(try Checkpoint(read, signedBy: log.verifier) == checkpoint)
    }

    @Test(arguments: [
        "a\n\n- a AAAAAAA=\n", "a\n\n\u{2014} a+b AAAAAAA=\n", "a\n\n\u{2014} a AAAA\n",
        "a\r\n\n\u{2014} a AAAAAAA=\n", "a\n\n\u{2014} a AAAAAAB=\n", "a\n\n\u{2014} a AAAAAAA=",
        "a\n\n", "a\n", "", "\n\n", "a\n\n\u{2014} a AAAAAAA=\n\n", "a\n\n\u{2014}  a AAAAAAA=\n",
        "a\n\n\u{2014} a AAAAAAA= \n", "a\n\n\u{2014} a AAAAAAA=\u{7}\n",
    ]) func `a note of another form is none`(text: String) {
        #expect(throws: NoteError.self) { try SignedNote(Array(text.utf8)) }
    }

    @Test func `bytes that are no text are no note`() {
        let bytes = [0xFF] + Array("a\n\n\u{2014} a AAAAAAA=\n".utf8)
        #expect(throws: NoteError.self) { try SignedNote(bytes) }
    }

    private static let root = Base64.encode(KnownTree.leaves[0].bytes)

    @Test(arguments: [
        "a\n01\n\(root)\n", "a\n-1\n\(root)\n", "a\n1\nAA==\n", "a\n1\n", "a\n\n\(root)\n",
        "a\n0\n\(root)\n", "a\n9223372036854775808\n\(root)\n", "a\n+1\n\(root)\n",
        "a\n1\n\(root)\n\n", "a\n1\n\(root)", "\n1\n\(root)\n", "a\n1 \n\(root)\n",
    ]) func `a checkpoint of another form is none`(text: String) {
        #expect(throws: NoteError.self) { try Checkpoint(text: Array(text.utf8)) }
    }

    @Test func `a checkpoint may say more`() throws {
        let read = try Checkpoint(text: Array("a\n1\n\(Self.root)\nmore\n".utf8))
        #expect(read == Checkpoint(origin: "a", size: 1, root: KnownTree.leaves[0]))
    }
}
