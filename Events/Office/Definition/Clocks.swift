package import Entries

/// A time within which something must have happened.
package struct ClockDefinition: Fields {
    package var code = ""
    package var name = LocalText()
    package var kind = ClockKind.receive
    package var limit = TimeSpan()
    package var starts = ClockPoint.submitted
    package var stops = ClockPoint.submitted
    /// The states in which it stands still.
    package var pausedIn: [String] = []
    /// Whose hours count; the office’s own if none.
    package var calendar: String?
    /// When it counts as near; 80 if none.
    package var nearPercent: Int?
    /// Whether it starts anew when it has run out.
    package var isRepeating = false
    /// Whether a law sets it.
    package var isLegal = false
    package var extensions: ExtensionRule?

    package init() {}

    package init(
        code: String, name: LocalText, kind: ClockKind, limit: TimeSpan, starts: ClockPoint,
        stops: ClockPoint, pausedIn: [String] = [], calendar: String? = nil,
        nearPercent: Int? = nil, isRepeating: Bool = false, isLegal: Bool = false,
        extensions: ExtensionRule? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.limit = limit
        self.starts = starts
        self.stops = stops
        self.pausedIn = pausedIn
        self.calendar = calendar
        self.nearPercent = nearPercent
        self.isRepeating = isRepeating
        self.isLegal = isLegal
        self.extensions = extensions
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("calendar", &calendar)
        try fields.field("code", &code)
        try fields.field("extensions", &extensions)
        try fields.field("kind", &kind)
        try fields.flag("legal", &isLegal)
        try fields.field("limit", &limit)
        try fields.field("name", &name)
        try fields.field("near_percent", &nearPercent)
        try fields.list("paused_in", &pausedIn)
        try fields.flag("repeating", &isRepeating)
        try fields.field("starts", &starts)
        try fields.field("stops", &stops)
    }
}

/// How often and by how much a deadline may be put off.
package struct ExtensionRule: Fields {
    package var most = 0
    package var by = TimeSpan()

    package init() {}

    package init(most: Int, by: TimeSpan) {
        self.most = most
        self.by = by
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("by", &by)
        try fields.field("most", &most)
    }
}

/// Whom a late case comes before.
package struct EscalationRung: Fields {
    package var clock = ""
    package var rung = 0
    /// Of the clock’s time; 100 is the deadline.
    package var percent = 0
    package var to: [Role] = []
    package var department: String?

    package init() {}

    package init(
        clock: String, rung: Int, percent: Int, to: [Role] = [], department: String? = nil
    ) {
        self.clock = clock
        self.rung = rung
        self.percent = percent
        self.to = to
        self.department = department
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("clock", &clock)
        try fields.field("department", &department)
        try fields.field("percent", &percent)
        try fields.field("rung", &rung)
        try fields.list("to", &to)
    }
}

/// A time that the office promises the public for a step.
package struct PromisedTime: Fields {
    package var step = LocalText()
    package var time = TimeSpan()

    package init() {}

    package init(step: LocalText, time: TimeSpan) {
        self.step = step
        self.time = time
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("step", &step)
        try fields.field("time", &time)
    }
}
