internal import Crypto
package import Entries
internal import EventLog
package import Events
internal import Exchange
internal import Rules
package import TransparencyLog
internal import Vault

/// What an auditor takes away of one case: its entries, each with its proof, the checkpoint that
/// they lead to, the receipt, and if they may be seen what was sealed and the files; and a program
/// that checks it all without the office.
package struct EvidencePack {
    private let office: Office
    private let note: SignedNote
    private let key: VerifierKey
    private let size: UInt64
    private let history: CaseHistory
    private let stream: String
    private var archive: ZipArchive
    private var manifest = Manifest()

    package enum Problem: Error, Equatable, Sendable {
        case noCase
        /// The checkpoint does not cover the case's last event yet.
        case notCovered(Position)
        case tooLarge
    }

    /// - Parameter note: a checkpoint of the log, signed by `key`.
    /// - Throws: `Problem`.
    package init(
        of number: String, in office: Office, proving note: SignedNote, by key: VerifierKey,
        at now: Instant
    ) throws {
        guard let history = try office.log.history(of: number), let last = history.events.last
        else { throw Problem.noCase }
        size = try Checkpoint(note, signedBy: key).size
        guard last.position <= size else { throw Problem.notCovered(last.position) }
        self.office = office
        self.note = note
        self.key = key
        self.history = history
        stream = last.stream.subject
        archive = ZipArchive(day: LocalTime(now).date)
        manifest.stream = stream
        manifest.made = now.description
    }

    /// The pack as a zip; `isOpen` says whether it holds what was sealed, which the caller has
    /// written down as seen.
    package consuming func zip(open isOpen: Bool) throws -> [UInt8] {
        var pack = self
        do {
            return try pack.fill(isOpen)
        } catch is ZipArchive.TooLarge {
            throw Problem.tooLarge
        }
    }

    private mutating func fill(_ isOpen: Bool) throws -> [UInt8] {
        var receipt: [FilingReceipt.Section] = []
        for event in history.events {
            let entry = try add(event.position)
            guard isOpen else { continue }
            let opened = try addSections(of: event)
            if entry.position == history.events[0].position { receipt = opened }
        }
        try addReceipt(receipt)
        try archive.add(note.bytes, as: "checkpoint")
        try archive.add(Array("\(key.text)\n".utf8), as: "vkey")
        try archive.add(Array(PackageResources.verify_py), as: "verify.py")
        try archive.add(Array(EvidenceReadme.text(stream: stream, isOpen).utf8), as: "README.txt")
        try archive.add(manifest.encoded(), as: "manifest.json")
        return archive.finish()
    }

    private mutating func add(_ position: Position) throws -> Entry {
        guard let entry = try office.log.entry(at: position) else {
            throw LogDamage.hole(at: position)
        }
        let file = "entries/\(position).json"
        let proof = "proofs/\(position).tlog-proof"
        try archive.add(entry.bytes, as: file)
        try archive.add(try self.proof(of: position).bytes, as: proof)
        manifest.entries.append(.init(file: file, position: Int(position), proof: proof))
        return entry
    }

    private func proof(of position: Position) throws -> EntryProof {
        let path = try HashTree(LogTree(office.log).node).inclusion(of: position - 1, size: size)
        return EntryProof(index: position - 1, path: path, checkpoint: note)
    }

    private mutating func addReceipt(_ sections: [FilingReceipt.Section]) throws {
        guard let first = history.events.first,
            let entry = try office.log.entry(at: first.position)
        else { return }
        let receipt = FilingReceipt(
            try proof(of: first.position), entry: entry.bytes, key: key, sections: sections)
        try archive.add(receipt.bytes, as: "receipt.tlog-proof")
    }

    /// What was sealed with an event, as far as it may still be known and a case's page shows it.
    private mutating func addSections(
        of event: RecordedEvent
    ) throws -> [FilingReceipt.Section] {
        var opened: [FilingReceipt.Section] = []
        for section in event.frame.sections where Self.shown.contains(section.field) {
            guard office.vault.erasure(of: section.keyReference) == nil,
                let blob = try office.log.section(at: event.position, number: section.number)
            else { continue }
            let content = try office.vault.key(section.keyReference)
                .open(blob, as: section, of: event.id)
            guard let salt = Digest(content.salt),
                let text = String(validating: content.content, as: UTF8.self)
            else { continue }
            let told = FilingReceipt.Section(
                field: section.field, number: section.number, salt: salt, content: text)
            let file = "sections/\(event.position)-\(section.number).json"
            try archive.add(told.encoded(), as: file)
            manifest.sections.append(.init(file: file, position: Int(event.position)))
            try addFile(section, content.content, of: event)
            opened.append(told)
        }
        return opened
    }

    private mutating func addFile(
        _ section: SealedSection, _ content: [UInt8], of event: RecordedEvent
    ) throws {
        let sealed: (file: Digest, size: Int)?
        switch section.field {
        case SectionKind.attachment.rawValue:
            let attachment = try Attachment.decoded(content)
            sealed = (attachment.file, attachment.size)
        case SectionKind.document.rawValue:
            let document = try IssuedDocument.decoded(content)
            sealed = document.size.map { (document.file, $0) }
        default: sealed = nil
        }
        guard let sealed else { return }
        let bytes = try office.files.read(
            sealed.file, with: try office.vault.key(section.keyReference), limit: sealed.size)
        let file = "documents/\(event.position)-\(section.number)"
        try archive.add(bytes, as: file)
        manifest.documents.append(
            .init(file: file, position: Int(event.position), section: section.number))
    }

    /// Whose case it is stays out: the pack is about the case.
    private static let shown: Set<String> = Set(
        [
            SectionKind.attachment, .document, .message, .note, .petitioner, .place, .text,
        ].map(\.rawValue))
}

extension EvidencePack {
    /// What is seen by whoever opens such a pack.
    package static let opens: [ViewedPart] = [
        .petitioner, .text, .place, .attachments, .notes, .messages, .documents,
    ]
}

/// What is in a pack: read by its verifier.
private struct Manifest: Fields {
    var documents: [Document] = []
    var entries: [Item] = []
    var format = "khamrong-evidence/1"
    var made = ""
    var sections: [Section] = []
    var stream = ""

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("documents", &documents)
        try fields.list("entries", &entries)
        try fields.field("format", &format)
        try fields.field("made", &made)
        try fields.list("sections", &sections)
        try fields.field("stream", &stream)
    }

    struct Item: Fields {
        var file = ""
        var position = 0
        var proof = ""

        init() {}

        init(file: String, position: Int, proof: String) {
            self.file = file
            self.position = position
            self.proof = proof
        }

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("file", &file)
            try fields.field("position", &position)
            try fields.field("proof", &proof)
        }
    }

    struct Section: Fields {
        var file = ""
        var position = 0

        init() {}

        init(file: String, position: Int) {
            self.file = file
            self.position = position
        }

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("file", &file)
            try fields.field("position", &position)
        }
    }

    struct Document: Fields {
        var file = ""
        var position = 0
        var section = 0

        init() {}

        init(file: String, position: Int, section: Int) {
            self.file = file
            self.position = position
            self.section = section
        }

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("file", &file)
            try fields.field("position", &position)
            try fields.field("section", &section)
        }
    }
}
