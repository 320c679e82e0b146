internal import Entries
internal import Events
internal import HTTP
internal import Rules

/// The OpenAPI 3.1 document, made from the routes that the server answers by.
enum OpenAPI {
    private static let place = "#/components/schemas/"
    private typealias Member = SchemaJSON.Member

    /// - Parameter server: the office's own place, `/KT`.
    static func document(of routes: [APIRoute], server: String) -> SchemaJSON {
        var visitor = SchemaVisitor(place: place)
        var paths: [(pattern: String, members: [Member])] = []
        for route in routes {
            let member = Member(route.method.rawValue.lowercased(), operation(route, &visitor))
            if let index = paths.firstIndex(where: { $0.pattern == route.pattern }) {
                paths[index].members.append(member)
            } else {
                paths.append((route.pattern, [member]))
            }
        }
        let problem = Member("Problem", visitor.object(ProblemBody.self))
        let schemas = [problem] + visitor.definitions.sorted { $0.key < $1.key }
        return [
            "openapi": "3.1.0", "info": info, "servers": .array([["url": .string(server)]]),
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "paths": .object(paths.map { Member($0.pattern, .object($0.members)) }),
            "components": [
                "schemas": .object(schemas.map { Member($0.key, $0.value.lenient) }),
                "headers": headers, "responses": ["Problem": refusal],
                "securitySchemes": security(server),
            ],
        ]
    }

    private static let info: SchemaJSON = [
        "title": "Khamrong (คำร้อง)", "version": "1",
        "description": """
        Petitions of one office: file, read, act; the queue, documents, services and figures; and \
        every event, in order. Refusals are RFC 9457 problems, in Thai or English by \
        Accept-Language.
        """,
        "license": [
            "name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0",
        ],
    ]

    // MARK: One operation

    private static func operation(
        _ route: APIRoute, _ visitor: inout SchemaVisitor
    ) -> SchemaJSON {
        var members = [
            Member("operationId", .string(route.operation)),
            Member("summary", .string(route.summary.english)),
            Member("description", .string(route.summary.thai)),
        ]
        if let security = security(of: route.access) { members.append(security) }
        let parameters = route.parameters.map(parameter)
        if !parameters.isEmpty { members.append(Member("parameters", .array(parameters))) }
        if let body = route.body { members.append(Member("requestBody", content(body, &visitor))) }
        members.append(
            Member(
                "responses",
                .object([
                    Member("\(route.answer.status.code)", answer(route.answer, &visitor)),
                    Member("default", ["$ref": "#/components/responses/Problem"]),
                ])))
        return .object(members)
    }

    private static func security(of access: APIRoute.Access) -> Member? {
        switch access {
        case .everybody: Member("security", .array([]))
        case .anyKey:
            Member("security", .array([["key": .array([])], ["token": .array([])]]))
        case .scope(let scope):
            Member(
                "security",
                .array([
                    ["key": .array([.string(scope.rawValue)])],
                    ["token": .array([.string(scope.rawValue)])],
                ]))
        }
    }

    private static func parameter(_ parameter: APIParameter) -> SchemaJSON {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "description": .string(parameter.meaning), "required": .boolean(parameter.isRequired),
            "schema": parameter.schema,
        ]
    }

    private static func content(_ body: APIBody, _ visitor: inout SchemaVisitor) -> SchemaJSON {
        let schema = body.schema(&visitor).lenient
        let content: [Member] =
            switch body.form {
            case .form: [Member(MediaType.form.essence, ["schema": schema])]
            case .json: [Member(MediaType.json.essence, ["schema": schema])]
            case .jsonOrFiles:
                [
                    Member(MediaType.json.essence, ["schema": schema]),
                    Member("multipart/form-data", files(schema)),
                ]
            }
        return ["required": .boolean(true), "content": .object(content)]
    }

    /// The same JSON as the part `body`, and files beside it. A part that has the code of a document
    /// as its name is taken too; it is not among the properties, as each office has other ones.
    private static func files(_ schema: SchemaJSON) -> SchemaJSON {
        [
            "schema": [
                "type": "object",
                "properties": [
                    "body": schema,
                    "files": [
                        "type": "array",
                        "items": ["type": "string", "format": "binary"],
                        "maxItems": .integer(UploadLimits().files),
                    ],
                ], "required": .array(["body"]),
                "additionalProperties": .boolean(false),
            ],
            "encoding": ["body": ["contentType": "application/json"]],
        ]
    }

    private static func answer(_ answer: APIAnswer, _ visitor: inout SchemaVisitor) -> SchemaJSON {
        var members = [
            Member("description", .string(answer.meaning)),
            Member(
                "content",
                .object([Member(answer.type, ["schema": answer.schema(&visitor).lenient])])),
        ]
        if !answer.headers.isEmpty {
            members.append(
                Member(
                    "headers",
                    .object(
                        answer.headers.map {
                            Member($0, ["$ref": .string("#/components/headers/\($0)")])
                        })))
        }
        return .object(members)
    }

    // MARK: What all share

    private static let headers: SchemaJSON = [
        "ETag": header("The petition's version, for `If-Match`."),
        "Link": header("Where the next page is: `<…>; rel=\"next\"`."),
        "Location": header("Where the petition is."),
        "Khamrong-Cursor": header("The position that was looked at last."),
        "RateLimit": header("How many requests are left, and for how many seconds."),
        "RateLimit-Policy": header("How many requests this system may send a minute."),
    ]

    private static func header(_ meaning: String) -> SchemaJSON {
        ["description": .string(meaning), "schema": ["type": "string"]]
    }

    private static let refusal: SchemaJSON = [
        "description": "Why not, and what to do. `code` is stable.",
        "content": [
            "application/problem+json": ["schema": ["$ref": .string(place + "Problem")]],
            "application/json": ["schema": ["type": "object"]],
            // A request that cannot be read is refused before it is known whose it is.
            "text/html": ["schema": ["type": "string"]],
        ],
    ]

    private static func security(_ server: String) -> SchemaJSON {
        let scopes = ClientScope.allCases.map { Member($0.rawValue, .string($0.meaning.english)) }
        return [
            "key": [
                "type": "http", "scheme": "bearer",
                "description": "The system's key, `kr_…`, from the office's administrator.",
            ],
            "token": [
                "type": "oauth2",
                "flows": [
                    "clientCredentials": [
                        "tokenUrl": .string("\(server)/oauth/token"), "scopes": .object(scopes),
                    ]
                ],
            ],
        ]
    }
}

extension SchemaJSON {
    /// As the API takes it: a flag may be said to be false, and a list may be empty. The log's own
    /// form, which the schemas of events describe, leaves both out.
    fileprivate var lenient: SchemaJSON {
        switch self {
        case .object([Member("const", .boolean(true))]): return ["type": "boolean"]
        case .object(let members):
            return .object(
                members.filter { $0.key != "minItems" }.map { Member($0.key, $0.value.lenient) })
        case .array(let items): return .array(items.map(\.lenient))
        case .string, .integer, .boolean: return self
        }
    }
}
