package import Entries

/// What a log asks of a witness: to sign a checkpoint, shown to continue one that it knows
/// (C2SP tlog-witness, the body of `add-checkpoint`).
package struct AddCheckpoint: Hashable, Sendable {
    /// The size of the checkpoint that the witness has signed last; 0 if none.
    package let oldSize: UInt64
    package let proof: [Digest]
    package let checkpoint: SignedNote

    package init(oldSize: UInt64, proof: [Digest], checkpoint: SignedNote) {
        self.oldSize = oldSize
        self.proof = proof
        self.checkpoint = checkpoint
    }

    package init(_ bytes: [UInt8]) throws(NoteError) {
        guard let (lines, rest) = Lines.head(of: bytes), let first = lines.first,
            first.starts(with: "old ".utf8), let size = TreeSize.read(first.dropFirst(4))
        else { throw .malformed("the request does not say which size it continues") }
        oldSize = size
        proof = try Lines.hashes(lines.dropFirst())
        checkpoint = try SignedNote(Array(rest))
    }

    package var bytes: [UInt8] {
        var head = "old \(oldSize)\n"
        for hash in proof { head += "\(Base64.encode(hash.bytes))\n" }
        return Array(head.utf8) + [0x0A] + checkpoint.bytes
    }
}
