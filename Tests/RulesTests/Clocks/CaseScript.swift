import Entries
import Events
import Rules
import Testing

/// A case told in a few words: `filed` at a time of Thailand, then what happened.
struct CaseScript {
    private(set) var history = ClockHistory()
    private let calendar: OfficeCalendar

    init(filed: String, calendar: OfficeCalendar = .government) throws {
        self.calendar = calendar
        var data = PetitionEvent.Submitted()
        data.enteredAt = try moment(filed)
        data.deemedReceivedAt = calendar.deemedReceipt(of: data.enteredAt)
        data.state = "new"
        history.apply(.submitted(data), at: data.enteredAt)
    }

    func received(_ at: String) throws -> CaseScript {
        try after(at) { .received(PetitionEvent.Received(state: "taken", status: .received)) }
    }

    func started(_ at: String) throws -> CaseScript {
        try after(at) {
            .inProgress(PetitionEvent.InProgress(state: "working", status: .inProgress))
        }
    }

    func answered(_ at: String) throws -> CaseScript {
        try after(at) { .answered(PetitionEvent.Answered()) }
    }

    func returned(_ at: String, state: String = "returned", allowed: TimeSpan? = nil) throws
        -> CaseScript
    {
        try after(at) {
            .returned(
                PetitionEvent.Returned(
                    items: 1, round: 1, state: state, status: .inProgress, allowed: allowed,
                    isReturned: true))
        }
    }

    func corrected(_ at: String) throws -> CaseScript {
        let entered = try moment(at)
        return try after(at) {
            .corrected(
                PetitionEvent.Corrected(
                    enteredAt: entered, deemedReceivedAt: calendar.deemedReceipt(of: entered),
                    state: "working", status: .inProgress))
        }
    }

    func waiting(_ at: String) throws -> CaseScript {
        try after(at) {
            .waitingStarted(
                PetitionEvent.WaitingStarted(agency: "กฟภ.", state: "waiting", status: .inProgress))
        }
    }

    func waited(_ at: String) throws -> CaseScript {
        try after(at) {
            .waitingEnded(
                PetitionEvent.WaitingEnded(agency: "กฟภ.", state: "working", status: .inProgress))
        }
    }

    func forwarded(_ at: String) throws -> CaseScript {
        try after(at) {
            .forwarded(PetitionEvent.Forwarded(to: "works", state: "working", status: .inProgress))
        }
    }

    func completed(_ at: String) throws -> CaseScript {
        try after(at) { .completed(PetitionEvent.Completed(state: "done", status: .completed)) }
    }

    func rejected(_ at: String) throws -> CaseScript {
        try after(at) { .rejected(PetitionEvent.Rejected(state: "rejected", status: .rejected)) }
    }

    func withdrawn(_ at: String) throws -> CaseScript {
        try after(at) {
            .withdrawn(PetitionEvent.Withdrawn(state: "withdrawn", status: .withdrawn))
        }
    }

    func merged(_ at: String) throws -> CaseScript {
        try after(at) {
            .merged(PetitionEvent.Merged(into: "KT1", state: "merged", status: .merged))
        }
    }

    func unmerged(_ at: String) throws -> CaseScript {
        try after(at) {
            .unmerged(PetitionEvent.Unmerged(from: "KT1", state: "working", status: .inProgress))
        }
    }

    func reopened(_ at: String, _ ground: ReopeningGround = .petitioner) throws -> CaseScript {
        try after(at) {
            .reopened(
                PetitionEvent.Reopened(
                    ground: ground, count: 1, state: "working", status: .inProgress))
        }
    }

    func redefined(_ at: String, state: String) throws -> CaseScript {
        try after(at) {
            .definitionChanged(
                PetitionEvent.DefinitionChanged(
                    service: "s", definition: 2, state: state, status: .inProgress))
        }
    }

    func extended(_ at: String, by amount: Int, _ unit: TimeUnit, clock: String = "finish") throws
        -> CaseScript
    {
        try after(at) {
            .extended(
                PetitionEvent.Extended(
                    clock: clock, by: TimeSpan(amount: amount, unit: unit), number: 1))
        }
    }

    func missed(_ clock: String, due: String, _ at: String) throws -> CaseScript {
        let due = try moment(due)
        return try after(at) {
            .deadlineMissed(PetitionEvent.DeadlineMissed(clock: clock, round: 1, due: due))
        }
    }

    func noticed(_ at: String) throws -> CaseScript {
        try after(at) { .delayNoticed(PetitionEvent.DelayNoticed(clock: "finish", number: 1)) }
    }

    /// The petitioner writes something.
    func messaged(_ at: String) throws -> CaseScript {
        try after(at) { .messaged(PetitionEvent.Messaged()) }
    }

    func told(_ at: String) throws -> CaseScript {
        try after(at) {
            .notified(
                PetitionEvent.Notified(channel: .email, template: "result", outcome: .sent))
        }
    }

    private func after(_ at: String, _ event: () -> PetitionEvent) throws -> CaseScript {
        var next = self
        next.history.apply(event(), at: try moment(at))
        return next
    }
}

/// `2026-04-10 16:31` in Thailand.
func moment(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text.replacing(" ", with: "T") + ":00+07:00"), "\(text)")
}

/// `2026-04-10 16:31`, or `2026-04-10 24:00` for the last millisecond of a day.
func text(_ instant: Instant?) -> String? {
    guard let instant else { return nil }
    let local = instant.local
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day = "\(local.date.year)-\(two(local.date.month))-\(two(local.date.day))"
    return local.millisecond == 86_399_999
        ? "\(day) 24:00" : "\(day) \(two(local.hour)):\(two(local.minute))"
}

extension ServiceDefinition {
    /// A service of a few states with the clocks given.
    static func tested(_ clocks: [ClockDefinition], prefix: String = "") -> ServiceDefinition {
        var service = ServiceDefinition()
        service.code = "s"
        service.states = [
            StateDefinition(
                code: "new", name: LocalText("ใหม่"), status: .submitted, isInitial: true),
            StateDefinition(code: prefix + "working", name: LocalText("ทำ"), status: .inProgress),
            StateDefinition(
                code: prefix + "returned", name: LocalText("คืน"), status: .inProgress,
                isReturned: true),
            StateDefinition(code: prefix + "waiting", name: LocalText("รอ"), status: .inProgress),
        ]
        service.actions = [
            ActionDefinition(
                code: "wait", name: LocalText("รอ"), event: .waitingStarted, to: prefix + "waiting")
        ]
        service.clocks = clocks
        return service
    }
}

extension ClockDefinition {
    static func finish(
        _ amount: Int, _ unit: TimeUnit, starts: ClockPoint = .submitted,
        pausedIn: [String] = ["returned", "waiting"], calendar: String? = nil
    ) -> ClockDefinition {
        ClockDefinition(
            code: "finish", name: LocalText("แล้วเสร็จ", english: "Finish"), kind: .finish,
            limit: TimeSpan(amount: amount, unit: unit), starts: starts, stops: .finished,
            pausedIn: pausedIn, calendar: calendar)
    }
}

/// What `clock` shows after `script`.
func read(
    _ clock: ClockDefinition, _ script: CaseScript, _ calendar: OfficeCalendar = .government,
    in service: ServiceDefinition? = nil
) throws -> ClockReading {
    let clocks = ServiceClocks(service ?? .tested([clock]))
    return try #require(clocks.reading(of: clock.code, script.history, calendar: calendar))
}
