internal import Entries
internal import Events
internal import Workflow

/// Parts of a petition that are about people, opened.
struct PetitionContent: Fields {
    var number = ""
    var version = 0
    var text: PetitionText?
    var petitioner: Petitioner?
    var place: Place?
    var attachments: [SentFile] = []
    var messages: [SentMessage] = []

    static var longestText: Int? { Bounds.sealed }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("attachments", &attachments)
        try fields.list("messages", &messages)
        try fields.field("number", &number)
        try fields.field("petitioner", &petitioner)
        try fields.field("place", &place)
        try fields.field("text", &text)
        try fields.field("version", &version)
    }
}

/// A file of the petitioner's, and where it is to be had.
struct SentFile: Fields {
    /// The document's code in the definition.
    var label: String?
    var mediaType = ""
    var name = ""
    /// Below the petition: `files/4711/0`.
    var path = ""
    var sha256 = Digest.zero
    var size = 0

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("label", &label)
        try fields.field("media_type", &mediaType)
        try fields.field("name", &name)
        try fields.field("path", &path)
        try fields.field("sha256", &sha256)
        try fields.field("size", &size)
    }
}

/// What passed between the office and the petitioner.
struct SentMessage: Fields {
    var at = Instant(milliseconds: 0)
    /// `petitioner` or `office`.
    var by = Party.office
    var text = ""

    enum Party: String, FieldWord { case petitioner, office }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("at", &at)
        try fields.field("by", &by)
        try fields.field("text", &text)
    }
}
