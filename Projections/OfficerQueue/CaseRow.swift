package import Entries
package import Events

/// A case as the desk shows it. It holds no plaintext about a person, only references.
package struct CaseRow: ViewRow {
    package static let table = "cases"

    package var number = ""
    /// Where it stands and since when.
    package var course = CaseCourse()
    package var kind = PetitionKind.service
    package var category: String?
    package var subcategory: String?
    /// DOPA code of where the problem is; nil, and no `moo`, while the case is confidential: the
    /// queue is looked through by its place.
    package var area: String?
    package var moo: Int?
    /// As they were filed, for a case that is confidential no more.
    package var filedArea: String?
    package var filedMoo: Int?
    package var channel = Channel.web
    package var urgency = Urgency.normal
    /// The officer it is with.
    package var owner: String?
    package var department: String?
    /// Under which the petitioner acts in this case; nil while only officers did.
    package var citizen: String?

    /// The three clocks: when each is near and due, nil where it does not run.
    package var receive = ClockTimes()
    package var answer = ClockTimes()
    package var finish = ClockTimes()
    /// The first of them.
    package var next = ClockTimes()

    package var clocks: CaseClocks {
        var clocks = CaseClocks()
        clocks.receive = receive
        clocks.answer = answer
        clocks.finish = finish
        return clocks
    }

    /// What was written down of its clocks.
    package var alarms = CaseAlarms()
    /// When the next thing is to be written down of one.
    package var alarmAt: Instant?

    package var lastActivityAt = Instant(milliseconds: 0)
    /// Messages of the citizen since the office last wrote.
    package var unread = 0
    package var attachments = 0
    package var appointmentAt: Instant?
    package var isConfidential = false
    package var isAnonymous = false
    /// When its personal data was erased, and which event says so.
    package var erasedAt: Instant?
    package var erasedPosition: Int?
    /// How many events its stream has: what a page says it was looking at.
    package var version = 0
    /// The last event that changed it.
    package var position: Position = 0

    package init() {}

    package var key: String { number }

    /// Where it stands in the queue: the least time remaining first; cases without a running
    /// clock last, those that came first before others.
    package var rank: Int {
        next.due?.milliseconds
            ?? CanonicalReader.largestInteger / 2 + course.receivedAt.milliseconds
    }

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
        try columns.column("urgency", &urgency)
        try columns.column("state", &course.state)
        try columns.column("status", &course.status)
        try columns.column("is_open", &course.isOpen)
        try columns.column("owner", &owner)
        try columns.column("department", &department)
        try columns.column("citizen", &citizen)
        try columns.column("entered_at", &course.enteredAt)
        try columns.column("received_at", &course.receivedAt)
        try visitClocks(&columns)
        try columns.column("last_activity_at", &lastActivityAt)
        try columns.column("unread", &unread)
        try columns.column("attachments", &attachments)
        try columns.column("appointment_at", &appointmentAt)
        try columns.column("finished_at", &course.finishedAt)
        try columns.column("returns", &course.returns)
        try columns.column("reopenings", &course.reopenings)
        try columns.column("awaits_citizen", &course.awaitsCitizen)
        try columns.column("awaits_agency", &course.awaitsAgency)
        try columns.column("is_imported", &course.isImported)
        try columns.column("has_clocks", &course.hasClocks)
        try columns.column("is_confidential", &isConfidential)
        try columns.column("is_anonymous", &isAnonymous)
        try columns.column("merged_into", &course.mergedInto)
        try columns.column("erased_at", &erasedAt)
        try columns.column("erased_position", &erasedPosition)
        try columns.column("version", &version)
        try columns.column("position", &position)
        try columns.column("filed_area", &filedArea)
        try columns.column("filed_moo", &filedMoo)
        try columns.packed("facts", &course.facts)
    }

    private mutating func visitClocks<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("receive_near", &receive.near)
        try columns.column("receive_due", &receive.due)
        try columns.column("answer_near", &answer.near)
        try columns.column("answer_due", &answer.due)
        try columns.column("finish_near", &finish.near)
        try columns.column("finish_due", &finish.due)
        try columns.column("next_near", &next.near)
        try columns.column("next_due", &next.due)
        var rank = rank
        try columns.column("rank", &rank)
        try columns.column("alarm_at", &alarmAt)
        try columns.packed("alarms", &alarms)
    }
}
