internal import Crypto
internal import Entries

/// The parts of an unfinished filing that lie sealed in `drafts.sqlite`, each bound to its place.
enum FilingPart {
    case id, answers, file(Int), handover

    private var name: String {
        switch self {
        case .id: "id"
        case .answers: "answers"
        case .file(let number): "file \(number)"
        case .handover: "handover"
        }
    }

    func seal(_ content: [UInt8], of filing: Digest, with key: KeyHandle) -> [UInt8] {
        SectionBlob.seal(
            [content], with: key, additional: additional(filing, key), nonce: .random(),
            block: SectionPadding.text.rawValue)
    }

    func open(
        _ blob: [UInt8], of filing: Digest, with key: KeyHandle
    ) throws(FilingError) -> [UInt8] {
        do {
            return try SectionBlob.open(blob, with: key, additional: additional(filing, key))
        } catch {
            throw .damaged
        }
    }

    private func additional(_ filing: Digest, _ key: KeyHandle) -> [UInt8] {
        Array("petition-draft/1\n\(key.office)\n\(key.reference)\n\(filing)\n\(name)\n".utf8)
    }
}

/// What is kept of an uploaded file, as canonical JSON.
struct FileCard: Fields {
    private var content = Digest.zero
    private var file = Digest.zero
    private var label: String?
    private var mediaType = ""
    private var name = ""
    private var size = 0

    init() {}

    init(_ label: FileLabel, _ sealed: SealedFile) {
        content = sealed.content
        file = sealed.file
        self.label = label.label
        mediaType = label.mediaType
        name = label.name
        size = sealed.size
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.field("file", &file)
        try fields.field("label", &label)
        try fields.field("media_type", &mediaType)
        try fields.field("name", &name)
        try fields.field("size", &size)
    }

    var fileLabel: FileLabel { FileLabel(name: name, mediaType: mediaType, label: label) }

    func filingFile(_ number: Int) -> FilingFile {
        FilingFile(number: number, label: fileLabel, content: content, size: size, file: file)
    }

    func sealedFile(under key: KeyReference) -> SealedFile {
        SealedFile(key: key, file: file, content: content, size: size)
    }
}

/// What was handed over, as canonical JSON.
struct HandoverCard: Fields {
    var files: [FileCard] = []
    var key = KeyReference(high: 0, low: 0)
    var version = 0

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("files", &files)
        try fields.field("key", &key)
        try fields.field("version", &version)
    }
}
