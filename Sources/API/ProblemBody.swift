internal import Entries

/// RFC 9457, `application/problem+json`.
struct ProblemBody: Fields {
    var detail = ""
    var status = 0
    var title = ""
    var type = "about:blank"

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("detail", &detail)
        try fields.field("status", &status)
        try fields.field("title", &title)
        try fields.field("type", &type)
    }
}
