package import Entries

/// What shows that a log has an entry: its way to the root of a signed checkpoint (C2SP tlog-proof).
package struct EntryProof: Hashable, Sendable {
    package let index: UInt64
    package let path: [Digest]
    /// As the log, and the witnesses, have signed it.
    package let checkpoint: SignedNote
    /// What the log wants to say beside it.
    package let extra: [UInt8]?

    package init(index: UInt64, path: [Digest], checkpoint: SignedNote, extra: [UInt8]? = nil) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
        self.extra = extra
    }

    private static let firstLine = "c2sp.org/tlog-proof@v1"

    package init(_ bytes: [UInt8]) throws(NoteError) {
        guard let (lines, rest) = Lines.head(of: bytes) else {
            throw .malformed("the proof is cut off")
        }
        var left = lines[...]
        guard left.popFirst()?.elementsEqual(Self.firstLine.utf8) == true else {
            throw .malformed("the file is not a proof of a log's entry")
        }
        extra = try Self.take("extra ", from: &left).map { (text) throws(NoteError) in
            guard let extra = Base64.decode(text) else {
                throw .malformed("what the proof says beside it cannot be read")
            }
            return extra
        }
        guard let digits = Self.take("index ", from: &left), let index = TreeSize.read(digits)
        else { throw .malformed("the proof does not say which entry it is about") }
        self.index = index
        path = try Lines.hashes(left)
        checkpoint = try SignedNote(Array(rest))
    }

    private static func take(
        _ word: String, from lines: inout ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<UInt8>? {
        guard let line = lines.first, line.starts(with: word.utf8) else { return nil }
        lines.removeFirst()
        return line.dropFirst(word.utf8.count)
    }

    package var bytes: [UInt8] {
        var head = "\(Self.firstLine)\n"
        if let extra { head += "extra \(Base64.encode(extra))\n" }
        head += "index \(index)\n"
        for hash in path { head += "\(Base64.encode(hash.bytes))\n" }
        return Array(head.utf8) + [0x0A] + checkpoint.bytes
    }

    /// That the log of `key` has the entry with that hash; what the checkpoint says of the log.
    @discardableResult
    package func check(_ leaf: Digest, signedBy key: VerifierKey) throws -> Checkpoint {
        let checkpoint = try Checkpoint(checkpoint, signedBy: key)
        try ProofCheck.inclusion(
            of: leaf, at: index, size: checkpoint.size, root: checkpoint.root, proof: path)
        return checkpoint
    }
}

/// Lines of hashes above a checkpoint.
enum Lines {
    static let mostHashes = 63

    /// The lines before the first empty one, and what comes behind that; nil if there is none.
    static func head(
        of bytes: [UInt8]
    ) -> (lines: [ArraySlice<UInt8>], rest: ArraySlice<UInt8>)? {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        // More than any proof has: nobody's gigabyte is taken apart.
        while lines.count <= mostHashes + 3, let end = rest.firstIndex(of: 0x0A) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.isEmpty { return (lines, rest) }
            lines.append(line)
        }
        return nil
    }

    static func hashes(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(NoteError) -> [Digest] {
        guard lines.count <= mostHashes else {
            throw .malformed("the proof has more hashes than any tree")
        }
        var hashes: [Digest] = []
        for line in lines {
            guard let bytes = Base64.decode(line), let hash = Digest(bytes) else {
                throw .malformed("a line of the proof is not a hash")
            }
            hashes.append(hash)
        }
        return hashes
    }
}
