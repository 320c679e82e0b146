internal import Entries
internal import Events
internal import Rules

/// A case as its clocks see it, while its course is planned.
struct Watch {
    private let calendar: OfficeCalendar
    private let hours: String?
    private let clocks: ServiceClocks
    private let definitions: [ClockDefinition]
    private var facts: [ClockFact] = []
    private var spans: [ClockHistory.NamedSpan] = []
    private var missed: Set<String> = []

    init(
        _ calendar: OfficeCalendar, _ hours: String?, _ clocks: ServiceClocks,
        _ definitions: [ClockDefinition]
    ) {
        self.calendar = calendar
        self.hours = hours
        self.clocks = clocks
        self.definitions = definitions
    }

    private var history: ClockHistory { ClockHistory(facts: facts, spans: spans) }

    mutating func take(_ act: PlannedAct) {
        guard case .petition(_, let deed) = act.deed, let kind = deed.fact else { return }
        var fact = ClockFact()
        fact.kind = kind
        fact.at = act.time
        fact.subject = deed.state ?? ""
        fact.isWaiting = kind == .returned
        switch deed {
        case .file, .correct:
            fact.at = calendar.deemedReceipt(of: act.time, calendar: hours)
            if fact.at != act.time { fact.entered = act.time }
        case .missDeadline(let clock):
            fact.subject = clock
            fact.at = due(clock) ?? act.time
            missed.insert(clock)
        case .noticeDelay(let clock): fact.subject = clock
        case .extend(let clock):
            fact.subject = clock
            var span = ClockHistory.NamedSpan()
            span.fact = facts.count
            span.span = definitions.first { $0.code == clock }?.extensions?.by ?? TimeSpan()
            spans.append(span)
        default: break
        }
        facts.append(fact)
    }

    /// The clock's end; nil if it does not run.
    func due(_ clock: String) -> Instant? {
        let reading = clocks.reading(of: clock, history, calendar: calendar)
        return reading.flatMap { $0.isOpen ? $0.due : nil }
    }

    func isLate(_ clock: String, at now: Instant) -> Bool {
        guard let reading = clocks.reading(of: clock, history, calendar: calendar) else {
            return false
        }
        if case .late = reading.state { return true }
        return reading.band(at: now) == .missed
    }

    /// Whether it was not missed before; a second round is let pass.
    func isFirst(_ clock: String) -> Bool { !missed.contains(clock) }

    func extensions(of clock: String) -> Int { history.extensions(of: clock) }
}

extension Act {
    /// What it is to a clock; nil if clocks do not care.
    fileprivate var fact: ClockFact.Kind? {
        switch self {
        case .file: .submitted
        case .receive, .receiveAsOwner: .received
        case .start, .forward, .resume: .moved
        case .askCorrection: .returned
        case .correct: .corrected
        case .acceptCorrection: .accepted
        case .waitForAgency: .waiting
        case .refer: .referred
        case .complete: .completed
        case .reject, .rejectUncorrected: .rejected
        case .withdraw: .withdrawn
        case .reopen: .reopened
        case .merge: .merged
        case .unmerge: .undone
        case .answer: .answered
        case .tellResult: .told
        case .missDeadline: .missed
        case .extend: .extended
        case .noticeDelay: .noticed
        case .assign, .claim, .note, .message, .viewPetitioner, .pay, .issueLicence, .rate,
            .tellFiled:
            nil
        }
    }

    /// The state that it leads to, where that matters to a clock.
    fileprivate var state: String? {
        switch self {
        case .askCorrection: "returned"
        case .waitForAgency: "waiting-agency"
        case .correct: "corrected"
        case .receive, .receiveAsOwner, .reopen, .unmerge: "received"
        case .file: "submitted"
        default: "in-progress"
        }
    }
}
