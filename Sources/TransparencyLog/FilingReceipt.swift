internal import Crypto
package import Entries

/// What a petitioner keeps: the entry that was recorded, what was sealed of it, and the proof that
/// it stands in the signed log.
///
/// The file is a proof as others' tools read it (C2SP tlog-proof); everything else is in its line
/// `extra`. It is checked without the office, and without any key but the office's public one.
package struct FilingReceipt: Equatable, Sendable {
    package let proof: EntryProof
    package let contents: Contents

    package static let fileExtension = "tlog-proof"
    package static let mostBytes = 4 << 20

    package struct Contents: Fields {
        /// The stored bytes of the entry.
        package var entry = ""
        package var format = Contents.format
        /// The log's key as the office had it; whoever checks should have it from elsewhere too.
        package var key = ""
        package var sections: [Section] = []

        package static let format = "khamrong-receipt/1"
        package static var longestText: Int? { FilingReceipt.mostBytes }

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("entry", &entry)
            try fields.field("format", &format)
            try fields.field("key", &key)
            try fields.list("sections", &sections)
        }
    }

    /// What a sealed section of the entry holds: `SHA-256(salt ‖ content)` stands in the entry.
    package struct Section: Fields {
        package var content = ""
        package var field = ""
        package var number = 0
        package var salt = Digest.zero

        package static var longestText: Int? { FilingReceipt.mostBytes }

        package init() {}

        package init(field: String, number: Int, salt: Digest, content: String) {
            self.field = field
            self.number = number
            self.salt = salt
            self.content = content
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("content", &content)
            try fields.field("field", &field)
            try fields.field("number", &number)
            try fields.field("salt", &salt)
        }
    }

    package init(
        _ proof: EntryProof, entry: [UInt8], key: VerifierKey, sections: [Section]
    ) {
        var contents = Contents()
        contents.entry = String(decoding: entry, as: UTF8.self)
        contents.key = key.text
        contents.sections = sections
        self.contents = contents
        self.proof = EntryProof(
            index: proof.index, path: proof.path, checkpoint: proof.checkpoint,
            extra: contents.encoded())
    }

    package init(_ bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.mostBytes else { throw .malformed("the file is too large") }
        let proof = try EntryProof(bytes)
        guard let extra = proof.extra, let contents = try? Contents.decoded(extra),
            contents.format == Contents.format
        else { throw .malformed("the file is a proof, and no receipt of a filing") }
        self.proof = proof
        self.contents = contents
    }

    package var bytes: [UInt8] { proof.bytes }

    /// The entry's bytes as they were hashed.
    package var entry: [UInt8] { Array(contents.entry.utf8) }

    /// The short form of what is proven, the same for every receipt of the entry.
    package var mark: EntryMark {
        EntryMark(position: proof.index + 1, leaf: SHA256.leafHash(entry))
    }
}

/// Which entry it is: its position and its hash, on paper and in codes.
package struct EntryMark: Hashable, Sendable {
    package let position: Position
    package let leaf: Digest

    package init(position: Position, leaf: Digest) {
        self.position = position
        self.leaf = leaf
    }

    /// Reads `12-<64 hexadecimal digits>`.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, let position = TreeSize.read(parts[0]), position > 0,
            let leaf = Digest(hex: parts[1])
        else { return nil }
        self.init(position: position, leaf: leaf)
    }
}

extension EntryMark: CustomStringConvertible {
    package var description: String { "\(position)-\(leaf)" }
}

// MARK: - Checking

extension FilingReceipt {
    /// What a receipt has been found to show.
    package struct Shown: Equatable, Sendable {
        package let checkpoint: Checkpoint
        package let envelope: Envelope
        /// Those whose content is what the entry committed to.
        package let sections: [Section]
        /// Fields of sealed sections that the receipt does not hold.
        package let left: [String]
    }

    /// Why a receipt shows nothing.
    package enum Fault: Error, Equatable, Sendable {
        /// The proof itself.
        case note(NoteError), proof(ProofError)
        /// What is said to be the entry is none, or not of that log.
        case entry
        /// What is said to have been sealed is not what the entry committed to.
        case section(field: String)
    }

    /// Checks everything. Without a key it is the receipt's own, and the caller must say so.
    package func check(signedBy key: VerifierKey? = nil) throws(Fault) -> Shown {
        let leaf = SHA256.leafHash(entry)
        let checkpoint: Checkpoint
        do {
            checkpoint = try proof.check(leaf, signedBy: try key ?? VerifierKey(contents.key))
        } catch let error as NoteError {
            throw .note(error)
        } catch {
            throw .proof(error as? ProofError ?? .differs)
        }
        guard let envelope = try? Envelope(entry), checkpoint.isOfLog(envelope.source),
            let sealed = try? envelope.sealedSections
        else { throw .entry }
        for section in contents.sections {
            let commitment = SHA256.hash(section.salt.bytes.span, Array(section.content.utf8).span)
            let isCommitted = sealed.contains { logged in
                logged.number == section.number && logged.field == section.field
                    && logged.commitment == commitment
            }
            guard isCommitted else { throw .section(field: section.field) }
        }
        let shown = Set(contents.sections.map(\.number))
        guard shown.count == contents.sections.count else { throw .section(field: "") }
        return Shown(
            checkpoint: checkpoint, envelope: envelope, sections: contents.sections,
            left: sealed.filter { !shown.contains($0.number) }.map(\.field))
    }
}

extension FilingReceipt.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .note(let error): "\(error)"
        case .proof(let error): "\(error)"
        case .entry: "the receipt does not hold an entry of the log that signed it"
        case .section(let field):
            "the section “\(field)” is not what was filed: the log's entry says otherwise"
        }
    }
}
