package import Entries
internal import Events
internal import Rules

/// What can be found: a case, or an account.
package struct SearchRow: ViewRow {
    package static let table = "documents"

    /// The stream, `petition/KT1080767000011`.
    package var subject = ""
    /// The position of its first event; also its row in the index.
    package var id: Position = 0
    package var number = ""
    /// Names that it is known by elsewhere: the source's case, a guest's code.
    package var reference = ""
    package var isAccount = false
    package var at = Instant(milliseconds: 0)
    package var erasedAt: Instant?
    package var erasedPosition: Int?
    /// The last event that said something to be sought.
    package var position: Position = 0
    package var pieces = SearchPieces()

    package init() {}

    package var key: String { subject }

    /// What it is called, in the spelling of a search; it never changes.
    var names: String { "\(ThaiText.key(number)) \(reference)" }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("subject", &subject)
        try columns.column("id", &id)
        try columns.column("number", &number)
        try columns.column("reference", &reference)
        try columns.column("is_account", &isAccount)
        try columns.column("at", &at)
        try columns.column("erased_at", &erasedAt)
        try columns.column("erased_position", &erasedPosition)
        try columns.column("position", &position)
        try columns.personal("pieces", &pieces)
        var text = pieces.text
        try columns.personal("text", &text)
    }
}

/// Texts of one document, each with the key that it was sealed under: they go with it.
package struct SearchPieces: Fields, Packed {
    package var pieces: [Piece] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("pieces", &pieces)
    }

    package struct Piece: Fields {
        package var field = ""
        package var key = KeyReference(high: 0, low: 0)
        package var text = ""

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("field", &field)
            try fields.field("key", &key)
            try fields.field("text", &text)
        }
    }

    package init(packed bytes: [UInt8]) throws { self = try Self.decoded(bytes) }

    package func packed() -> [UInt8] { encoded() }

    /// All of it, a line a text.
    var text: String { pieces.map(\.text).joined(separator: "\n") }

    /// Puts a text in the place of an earlier one of the same field and key.
    mutating func set(_ field: String, _ key: KeyReference, _ text: String) {
        pieces.removeAll { $0.field == field && $0.key == key }
        guard !text.isEmpty else { return }
        var piece = Piece()
        piece.field = field
        piece.key = key
        piece.text = text
        pieces.append(piece)
    }

    mutating func erase(_ key: KeyReference) { pieces.removeAll { $0.key == key } }
}
