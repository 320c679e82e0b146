internal import Entries
internal import EventLog
internal import Events
internal import Rules

/// One case as its petitioner takes it along: what was filed, what was said, and which files there
/// are, as a document that a program can read.
struct CaseCopy: Fields {
    var enteredAt = Instant(milliseconds: 0)
    var events: [Happening] = []
    var files: [CopiedFile] = []
    var number = ""
    var petitioner: Petitioner?
    var place: Place?
    var receivedAt = Instant(milliseconds: 0)
    var service = ""
    var status = PublicStatus.submitted
    var text: PetitionText?

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("entered_at", &enteredAt)
        try fields.list("events", &events)
        try fields.list("files", &files)
        try fields.field("number", &number)
        try fields.field("petitioner", &petitioner)
        try fields.field("place", &place)
        try fields.field("received_at", &receivedAt)
        try fields.field("service", &service)
        try fields.field("status", &status)
        try fields.field("text", &text)
    }

    /// What happened, and all that was written with it.
    struct Happening: Fields {
        var at = Instant(milliseconds: 0)
        var event = ""
        var position = 0
        var texts: [String] = []

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("event", &event)
            try fields.field("position", &position)
            try fields.list("texts", &texts)
        }
    }
}

/// A file that a person takes along, or would.
struct CopiedFile: Fields {
    /// SHA-256 of what it holds.
    var content = Digest.zero
    /// Whether it lies in the archive: what is too much or missing is named all the same.
    var isIncluded = false
    var mediaType = ""
    var name = ""
    /// Within the archive.
    var path = ""
    var position = 0
    var size = 0

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.flag("included", &isIncluded)
        try fields.field("media_type", &mediaType)
        try fields.field("name", &name)
        try fields.field("path", &path)
        try fields.field("position", &position)
        try fields.field("size", &size)
    }
}

extension CaseCopy {
    init(_ file: CaseFile) {
        number = file.petition.number
        service = file.petition.service
        status = file.petition.status
        enteredAt = file.petition.enteredAt
        receivedAt = file.petition.deemedReceivedAt
        text = file.text
        place = file.place
        petitioner = file.petitioner
    }
}

extension Office {
    /// What was written with an event that the petitioner sees.
    func texts(of event: RecordedEvent) throws -> [String] {
        var texts: [String?] = try sections(Message.self, of: event).map { $0.content?.text }
        texts += try sections(CaseResult.self, of: event).map { $0.content?.text }
        for reason in try sections(Reason.self, of: event) {
            texts += [reason.content?.text, reason.content?.remedy]
        }
        for defects in try sections(Defects.self, of: event) {
            texts += defects.content?.items.map(\.text) ?? []
        }
        for appointment in try sections(AppointmentDetails.self, of: event) {
            texts += [appointment.content?.place, appointment.content?.text]
        }
        texts += try sections(SurveyComment.self, of: event).map { $0.content?.text }
        return texts.compactMap(\.self).filter { !$0.isEmpty }
    }
}
