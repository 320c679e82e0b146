internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// What is personal in a petition: opened part by part, each opening on record before it is sent.
enum ContentRoutes {
    /// What may be opened.
    private enum Part: String, FieldWord {
        case text, petitioner, place, attachments, messages

        var viewed: ViewedPart {
            switch self {
            case .text: .text
            case .petitioner: .petitioner
            case .place: .place
            case .attachments: .attachments
            case .messages: .messages
            }
        }
    }

    private static let words = Part.allCases.map(\.rawValue).joined(separator: "|")

    static let all = [
        APIRoute(
            operation: "openPetition", method: .get, pattern: "/v1/petitions/{number}/content",
            access: .scope(.personal),
            summary: Wording(
                thai: "เปิดดูเนื้อหาและข้อมูลส่วนบุคคล (มีบันทึก)",
                english: "Open what was written and whose it is; recorded"),
            parameters: [
                .number,
                .pattern(
                    "parts", .query, "^(\(words))(,(\(words))){0,9}$",
                    "Of text, petitioner, place, attachments, messages, with commas between; "
                        + "text if none."),
            ],
            answer: .one(PetitionContent.self, "What was opened.", headers: ["ETag"]),
            handle: content),
        APIRoute(
            operation: "readFile", method: .get,
            pattern: "/v1/petitions/{number}/files/{position}/{file}",
            access: .scope(.personal),
            summary: Wording(
                thai: "ไฟล์แนบของผู้ยื่น (มีบันทึก)", english: "A file of the petitioner's; recorded"),
            parameters: [
                .number, .path("position", "The event that it came with."),
                .path("file", "Which of its files, from 0."),
            ], answer: .bytes("*/*", "The file."), handle: file),
        APIRoute(
            operation: "listDocuments", method: .get, pattern: "/v1/petitions/{number}/documents",
            access: .scope(.documents),
            summary: Wording(thai: "เอกสารที่ออกให้", english: "Documents that were issued"),
            parameters: [.number], answer: .many(DocumentOutline.self, "The documents."),
            handle: documents),
        APIRoute(
            operation: "readDocument", method: .get,
            pattern: "/v1/petitions/{number}/documents/{document}",
            access: .scope(.documents),
            summary: Wording(
                thai: "ไฟล์ของเอกสารที่ออกให้ (มีบันทึก)", english: "An issued document; recorded"),
            parameters: [.number, .path("document", "Which of its documents, from 0.")],
            answer: .bytes("*/*", "The document."), handle: document),
    ]

    @Sendable private static func content(_ visit: APIVisit) throws -> Response {
        let parts = try parts(visit.request.query["parts"] ?? "text")
        let file = try visit.openCase(parts.map(\.viewed))
        var content = PetitionContent()
        content.number = file.petition.number
        content.version = file.petition.version
        if parts.contains(.text) { content.text = file.text }
        if parts.contains(.petitioner) { content.petitioner = file.petitioner }
        if parts.contains(.place) { content.place = file.place }
        if parts.contains(.attachments) { content.attachments = attachments(of: file) }
        if parts.contains(.messages) { content.messages = try messages(of: file, visit) }
        var response = Response.json(content)
        response.set(EntityTag("v\(content.version)"))
        return response
    }

    private static func parts(_ text: String) throws -> [Part] {
        try text.split(separator: ",").map { word in
            guard let part = Part(rawValue: String(word)) else {
                let list = Part.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem.invalid(
                    "parts", Wording(thai: "คำจาก \(list)", english: "words of \(list)"))
            }
            return part
        }
    }

    private static func attachments(of file: CaseFile) -> [SentFile] {
        var counts: [Position: Int] = [:]
        return file.attachments.compactMap { position, content in
            let index = counts[position, default: 0]
            counts[position] = index + 1
            guard let attachment = content.content else { return nil }
            var sent = SentFile()
            (sent.label, sent.name) = (attachment.label, attachment.name)
            (sent.mediaType, sent.size) = (attachment.mediaType, attachment.size)
            sent.sha256 = attachment.content
            sent.path = "files/\(position)/\(index)"
            return sent
        }
    }

    private static func messages(of file: CaseFile, _ visit: APIVisit) throws -> [SentMessage] {
        try file.events.compactMap { event in
            guard case .petition(let fact) = event.event,
                let message = try visit.office.office.section(Message.self, of: event)
            else { return nil }
            var sent = SentMessage()
            sent.at = event.occurredAt
            sent.by =
                switch fact {
                case .messaged, .corrected: .petitioner
                default: .office
                }
            sent.text = message.text
            return sent
        }
    }

    @Sendable private static func file(_ visit: APIVisit) throws -> Response {
        let seen = try visit.openCase([.attachments])
        guard let position = visit.request.parameters["position"].flatMap({ Position($0) }),
            let index = visit.request.parameters["file"].flatMap({ Int($0) }),
            let event = seen.events.first(where: { $0.position == position })
        else { throw Problem.notFound }
        let contents = try visit.office.office.sections(Attachment.self, of: event)
        guard contents.indices.contains(index), let attachment = contents[index].content else {
            throw Problem.notFound
        }
        let bytes = try visit.office.bytes(
            of: attachment.file, under: seen.petition.caseKey, size: attachment.size)
        return download(bytes, attachment.mediaType, attachment.name)
    }

    @Sendable private static func documents(_ visit: APIVisit) throws -> Response {
        let (file, sight) = try visit.caseInSight()
        guard sight == .whole else { throw Problem.notFound }
        return .json(file.petition.documents.map(DocumentOutline.init))
    }

    @Sendable private static func document(_ visit: APIVisit) throws -> Response {
        let (closed, _) = try visit.caseInSight()
        guard let index = visit.request.parameters["document"].flatMap({ Int($0) }),
            closed.documents.indices.contains(index)
        else { throw Problem.notFound }
        let seen = try visit.openCase([.documents])
        let document = seen.documents[index]
        guard
            let issued = try visit.office.office.section(IssuedDocument.self, of: document.event),
            let size = issued.size
        else { throw Problem.notFound }
        let bytes = try visit.office.bytes(
            of: issued.file, under: seen.petition.caseKey, size: size)
        return download(bytes, issued.mediaType ?? MediaType.pdf.essence, document.data.number)
    }

    private static func download(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        var response = Response.bytes(bytes, MediaType(essence: type))
        response.setDisposition(fileName: name)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}

/// A document that was issued.
struct DocumentOutline: Fields {
    var code: String?
    var kind = DocumentKind.other
    var number = ""
    var isRevoked = false

    init() {}

    init(_ document: Petition.Document) {
        (code, kind) = (document.code, document.kind)
        (number, isRevoked) = (document.number, document.isRevoked)
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("kind", &kind)
        try fields.field("number", &number)
        try fields.flag("revoked", &isRevoked)
    }
}
