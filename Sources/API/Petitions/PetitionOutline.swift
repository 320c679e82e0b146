internal import Entries
internal import Events
internal import Projections

/// Where a petition stands: nothing that was written, and nobody's name.
struct PetitionOutline: Fields {
    var number = ""
    var kind = PetitionKind.service
    var service = ""
    var category: String?
    var subcategory: String?
    var status = PublicStatus.submitted
    /// The definition's own state.
    var state = ""
    var channel = Channel.web
    var urgency = Urgency.normal
    var department: String?
    var owner: String?
    var area: String?
    var moo: Int?
    var isConfidential = false
    var enteredAt = Instant(milliseconds: 0)
    /// When the law says that it was received.
    var receivedAt = Instant(milliseconds: 0)
    var updatedAt = Instant(milliseconds: 0)
    var finishedAt: Instant?
    var mergedInto: String?
    /// When the first of its clocks is near, and when it runs out.
    var near: Instant?
    var due: Instant?
    var awaitsPetitioner = false
    var erasedAt: Instant?
    var version = 0

    init() {}

    init(_ row: CaseRow) {
        number = row.number
        kind = row.kind
        service = row.course.service
        (category, subcategory) = (row.category, row.subcategory)
        (status, state) = (row.course.status, row.course.state)
        (channel, urgency) = (row.channel, row.urgency)
        (department, owner) = (row.department, row.owner)
        (area, moo) = (row.area, row.moo)
        isConfidential = row.isConfidential
        (enteredAt, receivedAt) = (row.course.enteredAt, row.course.receivedAt)
        updatedAt = row.lastActivityAt
        finishedAt = row.course.finishedAt
        mergedInto = row.course.mergedInto
        (near, due) = (row.next.near, row.next.due)
        awaitsPetitioner = row.course.awaitsCitizen
        erasedAt = row.erasedAt
        version = row.version
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("area", &area)
        try fields.flag("awaits_petitioner", &awaitsPetitioner)
        try fields.field("category", &category)
        try fields.field("channel", &channel)
        try fields.flag("confidential", &isConfidential)
        try fields.field("department", &department)
        try fields.field("due", &due)
        try fields.field("entered_at", &enteredAt)
        try fields.field("erased_at", &erasedAt)
        try fields.field("finished_at", &finishedAt)
        try fields.field("kind", &kind)
        try fields.field("merged_into", &mergedInto)
        try fields.field("moo", &moo)
        try fields.field("near", &near)
        try fields.field("number", &number)
        try fields.field("owner", &owner)
        try fields.field("received_at", &receivedAt)
        try fields.field("service", &service)
        try fields.field("state", &state)
        try fields.field("status", &status)
        try fields.field("subcategory", &subcategory)
        try fields.field("updated_at", &updatedAt)
        try fields.field("urgency", &urgency)
        try fields.field("version", &version)
    }
}
