internal import Entries
internal import Events
internal import HTTP
internal import Rules

/// One request of an Open311 client: in which form it wants its answer, and whose key it bears.
struct Open311Visit {
    enum Form { case xml, json }

    let visit: APIVisit
    /// The last part of the address without its ending.
    let name: String
    let form: Form

    /// - Throws: `Open311Refusal` for an ending that is neither.
    init(_ visit: APIVisit) throws {
        self.visit = visit
        let last = visit.request.path.segments.last ?? ""
        guard let dot = last.lastIndex(of: ".") else { throw Problem.notFound }
        switch last[last.index(after: dot)...] {
        case "xml": form = .xml
        case "json": form = .json
        default: throw Problem.notFound
        }
        name = String(last[..<dot])
    }

    func response(_ tree: Open311Tree, root: String, status: Status = .ok) -> Response {
        let utf8 = ["charset": "utf-8"]
        var response =
            switch form {
            case .xml:
                Response.bytes(
                    tree.xml(root: root), MediaType(essence: "text/xml", parameters: utf8),
                    status: status)
            case .json:
                Response.bytes(
                    tree.json, MediaType(essence: "application/json", parameters: utf8),
                    status: status)
            }
        response.headers["Cache-Control"] = "no-store"
        return response
    }

    /// An empty parameter is none. A form's field goes before one of the address.
    func field(_ name: String) -> String? {
        let value = visit.request.form[name] ?? visit.request.query[name] ?? ""
        return value.isEmpty ? nil : value
    }

    func list(_ name: String) -> [String] {
        field(name)?.split(separator: ",").map(String.init) ?? []
    }

    func instant(_ name: String) throws -> Instant? {
        try field(name).map { text in
            guard let instant = Instant(rfc3339: text) else {
                throw Open311Refusal.bad(
                    "\(name) is not a time with its zone, like 2026-01-31T09:00:00Z")
            }
            return instant
        }
    }

    /// The same visit as the system whose key came as `api_key`, or as everybody else sends one.
    func keyed(for scope: ClientScope) throws -> APIVisit {
        let header = visit.request.headers["Authorization"]?.split(separator: " ").last
        guard let key = field("api_key") ?? header.map(String.init),
            let bearer = visit.desk.bearer(key, in: visit.settings.value, at: visit.now),
            bearer.scopes.contains(scope)
        else { throw Open311Refusal.noKey(scope) }
        let standing = visit.desk.limits.count(bearer.client, at: visit.now)
        if standing.isOver { throw Problem.tooMany(standing) }
        return APIVisit(
            request: visit.request, office: visit.office, desk: visit.desk, bearer: bearer,
            settings: visit.settings, scanner: visit.scanner, now: visit.now)
    }
}

/// Why an Open311 client gets nothing: 404 for what is not there, 403 for the key, 400 otherwise.
struct Open311Refusal: Error {
    let status: Status
    let words: [String]

    static func bad(_ words: String...) -> Open311Refusal {
        Open311Refusal(status: .badRequest, words: words)
    }

    static func noKey(_ scope: ClientScope) -> Open311Refusal {
        Open311Refusal(
            status: .forbidden, words: ["api_key is missing or may not: it needs \(scope.rawValue)"]
        )
    }

    static func notFound(_ words: String) -> Open311Refusal {
        Open311Refusal(status: .notFound, words: [words])
    }

    /// What a command of the API was refused with.
    init(_ problem: Problem) {
        let parts = problem.parts.map { "\($0.path): \($0.wording.thai) (\($0.wording.english))" }
        let whole = "\(problem.detail.thai) (\(problem.detail.english))"
        let status: Status =
            switch problem.status {
            case .forbidden, .unauthorized: .forbidden
            case .notFound, .serviceUnavailable, .internalServerError, Status(429): problem.status
            default: .badRequest
            }
        self.init(status: status, words: parts.isEmpty ? [whole] : parts)
    }

    private init(status: Status, words: [String]) {
        self.status = status
        self.words = words
    }

    var tree: Open311Tree {
        .list(
            of: "error",
            words.map { words in
                .object([
                    .init("code", .plain("\(status.code)")), .init("description", .text(words)),
                ])
            })
    }
}
