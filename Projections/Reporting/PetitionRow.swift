package import Entries
package import Events

/// A case as reports count it: codes, numbers and times, nothing about a person.
package struct PetitionRow: ViewRow {
    package static let table = "petition_rows"

    package var number = ""
    package var course = CaseCourse()
    package var kind = PetitionKind.service
    package var category: String?
    package var subcategory: String?
    package var area: String?
    package var moo: Int?
    package var channel = Channel.web
    package var mode = FilingMode.online
    package var urgency = Urgency.normal
    package var department: String?
    package var officer: String?
    /// The code of the result, or of the ground of a rejection.
    package var outcome: String?
    /// When an officer first took it in.
    package var takenAt: Instant?
    /// When the office first wrote to the petitioner.
    package var answeredAt: Instant?
    /// The year of its legal receipt.
    package var fiscalYear = 0
    package var forwardings = 0
    package var extensions = 0
    /// How many deadlines were reported as missed.
    package var missed = 0
    package var documents = 0
    package var paidSatang = 0
    package var score: Int?
    package var isOnBehalf = false
    package var isConfidential = false
    package var erasedAt: Instant?
    package var erasedPosition: Int?
    /// How many events its stream has.
    package var events = 0
    package var position: Position = 0

    package init() {}

    package var key: String { number }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("number", &number)
        try columns.column("kind", &kind)
        try columns.column("service", &course.service)
        try columns.column("definition", &course.definition)
        try columns.column("category", &category)
        try columns.column("subcategory", &subcategory)
        try columns.column("area", &area)
        try columns.column("moo", &moo)
        try columns.column("channel", &channel)
        try columns.column("mode", &mode)
        try columns.column("urgency", &urgency)
        try columns.column("department", &department)
        try columns.column("officer", &officer)
        try columns.column("state", &course.state)
        try columns.column("status", &course.status)
        try columns.column("outcome", &outcome)
        try columns.column("is_open", &course.isOpen)
        try columns.column("awaits_citizen", &course.awaitsCitizen)
        try columns.column("awaits_agency", &course.awaitsAgency)
        try visitTimes(&columns)
        try visitSums(&columns)
        try columns.packed("facts", &course.facts)
    }

    private mutating func visitTimes<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("entered_at", &course.enteredAt)
        try columns.column("received_at", &course.receivedAt)
        try columns.column("taken_at", &takenAt)
        try columns.column("answered_at", &answeredAt)
        try columns.column("finished_at", &course.finishedAt)
        try columns.column("fiscal_year", &fiscalYear)
    }

    private mutating func visitSums<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("returns", &course.returns)
        try columns.column("reopenings", &course.reopenings)
        try columns.column("forwardings", &forwardings)
        try columns.column("extensions", &extensions)
        try columns.column("missed", &missed)
        try columns.column("documents", &documents)
        try columns.column("paid_satang", &paidSatang)
        try columns.column("score", &score)
        try columns.column("is_on_behalf", &isOnBehalf)
        try columns.column("is_confidential", &isConfidential)
        try columns.column("is_imported", &course.isImported)
        try columns.column("has_clocks", &course.hasClocks)
        try columns.column("merged_into", &course.mergedInto)
        try columns.column("erased_at", &erasedAt)
        try columns.column("erased_position", &erasedPosition)
        try columns.column("events", &events)
        try columns.column("position", &position)
    }
}
