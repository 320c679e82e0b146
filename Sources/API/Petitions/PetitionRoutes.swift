internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// Petitions: a list, one of them, and a new one.
enum PetitionRoutes {
    static let all = [
        APIRoute(
            operation: "listPetitions", method: .get, pattern: "/v1/petitions",
            access: .scope(.petitions),
            summary: Wording(thai: "คำร้องทั้งหมด ใหม่สุดก่อน", english: "Petitions, the newest first"),
            parameters: PetitionPage.parameters,
            answer: .many(PetitionOutline.self, "A page of petitions.", headers: ["Link"])
        ) { try PetitionPage(.all, $0).response(to: $0) },
        APIRoute(
            operation: "readPetition", method: .get, pattern: "/v1/petitions/{number}",
            access: .scope(.petitions),
            summary: Wording(thai: "สถานะของคำร้อง", english: "Where a petition stands"),
            parameters: [.number],
            answer: .one(PetitionOutline.self, "The petition.", headers: ["ETag"])
        ) { visit in
            let (file, _) = try visit.caseInSight()
            return try outline(of: file.petition.number, visit)
        },
        APIRoute(
            operation: "filePetition", method: .post, pattern: "/v1/petitions",
            access: .scope(.file),
            summary: Wording(thai: "ยื่นคำร้อง", english: "File a petition"),
            parameters: [.idempotencyKey], body: .json(NewPetition.self, withFiles: true),
            answer: .one(
                PetitionOutline.self, "It is filed.", status: .created,
                headers: ["ETag", "Location"]), lane: .slow
        ) { try PetitionFiling($0).response() },
    ]

    /// The outline of a case that is in sight, as it stands in the queue's view.
    static func outline(
        of number: String, _ visit: APIVisit, status: Status = .ok
    ) throws -> Response {
        let row = try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.entry(number, in: database)?.row
        }
        guard let row else { throw HTTP.Refusal.busy(retryAfterSeconds: 1) }
        var response = Response.json(PetitionOutline(row), status: status)
        response.set(EntityTag("v\(row.version)"))
        return response
    }
}
