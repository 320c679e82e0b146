internal import Entries
internal import Events

/// Counts a length of time from a start, leaving pauses out.
///
/// Days are whole days of Thailand. The first is not counted, and a day counts if the clock ran
/// when the day began and when it closed; so a day on which the clock stood still is given back.
/// The last day ends when the office closes (working days) or at midnight (calendar days). An
/// officer's last calendar day may be a holiday.
///
/// A pause that begins with the very last moment still came in time: what is left then, nothing,
/// is left when it ends.
struct Countdown {
    let time: WorkingTime

    /// The last moment in time, or for less than 100 % the moment from which that share is used.
    /// Nil while a pause lasts that began before then.
    func instant(
        _ span: TimeSpan, after start: Instant, pauses: [ClockRun.Pause], percent: Int = 100
    ) -> Instant? {
        let span = span.bounded
        return switch span.unit {
        case .immediately: start
        case .minutes: elapsed(span.amount * 60_000 * percent / 100, start, pauses)
        case .hours: elapsed(span.amount * 3_600_000 * percent / 100, start, pauses)
        case .officeMinutes: office(span.amount * 60_000 * percent / 100, start, pauses)
        case .officeHours: office(span.amount * 3_600_000 * percent / 100, start, pauses)
        case .days: days(.calendar, span.amount, start, pauses, percent)
        case .workingDays: days(.working, span.amount, start, pauses, percent)
        case .months, .years:
            days(.calendar, Self.days(of: span, after: start), start, pauses, percent)
        }
    }

    /// The same for a limit and what it was extended by; parts of different units follow each
    /// other, and a share is taken of the last.
    func instant(
        _ run: ClockRun, after start: Instant, percent: Int
    ) -> Instant? {
        if run.extensions.isEmpty {
            return instant(run.limit, after: start, pauses: run.pauses, percent: percent)
        }
        var from = start
        let legs = Self.legs(of: run)
        for (index, leg) in legs.enumerated() {
            let share = index == legs.count - 1 ? percent : 100
            let pauses = Self.pauses(of: run, after: from)
            guard let end = instant(leg, after: from, pauses: pauses, percent: share) else {
                return nil
            }
            from = end
        }
        return from
    }

    /// The limit and its extensions, neighbours of one unit added up.
    static func legs(of run: ClockRun) -> [TimeSpan] {
        var legs = [run.limit.bounded]
        for part in run.extensions.map(\.by.bounded) {
            if legs[legs.count - 1].unit == part.unit {
                legs[legs.count - 1].amount += part.amount
            } else {
                legs.append(part)
            }
        }
        return legs
    }

    static func pauses(of run: ClockRun, after start: Instant) -> [ClockRun.Pause] {
        run.pauses.filter { $0.to.map { $0 > start } ?? true }
    }

    private func elapsed(_ length: Int, _ start: Instant, _ pauses: [ClockRun.Pause]) -> Instant? {
        var end = start.milliseconds + length
        for pause in pauses where pause.from.milliseconds <= end {
            guard let to = pause.to else { return nil }
            end += to.milliseconds - pause.from.milliseconds
        }
        return Instant(milliseconds: end)
    }

    private func office(_ length: Int, _ start: Instant, _ pauses: [ClockRun.Pause]) -> Instant? {
        guard length > 0 else { return start }
        var end = time.officeTime(before: start) + length
        var due = time.instant(reaching: end)
        for pause in pauses where pause.from <= due {
            guard let to = pause.to else { return nil }
            end += time.officeTime(before: to) - time.officeTime(before: pause.from)
            // One that began with the last moment and ended before the office opened again.
            due = max(time.instant(reaching: end), to)
        }
        return due
    }

    // MARK: Days

    enum DayKind {
        case calendar
        case working
    }

    private func days(
        _ kind: DayKind, _ count: Int, _ start: Instant, _ pauses: [ClockRun.Pause], _ percent: Int
    ) -> Instant? {
        let opens = percent < 100
        let share = opens ? min(count * percent / 100 + 1, count) : count * percent / 100
        var target = through(start.local.dayNumber, kind) + share
        var lastLeftOut = start.local.dayNumber
        for pause in pauses {
            guard pause.from <= end(of: reaching(target, kind), kind) else { break }
            guard let to = pause.to else { return nil }
            guard let left = leftOut(from: pause.from, to: to, kind) else { continue }
            let first = max(left.lowerBound, lastLeftOut + 1)
            guard first <= left.upperBound else { continue }
            target += through(left.upperBound, kind) - through(first - 1, kind)
            lastLeftOut = left.upperBound
        }
        let day = reaching(target, kind)
        return opens ? opening(of: day, kind) : end(of: day, kind)
    }

    /// The days that a pause leaves out.
    func leftOut(from: Instant, to: Instant, _ kind: DayKind) -> ClosedRange<Int>? {
        let begins = from.local
        let first = begins.dayNumber
        let last = to.local
        let closing = end(of: first, kind)
        let isInAtMidnight = begins.millisecond == 0 && to > from
        let begin = isInAtMidnight || (from <= closing && to > closing) ? first : first + 1
        let isOutAtMidnight = last.dayNumber > first && last.millisecond == 0
        let finish = isOutAtMidnight ? last.dayNumber - 1 : last.dayNumber
        return begin <= finish ? begin...finish : nil
    }

    func through(_ day: Int, _ kind: DayKind) -> Int {
        kind == .calendar ? day : time.workingDays(through: day)
    }

    private func reaching(_ count: Int, _ kind: DayKind) -> Int {
        kind == .calendar ? count : time.day(reaching: count)
    }

    func end(of day: Int, _ kind: DayKind) -> Instant {
        kind == .calendar ? WorkingTime.end(of: day) : time.closing(of: day)
    }

    private func opening(of day: Int, _ kind: DayKind) -> Instant {
        kind == .calendar
            ? LocalTime(dayNumber: day, minute: 0).instant : time.opening(of: day)
    }

    /// Months and years end on the day of the same number, or the last of a shorter month.
    static func days(of span: TimeSpan, after start: Instant) -> Int {
        let span = span.bounded
        let date = start.local.date
        let months = date.month - 1 + span.amount * (span.unit == .years ? 12 : 1)
        let year = min(date.year + Instant.floorDivide(months, 12), 9999)
        let month = months - Instant.floorDivide(months, 12) * 12 + 1
        let day = min(date.day, CivilDate.days(inMonth: month, of: year))
        guard let end = CivilDate(year: year, month: month, day: day) else { return 0 }
        return end.dayNumber - date.dayNumber
    }
}

extension TimeSpan {
    /// Within what an office can mean: a longer time would be counted out of all calendars.
    var bounded: TimeSpan {
        let most = [.minutes, .officeMinutes].contains(unit) ? 1_000_000 : 100_000
        return TimeSpan(amount: min(max(amount, 0), most), unit: unit)
    }
}
