import TransparencyLog

extension Parser {
    static func parseNote(_ bytes: [UInt8]) {
        guard let note = try? SignedNote(bytes) else { return }
        precondition(note.bytes == bytes, "a note is not written as it was read")
        guard let checkpoint = try? Checkpoint(note) else { return }
        precondition(note.text.starts(with: checkpoint.text), "a checkpoint reads otherwise")
    }

    static func parseProof(_ bytes: [UInt8]) {
        guard let proof = try? EntryProof(bytes) else { return }
        precondition(proof.bytes == bytes, "a proof is not written as it was read")
    }

    static func parseRequest(_ bytes: [UInt8]) {
        guard let request = try? AddCheckpoint(bytes) else { return }
        precondition(request.bytes == bytes, "a request is not written as it was read")
    }

    /// A policy that could be read can be asked.
    static func parsePolicy(_ text: String) {
        guard let policy = try? WitnessPolicy(text) else { return }
        for key in policy.logs.map(\.key) + policy.witnesses.map(\.key) {
            precondition((try? VerifierKey(key.text)) == key, "a key reads otherwise")
        }
        let note = SignedNote(text: Array("a\n".utf8), signatures: [])
        _ = try? policy.checkWitnesses(of: note)
    }

    static func parseTile(_ path: String) {
        guard let tile = Tile(path: path) else { return }
        precondition(tile.path == path, "a tile lies elsewhere")
    }
}
