internal import Channels
internal import EventLog
internal import Files
package import TransparencyLog

/// Asks the witnesses of an office's policy to sign what it has published.
///
/// It needs no key, and changes nothing but the file of what is witnessed.
package struct WitnessPush {
    package enum Result: Equatable, Sendable {
        case signed
        /// Why not, in words.
        case failed(String)
    }

    package struct Outcome: Sendable {
        package let size: UInt64
        package var results: [(witness: String, result: Result)] = []
        /// Whether as many have signed as the policy asks for.
        package var meetsQuorum = false
    }

    private let tree: LogTree
    private let directory: TileDirectory
    private let path: String

    package init(_ tree: LogTree, tiles path: String) {
        self.tree = tree
        self.path = path
        directory = TileDirectory(reading: path)
    }

    /// - Throws: `NoteError` if nothing is published, or cannot be read.
    package func run(_ policy: WitnessPolicy) throws -> Outcome {
        guard var note = try directory.checkpoint() else {
            throw NoteError.malformed("nothing is published yet")
        }
        let checkpoint = try Checkpoint(note)
        let before = try witnessed()
        if let before, before.text == note.text {
            for signature in before.signatures { note.add(signature) }
        }
        var outcome = Outcome(size: checkpoint.size)
        let session = try WebSession()
        for witness in policy.witnesses {
            guard let address = witness.address else { continue }
            do {
                note.add(
                    try ask(
                        witness, at: address, note, checkpoint, before: before, over: session))
                outcome.results.append((witness.name, .signed))
            } catch {
                outcome.results.append((witness.name, .failed("\(error)")))
            }
        }
        outcome.meetsQuorum = (try? policy.checkWitnesses(of: note)) != nil
        guard outcome.results.contains(where: { $0.result == .signed }) else { return outcome }
        var file = try NewFile(draft: "\(path)/.witnessed")
        try file.write(note.bytes.span)
        try file.publish(as: TileDirectory.witnessedName, in: path)
        return outcome
    }

    private func witnessed() throws -> SignedNote? {
        try Directory.remove("\(path)/.witnessed")
        guard let file = try FileReader.open(ifThere: "\(path)/\(TileDirectory.witnessedName)")
        else { return nil }
        var bytes: [UInt8] = []
        try file.read(SignedNote.mostBytes + 1, into: &bytes)
        return try SignedNote(bytes)
    }

    /// The witness's signature. It says itself from where on it must be shown that the log goes on.
    private func ask(
        _ witness: WitnessPolicy.Witness, at address: String, _ note: SignedNote,
        _ checkpoint: Checkpoint, before: SignedNote?, over session: WebSession
    ) throws -> NoteSignature {
        var old = try size(before, signedBy: witness.key, below: checkpoint)
        let own = SignedNote(
            text: note.text, signatures: note.signatures.filter { $0.name == checkpoint.origin })
        let target = address.hasSuffix("/") ? address : address + "/"
        for _ in 0..<2 {
            let request = AddCheckpoint(
                oldSize: old,
                proof: try tree.hashes.consistency(from: old, to: checkpoint.size),
                checkpoint: own)
            let answer = try session.post(request.bytes, to: "\(target)add-checkpoint")
            switch answer.status {
            case 200: return try signature(in: answer.body, of: own, by: witness.key)
            case 409:
                guard
                    let size = UInt64(
                        String(decoding: answer.body, as: UTF8.self).prefix { $0 != "\n" }),
                    size <= checkpoint.size
                else {
                    throw NoteError.malformed(
                        "it has signed a larger tree than the one that is published: is this "
                            + "an older copy?")
                }
                old = size
            default: throw NoteError.malformed("it answers with status \(answer.status)")
            }
        }
        throw NoteError.malformed("it has signed another checkpoint meanwhile")
    }

    private func size(
        _ before: SignedNote?, signedBy key: VerifierKey, below checkpoint: Checkpoint
    ) throws -> UInt64 {
        guard let before, try before.signers(among: [key])[key] != nil else { return 0 }
        return min(try Checkpoint(before).size, checkpoint.size)
    }

    private func signature(
        in body: [UInt8], of note: SignedNote, by key: VerifierKey
    ) throws -> NoteSignature {
        for line in body.split(separator: 0x0A) {
            guard let signature = try? NoteSignature(line: line), signature.name == key.name,
                signature.keyID == key.id
            else { continue }
            var signed = note
            signed.add(signature)
            _ = try signed.signers(among: [key])
            return signature
        }
        throw NoteError.notSigned(by: key.name)
    }
}
