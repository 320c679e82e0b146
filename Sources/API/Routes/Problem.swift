internal import Entries
internal import Events
internal import HTTP
internal import Rules

/// Why a request of a connected system is refused (RFC 9457), in Thai or English as it asks.
struct Problem: Error {
    let status: Status
    let title: Wording
    let detail: Wording
    var headers: HeaderFields = [:]
    /// The refusal's stable word, for programs.
    var code: String?
    var parts: [SettingsProblem] = []

    static let noKey = Problem(
        status: .unauthorized,
        title: Wording(thai: "ไม่ทราบว่าเป็นระบบใด", english: "Who asks is not known"),
        detail: Wording(
            thai: "ส่งกุญแจของระบบในส่วนหัว Authorization: Bearer …",
            english: "Send the system's key as Authorization: Bearer …"),
        headers: ["WWW-Authenticate": "Bearer"])

    static let wrongKey = Problem(
        status: .unauthorized,
        title: Wording(thai: "กุญแจใช้ไม่ได้", english: "The key is not valid"),
        detail: Wording(
            thai: "กุญแจนี้ไม่ถูกต้องหรือถูกเปลี่ยนแล้ว ขอกุญแจใหม่จากผู้ดูแลระบบของหน่วยงาน",
            english: "It is wrong or was replaced. Ask the office's administrator for a new one."),
        headers: ["WWW-Authenticate": #"Bearer error="invalid_token""#])

    static func notAllowed(_ scope: ClientScope) -> Problem {
        Problem(
            status: .forbidden,
            title: Wording(thai: "ระบบนี้ไม่มีสิทธิ", english: "This system may not"),
            detail: Wording(
                thai: "ต้องมีสิทธิ \(scope.rawValue)", english: "It needs the scope \(scope.rawValue)."),
            headers: [
                "WWW-Authenticate":
                    #"Bearer error="insufficient_scope", scope="\#(scope.rawValue)""#
            ])
    }

    /// - Parameter status: 422 for what is well formed and names nothing that there is.
    static func invalid(
        _ name: String, _ wanted: Wording, status: Status = .badRequest
    ) -> Problem {
        Problem(
            status: status,
            title: Wording(thai: "คำขอไม่ถูกต้อง", english: "The request is not valid"),
            detail: Wording(
                thai: "“\(name)” ต้องเป็น\(wanted.thai)",
                english: "“\(name)” must be \(wanted.english)."))
    }

    func response(to request: HTTP.Request) -> Response {
        let isThai =
            Preferences.language(
                request.headers.list("Accept-Language"), of: ["th", "en"]) == "th"
        var body = ProblemBody()
        body.code = code
        body.errors = parts.map { part in
            var found = ProblemPart()
            found.pointer = part.pointer
            found.detail = isThai ? part.wording.thai : part.wording.english
            return found
        }
        body.status = status.code
        body.title = isThai ? title.thai : title.english
        body.detail = isThai ? detail.thai : detail.english
        var response = Response.bytes(
            body.encoded(), MediaType(essence: "application/problem+json"), status: status)
        response.headers["Content-Language"] = isThai ? "th" : "en"
        response.headers["Vary"] = "Accept-Language"
        for field in headers.fields { response.headers[field.name] = field.value }
        return response
    }
}

extension SettingsProblem {
    /// `petitioner.others[1].phone` as RFC 6901 writes it, the first item being 0.
    fileprivate var pointer: String {
        path.split(separator: ".").flatMap { part -> [String] in
            guard let bracket = part.firstIndex(of: "["), part.hasSuffix("]") else {
                return [String(part)]
            }
            let label = part[part.index(after: bracket)...].dropLast()
            return [String(part[..<bracket]), Int(label).map { "\($0 - 1)" } ?? String(label)]
        }.map {
            "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1")
        }.joined()
    }
}
