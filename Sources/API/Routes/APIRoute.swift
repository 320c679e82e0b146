internal import Entries
internal import Events
internal import HTTP
internal import Rules

/// One thing that a connected system can ask for: what answers it, and what is said of it.
///
/// The server's routes, the OpenAPI document and the table of scopes are all made from these.
struct APIRoute: Sendable {
    enum Access: Equatable, Sendable {
        case everybody
        /// Any system with a valid key.
        case anyKey
        case scope(ClientScope)
    }

    /// `getPetition`.
    let operation: String
    let method: Method
    /// Below the office: `/v1/petitions/{number}`.
    let pattern: String
    let access: Access
    let summary: Wording
    var parameters: [APIParameter] = []
    var body: APIBody?
    let answer: APIAnswer
    var lane = Lane.ordinary
    let handle: @Sendable (APIVisit) throws -> Response
}

/// What a route takes beside its path.
struct APIParameter: Sendable {
    enum Place: String, Sendable { case query, path, header }

    let name: String
    let place: Place
    let schema: SchemaJSON
    let meaning: String
    var isRequired = false
    /// What a value has to look like; nil where the handler says so itself.
    var pattern: String?

    /// Whether a value does, if there is one.
    func isGood(_ value: String?) -> Bool {
        guard let value, let pattern, let regex = try? Regex(pattern) else { return true }
        return value.wholeMatch(of: regex) != nil
    }
}

/// A body as a route reads it.
struct APIBody: Sendable {
    enum Form: Equatable, Sendable { case json, jsonOrFiles, form }

    let form: Form
    /// Its name in the document.
    let name: String
    let schema: @Sendable (inout SchemaVisitor) -> SchemaJSON

    static func json<Value: Fields>(_ type: Value.Type, withFiles: Bool = false) -> APIBody {
        APIBody(form: withFiles ? .jsonOrFiles : .json, name: String(describing: type)) {
            $0.object(type)
        }
    }

    static func form(_ name: String, _ schema: SchemaJSON) -> APIBody {
        APIBody(form: .form, name: name) { _ in schema }
    }

    static let largestJSON = 1 << 20

    var rule: BodyRule {
        switch form {
        case .json: .json(limit: Self.largestJSON)
        case .jsonOrFiles: .json(limit: Self.largestJSON, UploadLimits())
        case .form: .form()
        }
    }
}

/// What a route answers when all is well.
struct APIAnswer: Sendable {
    var status = Status.ok
    let meaning: String
    let type: String
    let schema: @Sendable (inout SchemaVisitor) -> SchemaJSON
    /// Fields of the head that belong to it.
    var headers: [String] = []

    static func one<Value: Fields>(
        _ type: Value.Type, _ meaning: String, status: Status = .ok, headers: [String] = []
    ) -> APIAnswer {
        APIAnswer(
            status: status, meaning: meaning, type: MediaType.json.essence,
            schema: { $0.object(type) }, headers: headers)
    }

    static func many<Value: Fields>(
        _ type: Value.Type, _ meaning: String, headers: [String] = []
    ) -> APIAnswer {
        APIAnswer(
            meaning: meaning, type: MediaType.json.essence,
            schema: { ["type": "array", "items": $0.object(type)] }, headers: headers)
    }

    static func bytes(_ type: String, _ meaning: String) -> APIAnswer {
        APIAnswer(meaning: meaning, type: type, schema: { _ in [:] })
    }
}

extension APIParameter {
    static func text(
        _ name: String, _ place: Place, _ meaning: String, most: Int = 200, isRequired: Bool = false
    ) -> APIParameter {
        APIParameter(
            name: name, place: place,
            schema: ["type": "string", "minLength": .integer(1), "maxLength": .integer(most)],
            meaning: meaning, isRequired: isRequired)
    }

    static func word(_ name: String, _ words: [String], _ meaning: String) -> APIParameter {
        APIParameter(
            name: name, place: .query,
            schema: ["type": "string", "enum": .array(words.map(SchemaJSON.string))],
            meaning: meaning)
    }

    static func number(_ name: String, _ range: ClosedRange<Int>, _ meaning: String) -> APIParameter
    {
        APIParameter(
            name: name, place: .query,
            schema: [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ], meaning: meaning)
    }

    /// Part of the address; a slash in it is written `%2F`.
    static func path(_ name: String, _ meaning: String) -> APIParameter {
        .pattern(
            name, .path, "^[0-9A-Za-z\u{0E01}-\u{0E5B}][0-9A-Za-z\u{0E01}-\u{0E5B} -]{0,63}$",
            meaning, isRequired: true)
    }

    /// A code of the office's.
    static func code(_ name: String, _ meaning: String) -> APIParameter {
        .pattern(name, .query, "^[0-9A-Za-z._-]{1,64}$", meaning)
    }

    static func pattern(
        _ name: String, _ place: Place, _ pattern: String, _ meaning: String,
        isRequired: Bool = false, isChecked: Bool = true
    ) -> APIParameter {
        APIParameter(
            name: name, place: place, schema: ["type": "string", "pattern": .string(pattern)],
            meaning: meaning, isRequired: isRequired, pattern: isChecked ? pattern : nil)
    }

    static let number = path("number", "The petition's number, like KT1290169001227.")
    static let idempotencyKey = pattern(
        "Idempotency-Key", .header, "^(\"[0-9A-Za-z._~+/-]{1,200}\"|[0-9A-Za-z._~+/-]{1,200})$",
        "Names this command: the same key again is the same command, for 30 days.",
        isRequired: true)
    static let ifMatch = APIParameter(
        name: "If-Match", place: .header,
        schema: ["type": "string", "pattern": #"^"v[0-9]{1,9}"$"#],
        meaning: "The ETag of the petition that was looked at.", isRequired: true)
}
