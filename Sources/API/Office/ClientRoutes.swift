internal import Crypto
internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// The connected system itself: who it is, and a token for its key.
enum ClientRoutes {
    static let all = [
        APIRoute(
            operation: "readClient", method: .get, pattern: "/v1/client", access: .anyKey,
            summary: Wording(
                thai: "ระบบนี้และสิทธิของระบบ", english: "This system, and what it may do"),
            answer: .one(ClientOutline.self, "The system.")
        ) { visit in
            .json(ClientOutline(visit.client, visit.bearer?.scopes ?? []))
        },
        APIRoute(
            operation: "takeToken", method: .post, pattern: "/oauth/token", access: .everybody,
            summary: Wording(
                thai: "แลกกุญแจเป็นโทเคน (OAuth 2.0 client credentials)",
                english: "A token for the system's key (OAuth 2.0, client credentials)"),
            body: .form(
                "TokenRequest",
                [
                    "type": "object",
                    "properties": [
                        "client_id": ["type": "string"], "client_secret": ["type": "string"],
                        "grant_type": ["const": "client_credentials"],
                        "scope": ["type": "string"],
                    ], "required": .array(["grant_type"]),
                ]),
            answer: .one(TokenAnswer.self, "The token."), handle: token),
    ]

    @Sendable private static func token(_ visit: APIVisit) throws -> Response {
        let form = visit.request.form
        guard form["grant_type"] == "client_credentials" else {
            return refusal("unsupported_grant_type", .badRequest)
        }
        let (id, secret) = credentials(visit.request)
        guard let secret,
            let client = visit.desk.keys.subscriber(with: secret, in: visit.settings.value),
            client.subscriber == id
        else {
            var response = refusal("invalid_client", .unauthorized)
            response.headers["WWW-Authenticate"] = "Basic realm=\"\(visit.office.code)\""
            return response
        }
        let standing = visit.desk.limits.count(client, at: visit.now)
        if standing.isOver { throw Problem.tooMany(standing) }
        let wanted = form["scope"].map { $0.split(separator: " ").map(String.init) }
        let scopes = wanted?.compactMap { ClientScope(rawValue: $0) } ?? Array(client.knownScopes)
        guard scopes.count == wanted?.count ?? scopes.count,
            Set(scopes).isSubset(of: client.knownScopes)
        else { return refusal("invalid_scope", .badRequest) }
        guard let token = visit.desk.keys.token(for: client, Set(scopes), at: visit.now) else {
            return refusal("invalid_client", .unauthorized)
        }
        var answer = TokenAnswer()
        answer.token = token
        answer.seconds = SubscriberKeys.tokenSeconds
        answer.scope = ClientScope.allCases.filter(scopes.contains).map(\.rawValue)
            .joined(separator: " ")
        var response = Response.json(answer)
        response.headers["Cache-Control"] = "no-store"
        response.tell(standing)
        return response
    }

    /// As HTTP's own log-in, or as fields of the form (RFC 6749, section 2.3.1).
    private static func credentials(_ request: HTTP.Request) -> (id: String?, secret: String?) {
        guard let field = request.headers["Authorization"] else {
            return (request.form["client_id"], request.form["client_secret"])
        }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let bytes = Base64.decode(parts[1].utf8),
            let text = String(validating: bytes, as: UTF8.self)
        else { return (nil, nil) }
        let pair = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return pair.count == 2 ? (String(pair[0]), String(pair[1])) : (nil, nil)
    }

    /// RFC 6749, section 5.2.
    private static func refusal(_ error: String, _ status: Status) -> Response {
        var body = TokenRefusal()
        body.error = error
        var response = Response.json(body, status: status)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}

/// A connected system as it sees itself.
struct ClientOutline: Fields {
    private var categories: [String] = []
    private var code = ""
    private var departments: [String] = []
    private var department: String?
    private var name = ""
    private var perMinute = 0
    private var roles: [Role] = []
    private var scopes: [ClientScope] = []
    private var types: [String] = []

    init() {}

    init(_ data: OfficeEvent.SubscriberSet, _ scopes: Set<ClientScope>) {
        (code, name) = (data.subscriber, data.name)
        (department, roles, types) = (data.department, data.roles, data.types)
        (categories, departments) = (data.categories, data.departments)
        perMinute = data.perMinute ?? RequestLimits.usual
        self.scopes = ClientScope.allCases.filter(scopes.contains)
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("categories", &categories)
        try fields.field("code", &code)
        try fields.field("department", &department)
        try fields.list("departments", &departments)
        try fields.field("name", &name)
        try fields.field("per_minute", &perMinute)
        try fields.list("roles", &roles)
        try fields.list("scopes", &scopes)
        try fields.list("types", &types)
    }
}

/// RFC 6749, section 5.1.
struct TokenAnswer: Fields {
    var token = ""
    var seconds = 0
    var scope = ""
    private var type = "Bearer"

    static var longestText: Int? { 1000 }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("access_token", &token)
        try fields.field("expires_in", &seconds)
        try fields.field("scope", &scope)
        try fields.field("token_type", &type)
    }
}

struct TokenRefusal: Fields {
    var error = ""

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("error", &error)
    }
}
