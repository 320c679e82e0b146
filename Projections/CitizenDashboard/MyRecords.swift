package import Entries
package import Events

/// A document that the office issued.
package struct MyDocumentRow: ViewRow {
    package static let table = "my_documents"

    package var number = ""
    package var document = ""
    package var kind = DocumentKind.other
    package var code: String?
    package var verificationCode: String?
    package var validFrom: String?
    package var validUntil: String?
    package var issuedAt = Instant(milliseconds: 0)
    package var isRevoked = false
    /// Whether it stands in the public register.
    package var isListed = false
    /// Whether a later document has taken its place.
    package var isReplaced = false
    package var position: Position = 0

    package init() {}

    package var key: String { Self.key(number, document) }

    static func key(_ number: String, _ document: String) -> String { "\(number)/\(document)" }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        var id = key
        try columns.column("id", &id)
        try columns.column("number", &number)
        try columns.column("document", &document)
        try columns.column("kind", &kind)
        try columns.column("code", &code)
        try columns.column("verification_code", &verificationCode)
        try columns.column("valid_from", &validFrom)
        try columns.column("valid_until", &validUntil)
        try columns.column("issued_at", &issuedAt)
        try columns.column("is_revoked", &isRevoked)
        try columns.column("is_listed", &isListed)
        try columns.column("is_replaced", &isReplaced)
        try columns.column("position", &position)
    }

    init(_ data: PetitionEvent.DocumentIssued, _ event: RecordedEvent) {
        number = event.stream.name
        document = data.number
        kind = data.kind
        code = data.code
        verificationCode = data.verificationCode
        validFrom = data.validFrom?.description
        validUntil = data.validUntil?.description
        issuedAt = event.occurredAt
        isListed = data.isListed
        position = event.position
    }
}

/// Something that was written between the citizen and the office; the text is sealed in the log.
package struct MyMessageRow: TableRow {
    package static let table = "my_messages"

    /// The event that carries it.
    package var position: Position = 0
    package var number = ""
    package var event = ""
    package var isFromCitizen = false
    package var at = Instant(milliseconds: 0)

    package init() {}

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("position", &position)
        try columns.column("number", &number)
        try columns.column("event", &event)
        try columns.column("is_from_citizen", &isFromCitizen)
        try columns.column("at", &at)
    }

    init?(_ fact: PetitionEvent, _ event: RecordedEvent) {
        guard event.frame.sections.contains(where: { $0.field == SectionKind.message.rawValue })
        else { return nil }
        position = event.position
        number = event.stream.name
        self.event = event.event.word
        if case .messaged = fact { isFromCitizen = true }
        if case .corrected = fact { isFromCitizen = true }
        at = event.occurredAt
    }
}

/// Somebody looked at personal data of a case or of an account.
package struct MyViewingRow: TableRow {
    package static let table = "my_viewings"

    package var position: Position = 0
    package var number: String?
    package var account: String?
    package var viewer = ""
    /// Words, with a space between.
    package var parts = ""
    package var purpose: String?
    package var at = Instant(milliseconds: 0)

    package init() {}

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("position", &position)
        try columns.column("number", &number)
        try columns.column("account", &account)
        try columns.column("viewer", &viewer)
        try columns.column("parts", &parts)
        try columns.column("purpose", &purpose)
        try columns.column("at", &at)
    }

    init?(_ event: RecordedEvent) {
        switch event.event {
        case .petition(.viewed(let data)):
            number = event.stream.name
            parts = data.parts.map(\.rawValue).joined(separator: " ")
            purpose = data.purpose
        case .account(.viewed(let data)):
            account = event.stream.name
            parts = data.parts.map(\.rawValue).joined(separator: " ")
            purpose = data.purpose
        default: return nil
        }
        position = event.position
        viewer = event.actor
        at = event.occurredAt
    }
}
