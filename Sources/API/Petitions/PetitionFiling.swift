internal import Crypto
internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Uploads
internal import Vault
internal import Workflow

/// A filing by a connected system: what it says, and the files that come with it.
///
/// Files come as parts of a form beside the part `body`; a part's name is the code of the document
/// that it is, or `files`.
struct PetitionFiling {
    private let visit: APIVisit
    private let service: ServiceDefinition
    private let answers: PetitionAnswers
    private let key: String

    init(_ visit: APIVisit) throws {
        let key = try visit.idempotencyKey()
        try self.init(try visit.body(NewPetition.self), visit, once: key)
    }

    init(_ asked: NewPetition, _ visit: APIVisit, once key: String) throws {
        self.visit = visit
        self.key = key
        guard
            let service = visit.settings.value.definition(of: asked.service, version: nil)
        else { throw Problem.of(.refused(code: "unknown-service", Self.noService(asked.service))) }
        self.service = service
        var problems: [SettingsProblem] = []
        answers = asked.answers(to: service, on: visit.now.local.date, &problems)
        guard problems.isEmpty else { throw Problem.unfit(problems) }
    }

    private static func noService(_ code: String) -> Wording {
        Wording(
            thai: "ไม่มีบริการ “\(code.prefix(60))”",
            english: "There is no service “\(code.prefix(60))”.")
    }

    func response() throws -> Response {
        let number = try file()
        var response = try PetitionRoutes.outline(of: number, visit, status: .created)
        response.headers["Location"] = "/\(visit.office.code)/v1/petitions/\(number)"
        return response
    }

    /// The petition's number.
    func file() throws -> String {
        let caseKey = try visit.office.newKey()
        let sealing = FileSealing(visit, service: service)
        let files = try sealing.seal(under: caseKey)
        let outcome = try visit.office.file(
            answers, files, sent: sealing.digest(), under: caseKey.reference, once: key,
            by: visit.actor, at: visit.now)
        guard case .accepted(let receipt) = outcome,
            let stream = StreamName(subject: receipt.stream)
        else { throw Problem.of(outcome) }
        return stream.name
    }
}
