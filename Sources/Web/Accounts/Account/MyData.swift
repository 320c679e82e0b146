internal import Entries
internal import Events
internal import Projections
internal import Rules
internal import Vault
internal import Workflow

/// All that the office holds of a person, as one document that a program can read as well.
struct MyData: Fields {
    var account = ""
    var cases: [Case] = []
    var consents: [Consent] = []
    var contact: Contact?
    var contactPreference: ContactPreference?
    /// What was begun to be filed and is not sent.
    var drafts: [Draft] = []
    var events: [Happening] = []
    var identity: Identity?
    var identityLevel = IdentityLevel.unproven
    /// What was written between the office and the person in cases.
    var messages: [Message] = []
    var notice = 0
    /// By which ways the person wants to be told; none where nothing was chosen.
    var noticeChannels: [NoticeChannel] = []
    /// The crossed photos that were sent last to prove the identity.
    var photos: [Photo] = []
    var registeredAt = Instant(milliseconds: 0)
    /// Where the person is logged in.
    var sessions: [Session] = []
    var terms = 0
    var viewings: [Viewing] = []

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("account", &account)
        try fields.list("cases", &cases)
        try fields.list("consents", &consents)
        try fields.field("contact", &contact)
        try fields.field("contact_preference", &contactPreference)
        try fields.list("drafts", &drafts)
        try fields.list("events", &events)
        try fields.field("identity", &identity)
        try fields.field("identity_level", &identityLevel)
        try fields.list("messages", &messages)
        try fields.field("notice", &notice)
        try fields.list("notice_channels", &noticeChannels)
        try fields.list("photos", &photos)
        try fields.field("registered_at", &registeredAt)
        try fields.list("sessions", &sessions)
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
        /// Name, position and department as the pages show them.
        var viewerName = ""

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("number", &number)
            try fields.list("parts", &parts)
            try fields.field("purpose", &purpose)
            try fields.field("viewer", &viewer)
            try fields.field("viewer_name", &viewerName)
        }
    }

    struct Draft: Fields {
        var changedAt = Instant(milliseconds: 0)
        var files: [String] = []
        var service = ""
        var subject: String?

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("changed_at", &changedAt)
            try fields.list("files", &files)
            try fields.field("service", &service)
            try fields.field("subject", &subject)
        }
    }

    struct Message: Fields {
        var at = Instant(milliseconds: 0)
        var isFromMe = false
        var number = ""
        /// Empty where the text was erased.
        var text = ""

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("is_from_me", &isFromMe)
            try fields.field("number", &number)
            try fields.field("text", &text)
        }
    }

    struct Photo: Fields {
        var label = ""
        var mediaType = ""
        var size = 0

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("label", &label)
            try fields.field("media_type", &mediaType)
            try fields.field("size", &size)
        }
    }

    struct Session: Fields {
        var begunAt = Instant(milliseconds: 0)
        var device: String?
        var seenAt = Instant(milliseconds: 0)

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("begun_at", &begunAt)
            try fields.field("device", &device)
            try fields.field("seen_at", &seenAt)
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
                meaning: Self.meaning(of: event.event, visit),
                position: Int(clamping: event.position))
        }
        viewings = try ViewingsPage.rows(of: id, visit).map { row in
            Viewing(
                at: row.at, number: row.number,
                parts: row.parts.split(separator: " ").map(String.init), purpose: row.purpose,
                viewer: row.viewer, viewerName: ViewingsPage.viewer(row, visit))
        }
        contactPreference = account.contactPreference
        noticeChannels = account.noticeChannels
        drafts = try visit.office.filings.list(of: id).map { filing in
            let answers = try? PetitionAnswers.decoded(filing.answers)
            return Draft(
                changedAt: filing.changed, files: filing.files.map(\.label.name),
                service: answers?.service ?? "", subject: answers?.subject)
        }
        photos = try visit.office.office.evidence(of: person).map { photo in
            Photo(label: photo.label, mediaType: photo.mediaType, size: photo.size)
        }
        sessions = try visit.office.sessions.list(of: id, at: visit.now).map { session in
            Session(begunAt: session.created, device: session.device, seenAt: session.seen)
        }
        cases = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: id, in: database).map { row in
                Case(
                    enteredAt: row.course.enteredAt, number: row.number,
                    service: row.course.service, status: row.course.status.rawValue)
            }
        }
        messages = try Self.messages(in: cases.map(\.number), visit)
    }

    /// Of a notice also what it was about.
    private static func meaning(of event: Event, _ visit: Visit) -> String {
        let meaning = visit.language(type(of: event.data).meaning)
        guard case .account(.notified(let data)) = event,
            let notice = Notice(rawValue: data.template)
        else { return meaning }
        // Those of an account have nothing to be filled in.
        return "\(meaning): \(visit.language(NoticeWording.standard(notice).subject))"
    }

    /// The texts lie in the log, where the view says.
    private static func messages(in numbers: [String], _ visit: Visit) throws -> [Message] {
        let rows = try visit.office.views.read(.citizenDashboard) { database in
            try numbers.flatMap { try CitizenDashboard.messages(of: $0, in: database) }
        }
        return try rows.map { row in
            let entry = try visit.office.office.event(at: row.position)
            let said = try entry.flatMap {
                try visit.office.office.section(Events.Message.self, of: $0)
            }
            return Message(
                at: row.at, isFromMe: row.isFromCitizen, number: row.number,
                text: said?.text ?? "")
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
