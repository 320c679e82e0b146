package import Entries
package import Events

/// A case as its petitioner sees it.
package struct MyCaseRow: ViewRow {
    package static let table = "my_cases"

    package var number = ""
    /// Whose it is; nil for a guest's case, and once the reference to the account is erased.
    package var account: String?
    /// By which a guest follows it together with a password.
    package var trackingCode: String?
    package var course = CaseCourse()
    package var kind = PetitionKind.service
    package var category: String?
    package var nextStep: NextStep?
    /// Until when, if a clock runs for it.
    package var nextAt: Instant?
    package var appointmentAt: Instant?
    package var rating: Int?
    /// Messages of the office since the citizen last wrote.
    package var unread = 0
    package var lastActivityAt = Instant(milliseconds: 0)
    package var erasedAt: Instant?
    package var erasedPosition: Int?
    /// The key of the section that names the account.
    package var ownerKey: String?
    package var version = 0
    package var position: Position = 0

    package init() {}

    package var key: String { number }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("number", &number)
        try columns.column("account", &account)
        try columns.column("tracking_code", &trackingCode)
        try columns.column("kind", &kind)
        try columns.column("service", &course.service)
        try columns.column("definition", &course.definition)
        try columns.column("category", &category)
        try columns.column("state", &course.state)
        try columns.column("status", &course.status)
        try columns.column("is_open", &course.isOpen)
        try columns.column("awaits_citizen", &course.awaitsCitizen)
        try columns.column("awaits_agency", &course.awaitsAgency)
        try columns.column("entered_at", &course.enteredAt)
        try columns.column("received_at", &course.receivedAt)
        try columns.column("next_step", &nextStep)
        try columns.column("next_at", &nextAt)
        try columns.column("appointment_at", &appointmentAt)
        try columns.column("finished_at", &course.finishedAt)
        try columns.column("returns", &course.returns)
        try columns.column("reopenings", &course.reopenings)
        try columns.column("merged_into", &course.mergedInto)
        try columns.column("rating", &rating)
        try columns.column("unread", &unread)
        try columns.column("last_activity_at", &lastActivityAt)
        try columns.column("is_imported", &course.isImported)
        try columns.column("has_clocks", &course.hasClocks)
        try columns.column("erased_at", &erasedAt)
        try columns.column("erased_position", &erasedPosition)
        try columns.column("owner_key", &ownerKey)
        try columns.column("version", &version)
        try columns.column("position", &position)
        try columns.packed("facts", &course.facts)
    }

    /// What happens next, and whose move it is.
    package enum NextStep: String, FieldWord {
        /// The office takes the case in.
        case receive
        /// The office answers for the first time.
        case answer
        /// The office finishes.
        case finish
        /// The citizen corrects what was returned.
        case correct
        /// Another agency answers the office.
        case agency
        /// The citizen may rate the service.
        case rate
    }
}
