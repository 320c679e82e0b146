internal import Entries
internal import Events
internal import Projections

/// The register of licences as a program reads it.
struct RegisterFile: Fields {
    var licences: [Licence] = []
    /// The address of the older ones; nil at the end.
    var next: String?
    var office = ""

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("licences", &licences)
        try fields.field("next", &next)
        try fields.field("office", &office)
    }

    struct Licence: Fields {
        private var issuedAt = Instant(milliseconds: 0)
        private var kind = DocumentKind.licence
        private var number = ""
        private var service: String?
        private var standing = Standing.valid
        private var validFrom: String?
        private var validUntil: String?

        init() {}

        init(_ row: RegisterRow, on today: CivilDate) {
            issuedAt = row.document.issuedAt
            kind = row.document.kind
            number = row.document.document
            service = row.service
            standing = row.document.standing(on: today)
            validFrom = row.document.validFrom
            validUntil = row.document.validUntil
        }

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("issued_at", &issuedAt)
            try fields.field("kind", &kind)
            try fields.field("number", &number)
            try fields.field("service", &service)
            try fields.field("standing", &standing)
            try fields.field("valid_from", &validFrom)
            try fields.field("valid_until", &validUntil)
        }
    }
}
