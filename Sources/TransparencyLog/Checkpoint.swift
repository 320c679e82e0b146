package import Entries
internal import Crypto

/// What a log says of itself: it has so many entries, and this is the hash of their tree.
package struct Checkpoint: Hashable, Sendable {
    package let origin: String
    package let size: UInt64
    package let root: Digest

    package init(origin: String, size: UInt64, root: Digest) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Whether it is of the log whose entries name `source`: a log that was restored shorter than
    /// it was signed is signed under a name below that one.
    package func isOfLog(_ source: String) -> Bool {
        if origin == source { return true }
        guard origin.hasPrefix("\(source)/log"),
            let epoch = TreeSize.read(Array(origin.utf8.dropFirst(source.utf8.count + 4))[...])
        else { return false }
        return epoch > 1
    }

    /// Reads a note's text. Further lines are allowed by the format and passed over.
    package init(text: [UInt8]) throws(NoteError) {
        let lines = text.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard text.last == 0x0A, lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            let origin = String(validating: lines[0], as: UTF8.self)
        else { throw .malformed("a checkpoint begins with its origin, its size and its root") }
        guard let size = TreeSize.read(lines[1]) else {
            throw .malformed("the size of a checkpoint is not a number")
        }
        guard let bytes = Base64.decode(lines[2]), let root = Digest(bytes) else {
            throw .malformed("the root of a checkpoint is not a hash")
        }
        guard size > 0 || root == HashTree.emptyRoot else {
            throw .malformed("the root of a checkpoint of no entries is not that of none")
        }
        self.init(origin: origin, size: size, root: root)
    }

    package init(_ note: SignedNote) throws(NoteError) { try self.init(text: note.text) }

    /// The checkpoint in a note that `key`, whose name is the log's origin, has signed.
    package init(_ note: SignedNote, signedBy key: VerifierKey) throws(NoteError) {
        try self.init(note)
        let signers = try note.signers(among: [key])
        guard key.kind == .log, signers[key] != nil, key.name == origin else {
            throw .notSigned(by: key.name)
        }
    }

    package var text: [UInt8] { Array("\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n".utf8) }

    package func signed(by signer: NoteSigner) -> SignedNote {
        SignedNote(text: text, signatures: [signer.signature(of: text)])
    }
}

/// Sizes and places in a tree, as they are written in notes.
enum TreeSize {
    static let largest = UInt64(Int64.max)

    /// Decimal without a leading zero; nil if it is not that, or too large.
    static func read(_ digits: some Collection<UInt8>) -> UInt64? {
        guard (1...19).contains(digits.count), digits.count == 1 || digits.first != 0x30 else {
            return nil
        }
        var size: UInt64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            size = size * 10 + UInt64(digit - 0x30)
        }
        return size <= largest ? size : nil
    }
}
