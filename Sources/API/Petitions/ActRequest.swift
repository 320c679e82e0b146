internal import Entries
internal import Events

/// What an act says. Each act takes what it needs and lets the rest lie; what must be there, the
/// rules say.
struct ActRequest: Fields {
    /// Which of the definition's steps, where several would do.
    var action: String?
    var agency: String?
    var agencyCode: String?
    var category: String?
    var channel: Channel?
    var clock: String?
    var days: Int?
    var defects: [String] = []
    var department: String?
    var documents: [String] = []
    var ground: String?
    var letter: String?
    var manner: ReferralManner?
    /// To the petitioner.
    var message: String?
    /// Inside the house.
    var note: String?
    var officer: String?
    var outcome: String?
    var reason: String?
    /// How to object.
    var remedy: String?
    var result: String?
    var urgency: Urgency?

    static var longestText: Int? { Bounds.sealed }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("action", &action)
        try fields.field("agency", &agency)
        try fields.field("agency_code", &agencyCode)
        try fields.field("category", &category)
        try fields.field("channel", &channel)
        try fields.field("clock", &clock)
        try fields.field("days", &days)
        try fields.list("defects", &defects)
        try fields.field("department", &department)
        try fields.list("documents", &documents)
        try fields.field("ground", &ground)
        try fields.field("letter", &letter)
        try fields.field("manner", &manner)
        try fields.field("message", &message)
        try fields.field("note", &note)
        try fields.field("officer", &officer)
        try fields.field("outcome", &outcome)
        try fields.field("reason", &reason)
        try fields.field("remedy", &remedy)
        try fields.field("result", &result)
        try fields.field("urgency", &urgency)
    }
}
