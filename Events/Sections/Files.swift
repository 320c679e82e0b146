package import Entries

/// A file beside the log, encrypted under the section’s key.
package struct Attachment: Section {
    package static let kind = SectionKind.attachment

    /// As the person called it.
    package var name = ""
    /// As sniffed from the content.
    package var mediaType = ""
    /// Bytes of the plaintext.
    package var size = 0
    /// SHA-256 of the ciphertext: the file’s name.
    package var file = Digest.zero
    /// SHA-256 of the plaintext, so that its owner can show it is the same.
    package var content = Digest.zero
    /// The document’s code in the definition, or a heading.
    package var label: String?

    package init() {}

    package init(
        name: String, mediaType: String, size: Int, file: Digest, content: Digest,
        label: String? = nil
    ) {
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.file = file
        self.content = content
        self.label = label
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.field("file", &file)
        try fields.field("label", &label)
        try fields.field("media_type", &mediaType)
        try fields.field("name", &name)
        try fields.field("size", &size)
    }
}

/// A photo for the identity check: only the crossed copy.
package struct Evidence: Section {
    package static let kind = SectionKind.evidence

    /// Which of the office’s photos, from 1.
    package var number = 0
    package var label = ""
    package var mediaType = ""
    package var size = 0
    package var file = Digest.zero
    package var content = Digest.zero

    package init() {}

    package init(
        number: Int, label: String, mediaType: String, size: Int, file: Digest, content: Digest
    ) {
        self.number = number
        self.label = label
        self.mediaType = mediaType
        self.size = size
        self.file = file
        self.content = content
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.field("file", &file)
        try fields.field("label", &label)
        try fields.field("media_type", &mediaType)
        try fields.field("number", &number)
        try fields.field("size", &size)
    }
}

/// A document that the office issued.
package struct IssuedDocument: Section {
    package static let kind = SectionKind.document

    package var title = ""
    /// To whom.
    package var holder: String?
    /// What it says, item by item.
    package var particulars: [Answer] = []
    package var mediaType: String?
    package var size: Int?
    /// SHA-256 of the ciphertext.
    package var file = Digest.zero
    package var content = Digest.zero

    package init() {}

    package init(
        title: String, file: Digest, content: Digest, holder: String? = nil,
        particulars: [Answer] = [], mediaType: String? = nil, size: Int? = nil
    ) {
        self.title = title
        self.file = file
        self.content = content
        self.holder = holder
        self.particulars = particulars
        self.mediaType = mediaType
        self.size = size
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.field("file", &file)
        try fields.field("holder", &holder)
        try fields.field("media_type", &mediaType)
        try fields.list("particulars", &particulars)
        try fields.field("size", &size)
        try fields.field("title", &title)
    }
}

/// Who paid.
package struct Payer: Section {
    package static let kind = SectionKind.payer

    package var name = ""
    package var reference: String?

    package init() {}

    package init(name: String, reference: String? = nil) {
        self.name = name
        self.reference = reference
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("name", &name)
        try fields.field("reference", &reference)
    }
}
