internal import Entries
internal import Events

/// One run of a clock through a case's facts: when it started, stood still and ended.
struct ClockRun {
    struct Pause {
        var from: Instant
        /// Nil while it lasts.
        var to: Instant?
        let cause: ClockPause
    }

    struct Extension {
        let at: Instant
        let by: TimeSpan
    }

    enum End {
        case met(Instant)
        case stopped(Instant)

        var at: Instant {
            switch self {
            case .met(let at), .stopped(let at): at
            }
        }
    }

    /// Why the clock began to count when it did.
    enum Origin {
        case start
        case reopened
        case repeated
        /// The citizen had completed the documents.
        case complete
    }

    private(set) var round = 0
    private(set) var start: Instant?
    /// When what started it came in, if it was received later.
    private(set) var entered: Instant?
    private(set) var origin = Origin.start
    private(set) var limit: TimeSpan
    private(set) var extensions: [Extension] = []
    private(set) var pauses: [Pause] = []
    private(set) var end: End?
    /// Whether the case's closing ended it, which can be undone.
    private var isEndedByClosing = false

    init(_ rule: ClockRule, _ history: ClockHistory, _ time: @autoclosure () -> WorkingTime) {
        limit = rule.definition.limit
        for (index, fact) in history.facts.enumerated() {
            take(fact, rule, history, index, time)
        }
    }

    private mutating func take(
        _ fact: ClockFact, _ rule: ClockRule, _ history: ClockHistory, _ index: Int,
        _ time: () -> WorkingTime
    ) {
        let at = moment(of: fact, rule, time)
        switch fact.kind {
        case .undone: undo(rule)
        case .reopened: reopen(rule, at: time().deemedReceipt(of: at))
        case .extended where fact.subject == rule.definition.code:
            if start != nil, let span = history.span(of: index) {
                extensions.append(Extension(at: at, by: span))
            }
        case .noticed where rule.definition.isRepeating,
            .missed where rule.definition.isRepeating && fact.subject == rule.definition.code:
            if start != nil, end == nil { begin(at, nil, .repeated) }
        default: break
        }
        var hasStarted = false
        if rule.isStarted(by: fact), start == nil || rule.restarts {
            begin(at, fact.entered, fact.kind == .corrected ? .complete : .start)
            limit = history.span(of: index) ?? rule.definition.limit
            hasStarted = true
        }
        guard start != nil, end == nil else { return }
        if rule.isMet(by: fact), !hasStarted {
            close(.met(at), at, fact)
        } else if fact.kind.closes, !hasStarted {
            close(.stopped(at), at, fact)
        } else if fact.kind.moves {
            setPause(rule.pause(after: fact), at)
        }
    }

    /// When the fact counts from: by the clock's own calendar if it has one.
    private func moment(
        of fact: ClockFact, _ rule: ClockRule, _ time: () -> WorkingTime
    ) -> Instant {
        guard rule.definition.calendar != nil,
            fact.kind == .submitted || fact.kind == .corrected
        else { return fact.at }
        return time().deemedReceipt(of: fact.entered ?? fact.at)
    }

    private mutating func begin(_ at: Instant, _ entered: Instant?, _ origin: Origin) {
        round += 1
        start = at
        self.entered = entered.flatMap { $0 < at ? $0 : nil }
        self.origin = origin
        extensions = []
        pauses = []
        end = nil
        isEndedByClosing = false
    }

    /// A case that is opened again is finished anew; what was done before stays done.
    private mutating func reopen(_ rule: ClockRule, at: Instant) {
        guard start != nil else { return }
        switch rule.definition.starts {
        case .submitted, .received, .completeDocuments:
            if case .stopped = end { return begin(at, nil, .reopened) }
            if rule.definition.stops == .finished { begin(at, nil, .reopened) }
        case .answered, .returned, .corrected, .finished, .deadlineMissed, .resultNotified:
            guard isEndedByClosing || rule.definition.starts == .finished else { return }
            start = nil
            end = nil
        }
    }

    /// The case goes on as if it had never been closed: the clock did not stop meanwhile.
    private mutating func undo(_ rule: ClockRule) {
        if rule.definition.starts == .finished { start = nil }
        guard isEndedByClosing, let closed = end?.at else { return }
        end = nil
        isEndedByClosing = false
        if let last = pauses.last, last.to == closed { pauses[pauses.count - 1].to = nil }
    }

    private mutating func close(_ end: End, _ at: Instant, _ fact: ClockFact) {
        self.end = end
        isEndedByClosing = fact.kind.closes
        setPause(nil, at)
    }

    private mutating func setPause(_ cause: ClockPause?, _ at: Instant) {
        let isPaused = pauses.last.map { $0.to == nil } ?? false
        if let cause, !isPaused {
            // What was recorded before the legal time of receipt does not reach behind it.
            let earliest = pauses.last?.to ?? start ?? at
            pauses.append(Pause(from: max(at, earliest), to: nil, cause: cause))
        } else if cause == nil, isPaused {
            let index = pauses.count - 1
            pauses[index].to = max(at, pauses[index].from)
        }
    }
}
