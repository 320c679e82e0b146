internal import Entries

/// RFC 9457, `application/problem+json`.
struct ProblemBody: Fields {
    /// The refusal's stable word.
    var code: String?
    var detail = ""
    var errors: [ProblemPart] = []
    var status = 0
    var title = ""
    var type = "about:blank"

    static var longestText: Int? { 4000 }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("detail", &detail)
        try fields.list("errors", &errors)
        try fields.field("status", &status)
        try fields.field("title", &title)
        try fields.field("type", &type)
    }
}

/// One thing in a request that is not as it must be.
struct ProblemPart: Fields {
    var detail = ""
    /// RFC 6901: `/petitioner/phone`.
    var pointer = ""

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("detail", &detail)
        try fields.field("pointer", &pointer)
    }
}
