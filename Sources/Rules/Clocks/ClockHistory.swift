package import Entries
package import Events

/// What the clocks of one case are counted from, and nothing else of it.
///
/// Folded from the case's events without looking at any definition or calendar, so that it stays
/// true when those change. Small enough to be kept with a row of a view.
package struct ClockHistory: Fields {
    /// In the order in which they were recorded, which is not always that of their times.
    package private(set) var facts: [ClockFact] = []
    /// The lengths of time that some of them name.
    package private(set) var spans: [NamedSpan] = []

    package init() {}

    /// A history that was kept elsewhere, as it was.
    package init(facts: [ClockFact], spans: [NamedSpan]) {
        self.facts = facts
        self.spans = spans
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("facts", &facts)
        try fields.list("spans", &spans)
    }

    /// A length of time that belongs to the fact at an index.
    package struct NamedSpan: Fields {
        package var fact = 0
        package var span = TimeSpan()

        package init() {}

        init(fact: Int, span: TimeSpan) {
            self.fact = fact
            self.span = span
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("fact", &fact)
            try fields.field("span", &span)
        }
    }

    package func span(of fact: Int) -> TimeSpan? { spans.first { $0.fact == fact }?.span }

    /// How often the clock's deadline was put off.
    package func extensions(of clock: String) -> Int {
        facts.count { $0.kind == .extended && $0.subject == clock }
    }

    /// Whether the case is closed, well or otherwise.
    package var isClosed: Bool {
        for fact in facts.reversed() {
            if fact.kind.closes { return true }
            if fact.kind.opens { return false }
        }
        return false
    }

    // MARK: The fold

    /// Takes in what happened at `at`: when it was recorded, or when it occurred elsewhere.
    package mutating func apply(_ event: PetitionEvent, at: Instant) {
        guard let (fact, span) = ClockFact.of(event, at: at, isClosed: { isClosed }) else { return }
        facts.append(fact)
        if let span { spans.append(NamedSpan(fact: facts.count - 1, span: span)) }
    }
}

/// One thing that happened and that a clock may care for.
package struct ClockFact: Fields {
    package var kind = Kind.submitted
    /// When it counts from: for what a citizen sent, the legal time of receipt.
    package var at = Instant(milliseconds: 0)
    /// When it came in, if it was received later than that.
    package var entered: Instant?
    /// The state that the case moved to, or the clock that it is about.
    package var subject = ""
    /// Whether the case waits for the citizen from here on.
    package var isWaiting = false

    package init() {}

    init(_ kind: Kind, at: Instant, subject: String = "", isWaiting: Bool = false) {
        self.kind = kind
        self.at = at
        self.subject = subject
        self.isWaiting = isWaiting
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("at", &at)
        try fields.field("entered", &entered)
        try fields.field("kind", &kind)
        try fields.field("subject", &subject)
        try fields.flag("waiting", &isWaiting)
    }

    package enum Kind: String, FieldWord {
        case submitted, received, moved, answered, returned, corrected, accepted, waiting
        case completed, rejected, referred, withdrawn, merged, reopened, redefined
        /// A closing that was a mistake was undone.
        case undone
        case extended, missed, noticed
        /// The petitioner was told of the result.
        case told

        package var closes: Bool {
            switch self {
            case .completed, .rejected, .referred, .withdrawn, .merged: true
            default: false
            }
        }

        package var opens: Bool { self == .reopened || self == .undone || self == .submitted }

        /// Whether it says in which state the case is from here on.
        var moves: Bool {
            switch self {
            case .answered, .extended, .missed, .noticed, .told: false
            default: true
            }
        }
    }
}
