package import Entries
package import Events

/// The clocks of a service, made ready for reading many of its cases.
///
/// Reading is a pure function of a case's facts, the definition and the calendar: nothing is
/// stored, so nothing drifts when one of them changes.
package struct ServiceClocks: Equatable, Sendable {
    let rules: [ClockRule]
    /// Before whom a late case comes, the lowest first.
    let escalation: [EscalationRung]
    let overdue: OverduePolicy

    package init(_ service: ServiceDefinition) {
        rules = service.clocks.map { ClockRule($0, in: service) }
        escalation = service.escalation.sorted { $0.percent < $1.percent }
        overdue = service.overdue
    }

    /// Whether what is due then is promised of a case that ends at `end`: whoever has a result
    /// within three days waits for no first answer within seven.
    package static func promises(_ due: Instant, ofCaseEndingAt end: Instant?) -> Bool {
        end.map { due <= $0 } ?? true
    }

    /// What is promised of a case and by when: the clocks that run, in the words of the service.
    package func promised(
        of petition: Petition, calendar: OfficeCalendar
    ) -> [(name: LocalText, due: Instant)] {
        guard petition.hasClocks else { return [] }
        let running = zip(
            rules.map(\.definition), readings(of: petition.history, calendar: calendar)
        )
        .filter { clock, reading in clock.kind != .correction && reading.due != nil }
        let end = running.first { clock, _ in clock.kind == .finish }?.1.due
        return running.compactMap { clock, reading in
            guard let due = reading.due, Self.promises(due, ofCaseEndingAt: end) else { return nil }
            return (name: clock.name, due: due)
        }
    }

    /// What a clock watches for; nil if the service has none of that code.
    package func kind(of clock: String) -> ClockKind? { rule(clock)?.definition.kind }

    /// What every clock shows, in the order of the definition.
    package func readings(
        of history: ClockHistory, calendar: OfficeCalendar
    ) -> [ClockReading] {
        rules.map { Self.reading($0, history, calendar) }
    }

    /// What one clock shows; nil if the service has none of that code.
    package func reading(
        of clock: String, _ history: ClockHistory, calendar: OfficeCalendar
    ) -> ClockReading? {
        rule(clock).map { Self.reading($0, history, calendar) }
    }

    /// When `percent` of a clock's time is used, beyond 100 too: for ladders of escalation.
    ///
    /// Nil while it waits or stands still.
    package func instant(
        of clock: String, percent: Int, _ history: ClockHistory, calendar: OfficeCalendar
    ) -> Instant? {
        guard let rule = rule(clock) else { return nil }
        let time = calendar[rule.definition.calendar]
        let run = ClockRun(rule, history, time)
        return run.start.flatMap { start in
            Countdown(time: time).instant(run, after: start, percent: percent)
        }
    }

    /// How one clock comes to what it shows; nil if the service has none of that code.
    package func explanation(
        of clock: String, _ history: ClockHistory, calendar: OfficeCalendar
    ) -> ClockExplanation? {
        rule(clock).map { rule in
            let time = calendar[rule.definition.calendar]
            return ClockExplanation(
                definition: rule.definition, reading: Self.reading(rule, history, calendar),
                steps: ClockTrace.steps(of: ClockRun(rule, history, time), time),
                calendarVersion: calendar.version,
                lastDeclaredYear: calendar.lastDeclaredYear)
        }
    }

    private func rule(_ clock: String) -> ClockRule? {
        rules.first { $0.definition.code == clock }
    }

    private static func reading(
        _ rule: ClockRule, _ history: ClockHistory, _ calendar: OfficeCalendar
    ) -> ClockReading {
        let time = calendar[rule.definition.calendar]
        let run = ClockRun(rule, history, time)
        var reading = ClockReading(
            clock: rule.definition.code, kind: rule.definition.kind, state: .waiting,
            round: run.round, started: run.start, isBeyondCalendar: false)
        guard let start = run.start else { return reading }
        let countdown = Countdown(time: time)
        reading.due = countdown.instant(run, after: start, percent: 100)
        reading.near =
            reading.due == nil
            ? nil : countdown.instant(run, after: start, percent: rule.nearPercent)
        reading.state = state(of: run, due: reading.due)
        if let due = reading.due, run.limit.unit.needsCalendar {
            reading.isBeyondCalendar = calendar.isBeyondDeclared(due.local.dayNumber)
        }
        return reading
    }

    private static func state(of run: ClockRun, due: Instant?) -> ClockReading.State {
        switch run.end {
        case .met(let at): return at <= due ?? at ? .met(at) : .late(at)
        case .stopped(let at): return .stopped(at)
        case nil:
            guard let pause = run.pauses.last, pause.to == nil else { return .running }
            return .paused(since: pause.from, pause.cause)
        }
    }
}

extension TimeUnit {
    /// Whether holidays and office hours change what it comes to.
    var needsCalendar: Bool {
        switch self {
        case .workingDays, .officeMinutes, .officeHours: true
        case .immediately, .minutes, .hours, .days, .months, .years: false
        }
    }
}

extension OfficeCalendar {
    /// The last moment of `span` after `start`, by the calendar named `code`.
    package func instant(
        _ span: TimeSpan, after start: Instant, calendar code: String? = nil
    ) -> Instant {
        Countdown(time: self[code]).instant(span, after: start, pauses: []) ?? start
    }
}
