package import Entries
package import Events
internal import Rules

/// What a clock of a case shows.
package struct ClockRow: ViewRow {
    package static let table = "clock_rows"

    package enum Standing: String, FieldWord {
        case waiting
        case running
        case paused
        case met
        case late
        case stopped
    }

    package var number = ""
    package var clock = ""
    package var kind = ClockKind.receive
    /// Of the case.
    package var fiscalYear = 0
    package var round = 0
    package var standing = Standing.waiting
    package var startedAt: Instant?
    package var nearAt: Instant?
    package var dueAt: Instant?
    package var endedAt: Instant?

    package init() {}

    package var key: String { "\(number)/\(clock)" }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        var id = key
        try columns.column("id", &id)
        try columns.column("number", &number)
        try columns.column("clock", &clock)
        try columns.column("kind", &kind)
        try columns.column("fiscal_year", &fiscalYear)
        try columns.column("round", &round)
        try columns.column("standing", &standing)
        try columns.column("started_at", &startedAt)
        try columns.column("near_at", &nearAt)
        try columns.column("due_at", &dueAt)
        try columns.column("ended_at", &endedAt)
    }

    init(_ reading: ClockReading, of number: String, fiscalYear: Int) {
        self.number = number
        self.fiscalYear = fiscalYear
        clock = reading.clock
        kind = reading.kind
        round = reading.round
        startedAt = reading.started
        nearAt = reading.near
        dueAt = reading.due
        switch reading.state {
        case .waiting: standing = .waiting
        case .running: standing = .running
        case .paused: standing = .paused
        case .met(let at): end(.met, at)
        case .late(let at): end(.late, at)
        case .stopped(let at): end(.stopped, at)
        }
    }

    private mutating func end(_ standing: Standing, _ at: Instant) {
        self.standing = standing
        endedAt = at
    }
}

/// One event of a case or of the office, by its word.
package struct EventRow: TableRow {
    package static let table = "event_rows"

    package var position: Position = 0
    /// A petition's number; nil for the office and for accounts.
    package var stream: String?
    package var event = ""
    package var at = Instant(milliseconds: 0)
    package var occurredAt: Instant?
    /// The officer who did it, if one did.
    package var officer: String?
    /// The source's word for it, if it came with an import.
    package var activity: String?

    package init() {}

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("position", &position)
        try columns.column("stream", &stream)
        try columns.column("event", &event)
        try columns.column("at", &at)
        try columns.column("occurred_at", &occurredAt)
        try columns.column("officer", &officer)
        try columns.column("activity", &activity)
    }

    init(_ event: RecordedEvent, in office: OfficeContext) {
        position = event.position
        if event.stream.kind == .petition { stream = event.stream.name }
        self.event = event.event.word
        at = event.time
        occurredAt = event.frame.occurredAt
        if office.officers.contains(event.actor) { officer = event.actor }
        activity = event.frame.step?.activity
    }
}

/// One rating of the service.
package struct RatingRow: TableRow {
    package static let table = "rating_rows"

    package var position: Position = 0
    package var number = ""
    package var score = 0
    package var at = Instant(milliseconds: 0)

    package init() {}

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("position", &position)
        try columns.column("number", &number)
        try columns.column("score", &score)
        try columns.column("at", &at)
    }
}

/// What a code is called.
package struct LabelRow: ViewRow {
    package static let table = "label_rows"

    package var list = ""
    package var code = ""
    package var thai = ""
    package var english: String?

    package init() {}

    init(_ list: String, _ code: String, _ name: LocalText) {
        self.list = list
        self.code = code
        thai = name.thai
        english = name.english
    }

    /// What an event of the office names.
    init?(_ fact: OfficeEvent) {
        switch fact {
        case .departmentDefined(let data): self.init("department", data.code, data.name)
        case .categoryDefined(let data): self.init("category", data.code, data.name)
        case .serviceDefined(let data):
            self.init("service", data.definition.code, data.definition.name)
        default: return nil
        }
    }

    package var key: String { "\(list)/\(code)" }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        var id = key
        try columns.column("id", &id)
        try columns.column("list", &list)
        try columns.column("code", &code)
        try columns.column("thai", &thai)
        try columns.column("english", &english)
    }
}
