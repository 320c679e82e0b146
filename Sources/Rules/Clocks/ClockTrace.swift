internal import Entries
internal import Events

/// Goes once more through what a clock counted, and writes it down.
struct ClockTrace {
    /// No deadline is further away; a longer explanation helps nobody.
    private static let mostDays = 3660

    private let time: WorkingTime
    private let countdown: Countdown
    private var steps: [ClockStep] = []

    static func steps(of run: ClockRun, _ time: WorkingTime) -> [ClockStep] {
        guard let start = run.start else { return [] }
        var trace = ClockTrace(time: time, countdown: Countdown(time: time))
        trace.begin(run, start)
        var from = start
        for (index, leg) in Countdown.legs(of: run).enumerated() {
            let pauses = Countdown.pauses(of: run, after: from)
            let end = trace.countdown.instant(leg, after: from, pauses: pauses)
            trace.count(leg, from: from, to: end, pauses, isFirst: index == 0)
            guard let end else { break }
            from = end
        }
        return trace.inOrder(run)
    }

    private init(time: WorkingTime, countdown: Countdown) {
        self.time = time
        self.countdown = countdown
    }

    private mutating func begin(_ run: ClockRun, _ start: Instant) {
        if let entered = run.entered {
            steps.append(ClockStep(from: entered, to: start, why: .receivedLater))
        }
        switch run.origin {
        case .start: break
        case .reopened: steps.append(ClockStep(from: start, to: start, why: .reopened))
        case .repeated: steps.append(ClockStep(from: start, to: start, why: .repeated))
        case .complete: steps.append(ClockStep(from: start, to: start, why: .complete))
        }
    }

    /// The steps with the extensions among them, each before the first that begins later.
    private func inOrder(_ run: ClockRun) -> [ClockStep] {
        var steps = steps
        for part in run.extensions {
            let step = ClockStep(from: part.at, to: part.at, why: .extended(part.by))
            let index = steps.firstIndex { $0.from > part.at } ?? steps.endIndex
            steps.insert(step, at: index)
        }
        return steps
    }

    private mutating func count(
        _ leg: TimeSpan, from start: Instant, to end: Instant?, _ pauses: [ClockRun.Pause],
        isFirst: Bool
    ) {
        switch leg.unit {
        case .immediately: break
        case .minutes, .hours: elapse(from: start, to: end, pauses) { $0.elapse($1, $2) }
        case .officeMinutes, .officeHours:
            elapse(from: start, to: end, pauses) { $0.work($1, $2) }
        case .days, .workingDays:
            days(leg, leg.amount, start, end, pauses, isFirst)
        case .months, .years:
            let count = Countdown.days(of: leg, after: start)
            days(TimeSpan(amount: count, unit: .days), count, start, end, pauses, isFirst)
        }
    }

    // MARK: Time of day

    private mutating func elapse(
        from start: Instant, to end: Instant?, _ pauses: [ClockRun.Pause],
        _ stretch: (inout Self, Instant, Instant) -> Void
    ) {
        var from = start
        for pause in pauses where end.map({ pause.from <= $0 }) ?? true {
            stretch(&self, from, pause.from)
            steps.append(ClockStep(from: pause.from, to: pause.to, why: .paused(pause.cause)))
            guard let to = pause.to else { return }
            from = to
        }
        if let end { stretch(&self, from, end) }
    }

    private mutating func elapse(_ from: Instant, _ to: Instant) {
        guard from < to else { return }
        steps.append(
            ClockStep(from: from, to: to, why: .time(to.milliseconds - from.milliseconds)))
    }

    private mutating func work(_ from: Instant, _ to: Instant) {
        var reached = from
        let days = from.local.dayNumber...max(from.local.dayNumber, to.local.dayNumber)
        for day in days.prefix(Self.mostDays) {
            for span in time.spans(on: day) {
                let opens = LocalTime(dayNumber: day, minute: span.lowerBound).instant
                let closes = LocalTime(dayNumber: day, minute: span.upperBound).instant
                let (begin, end) = (max(opens, from), min(closes, to))
                guard begin < end else { continue }
                if reached < begin {
                    steps.append(ClockStep(from: reached, to: begin, why: .closed))
                }
                elapse(begin, end)
                reached = end
            }
        }
        if reached < to { steps.append(ClockStep(from: reached, to: to, why: .closed)) }
    }

    // MARK: Days

    private mutating func days(
        _ leg: TimeSpan, _ count: Int, _ start: Instant, _ end: Instant?,
        _ pauses: [ClockRun.Pause], _ isFirst: Bool
    ) {
        let kind: Countdown.DayKind = leg.unit == .workingDays ? .working : .calendar
        let first = start.local.dayNumber
        if isFirst { add(first, first, .firstDay) }
        let left = pauses.compactMap { pause in
            pause.to.flatMap { countdown.leftOut(from: pause.from, to: $0, kind) }
                .map { ($0, pause.cause) }
        }
        let open = pauses.last.flatMap { $0.to == nil ? $0 : nil }
        var done = 0
        for day in (first + 1)...(first + Self.mostDays) {
            guard done < count else { return }
            if let open, end == nil, open.from <= countdown.end(of: day, kind) {
                steps.append(ClockStep(from: open.from, to: nil, why: .paused(open.cause)))
                return
            }
            if let (_, cause) = left.first(where: { $0.0.contains(day) }) {
                add(day, day, .pausedDays(cause))
            } else if kind == .calendar || time.isWorkingDay(day) {
                done += 1
                add(day, day, .days(1, sum: done, of: count, unit: leg.unit))
            } else {
                add(day, day, time.holiday(on: day).map { .holiday($0) } ?? .weekend)
            }
        }
    }

    /// Adds days, to the step before them if that is of the same kind.
    private mutating func add(_ first: Int, _ last: Int, _ why: ClockStep.Why) {
        let to = WorkingTime.end(of: last)
        if let previous = steps.last, let joined = Self.joined(previous.why, why) {
            steps[steps.count - 1].to = to
            steps[steps.count - 1].why = joined
        } else {
            let from = LocalTime(dayNumber: first, minute: 0).instant
            steps.append(ClockStep(from: from, to: to, why: why))
        }
    }

    private static func joined(_ one: ClockStep.Why, _ next: ClockStep.Why) -> ClockStep.Why? {
        switch (one, next) {
        case (.days(let count, _, _, _), .days(_, let sum, let all, let unit)):
            .days(count + 1, sum: sum, of: all, unit: unit)
        case (.weekend, .weekend), (.holiday, .holiday), (.pausedDays, .pausedDays):
            one == next ? one : nil
        default: nil
        }
    }
}
