internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Uploads
internal import Vault
internal import Workflow

/// Acts in a case: which are offered now, and one of them done.
enum ActRoutes {
    static let all = [
        APIRoute(
            operation: "listActs", method: .get, pattern: "/v1/petitions/{number}/acts",
            access: .scope(.act),
            summary: Wording(
                thai: "สิ่งที่ระบบนี้ทำได้ตอนนี้", english: "What this system may do in it now"),
            parameters: [.number],
            answer: .many(OfferedAct.self, "The acts.", headers: ["ETag"]), handle: offers),
        APIRoute(
            operation: "act", method: .post, pattern: "/v1/petitions/{number}/acts/{act}",
            access: .scope(.act),
            summary: Wording(thai: "ดำเนินการในคำร้อง", english: "Act in a petition"),
            parameters: [
                .number,
                APIParameter(
                    name: "act", place: .path,
                    schema: [
                        "type": "string",
                        "enum": .array(ClientAct.allCases.map { .string($0.rawValue) }),
                    ], meaning: "What to do.", isRequired: true), .idempotencyKey, .ifMatch,
            ], body: .json(ActRequest.self, withFiles: true),
            answer: .one(PetitionOutline.self, "The petition after it.", headers: ["ETag"]),
            lane: .slow, handle: act),
    ]

    @Sendable private static func offers(_ visit: APIVisit) throws -> Response {
        let (file, _) = try visit.caseInSight()
        let offers = Petition.offers(
            in: Frozen(file.petition), to: visit.actor, at: visit.now, settings: visit.settings,
            knownAs: try visit.office.petitionerLevel(of: file))
        var response = Response.json(offers.compactMap(OfferedAct.init))
        response.set(EntityTag("v\(file.petition.version)"))
        return response
    }

    @Sendable private static func act(_ visit: APIVisit) throws -> Response {
        guard let act = visit.request.parameters["act"].flatMap(ClientAct.init(rawValue:)) else {
            throw Problem.notFound
        }
        let once = try visit.idempotencyKey()
        let version = try visit.expectedVersion()
        let asked = try visit.body(ActRequest.self)
        let (file, _) = try visit.caseInSight()
        let number = file.petition.number
        guard act.takesFiles || visit.request.files.allSatisfy({ !$0.isThere }) else {
            throw Problem.unfit([
                .init(
                    path: "files",
                    Wording(thai: "ขั้นตอนนี้ไม่รับไฟล์", english: "This act takes no files"))
            ])
        }
        guard let key = try visit.office.key(of: StreamName(.petition, number)) else {
            throw Problem.notFound
        }
        let sealing = FileSealing(
            visit, service: visit.settings.value.definition(of: file.petition))
        let files = try sealing.seal(under: key)
        let (command, sections) = act.command(asked, files: files, in: file.petition)
        var draft = Draft(
            .petition(number: number, command), by: visit.actor, at: visit.now,
            sections: sections)
        draft.expectedVersion = version
        draft.idempotencyKey = "\(number)\n\(once)"
        draft.hasRemedy = asked.remedy != nil
        draft.sentFiles = files.isEmpty ? nil : try sealing.digest()
        let outcome = visit.office.perform(draft, seenIn: .officerQueue)
        guard case .accepted = outcome else { throw Problem.of(outcome) }
        return try PetitionRoutes.outline(of: number, visit)
    }
}

/// An act that is offered, and what may be chosen with it.
struct OfferedAct: Fields {
    var act = ClientAct.note
    var action: String?
    var choices: [String] = []

    init() {}

    /// Nil for what is done at the desk only.
    init?(_ offer: DeskOffer) {
        guard let act = ClientAct(rawValue: offer.act.rawValue) else { return nil }
        self.act = act
        (action, choices) = (offer.action, offer.choices)
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("act", &act)
        try fields.field("action", &action)
        try fields.list("choices", &choices)
    }
}
