internal import Entries
internal import Events
internal import Projections
internal import Rules
internal import Workflow

/// All that the office holds of a person, as one document that a program can read as well.
struct MyData: Fields {
    var account = ""
    var cases: [Case] = []
    var consents: [Consent] = []
    var contact: Contact?
    var events: [Happening] = []
    var identity: Identity?
    var identityLevel = IdentityLevel.unproven
    var notice = 0
    var registeredAt = Instant(milliseconds: 0)
    var terms = 0
    var viewings: [Viewing] = []

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("account", &account)
        try fields.list("cases", &cases)
        try fields.list("consents", &consents)
        try fields.field("contact", &contact)
        try fields.list("events", &events)
        try fields.field("identity", &identity)
        try fields.field("identity_level", &identityLevel)
        try fields.field("notice", &notice)
        try fields.field("registered_at", &registeredAt)
        try fields.field("terms", &terms)
        try fields.list("viewings", &viewings)
    }

    struct Case: Fields {
        var enteredAt = Instant(milliseconds: 0)
        var number = ""
        var service = ""
        var status = ""

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("entered_at", &enteredAt)
            try fields.field("number", &number)
            try fields.field("service", &service)
            try fields.field("status", &status)
        }
    }

    struct Consent: Fields {
        var purpose = ""
        var version = 0

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("purpose", &purpose)
            try fields.field("version", &version)
        }
    }

    struct Happening: Fields {
        var at = Instant(milliseconds: 0)
        var event = ""
        var meaning = ""
        var position = 0

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("event", &event)
            try fields.field("meaning", &meaning)
            try fields.field("position", &position)
        }
    }

    struct Viewing: Fields {
        var at = Instant(milliseconds: 0)
        var number: String?
        var parts: [String] = []
        var purpose: String?
        var viewer = ""

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("number", &number)
            try fields.list("parts", &parts)
            try fields.field("purpose", &purpose)
            try fields.field("viewer", &viewer)
        }
    }
}

extension MyData {
    init(of id: String, _ person: PersonFile, _ visit: Visit) throws {
        let account = person.account
        self.account = id
        identity = person.identity
        contact = person.contact == Contact() ? nil : person.contact
        identityLevel = account.identityLevel
        registeredAt = account.registeredAt
        terms = account.terms
        notice = account.notice
        consents = account.consents.map { Consent(purpose: $0.purpose, version: $0.version) }
        events = person.events.map { event in
            Happening(
                at: event.time, event: type(of: event.event.data).name,
                meaning: visit.language(type(of: event.event.data).meaning),
                position: Int(clamping: event.position))
        }
        viewings = try ViewingsPage.rows(of: id, visit).map { row in
            Viewing(
                at: row.at, number: row.number,
                parts: row.parts.split(separator: " ").map(String.init), purpose: row.purpose,
                viewer: row.viewer)
        }
        cases = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: id, in: database).map { row in
                Case(
                    enteredAt: row.course.enteredAt, number: row.number,
                    service: row.course.service, status: row.course.status.rawValue)
            }
        }
    }
}

extension MyData {
    /// Everything that the office holds of a person as one zip: the data as a paper and for
    /// programs, each case with its texts, and the files.
    static func zip(of id: String, _ person: PersonFile, _ visit: Visit) throws -> [UInt8] {
        let data = try MyData(of: id, person, visit)
        return try PersonalArchive.zip(
            of: id, cases: data.cases.map(\.number),
            papers: [
                ("my-data.json", data.encoded()),
                ("my-data.pdf", try DataPaper.pdf(of: id, person, visit)),
            ], at: visit.now, in: visit.office)
    }
}
