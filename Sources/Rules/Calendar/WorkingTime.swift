package import Entries
package import Events

/// One calendar: which days are worked and when, with sums that make counting over years cheap.
///
/// Days are numbers since 1970-01-01. Within the years that are summed a look-up costs a few
/// nanoseconds and a search a dozen steps; outside them days are walked one by one.
package struct WorkingTime: Equatable, Sendable {
    private struct Hours: Equatable, Sendable {
        let from: Int
        let week: WeekHours
    }

    /// In order of `from`; the first holds before its own date too.
    private var hours = [Hours(from: Int.min, week: .standard)]
    private var holidays: [Int: LocalText] = [:]
    private var sums = WorkingSums()

    package init() { cover(Self.summedYears) }

    /// The years, C.E., that are summed from the start.
    static let summedYears = 2015...2035

    // MARK: What a day is

    package func week(on day: Int) -> WeekHours {
        if hours.count == 1 { return hours[0].week }
        return hours.last { $0.from <= day }?.week ?? hours[0].week
    }

    /// The holiday that closes the office on `day`, if one does.
    package func holiday(on day: Int) -> LocalText? {
        guard let name = holidays[day], !week(on: day).isNeverClosed else { return nil }
        return name
    }

    package func isWorkingDay(_ day: Int) -> Bool { !spans(on: day).isEmpty }

    /// The open minutes of `day`.
    package func spans(on day: Int) -> [Range<Int>] {
        let week = week(on: day)
        if holidays[day] != nil, !week.isNeverClosed { return [] }
        return week.spans(on: Weekday(dayNumber: day))
    }

    /// When `day` opens; midnight if it does not.
    package func opening(of day: Int) -> Instant {
        LocalTime(dayNumber: day, minute: spans(on: day).first?.lowerBound ?? 0).instant
    }

    /// The last moment of `day`: when it closes, or the end of the day if it does not open.
    package func closing(of day: Int) -> Instant {
        let minute = spans(on: day).last?.upperBound ?? 1440
        return minute == 1440
            ? Self.end(of: day) : LocalTime(dayNumber: day, minute: minute).instant
    }

    /// One millisecond before midnight.
    package static func end(of day: Int) -> Instant {
        LocalTime(dayNumber: day + 1, minute: 0).instant.advanced(milliseconds: -1)
    }

    /// When the law says that something which arrived at `instant` was received: then, or at the
    /// next opening if the office was closed. A closed hour between two open ones does not count.
    package func deemedReceipt(of instant: Instant) -> Instant {
        let local = instant.local
        let spans = spans(on: local.dayNumber)
        if let first = spans.first, let last = spans.last {
            if local.millisecond < first.lowerBound * 60_000 { return opening(of: local.dayNumber) }
            if local.millisecond < last.upperBound * 60_000 { return instant }
        }
        return opening(of: workingDay(after: local.dayNumber))
    }

    package func workingDay(after day: Int) -> Int {
        var next = day + 1
        while !isWorkingDay(next) { next += 1 }
        return next
    }

    // MARK: Counting

    /// The working days up to and including `day`, counted from a fixed day of no meaning.
    package func workingDays(through day: Int) -> Int {
        if let count = sums.days(through: day) { return count }
        return walk(from: day).reduce(sums.edgeCount(before: day)) { count, walked in
            count + (isWorkingDay(walked.day) ? walked.sign : 0)
        }
    }

    /// The first day through which `count` working days have passed.
    package func day(reaching count: Int) -> Int {
        if let day = sums.day(reaching: count) { return day }
        var day = count <= 0 ? sums.first - 1 : sums.end
        var reached = workingDays(through: day)
        while reached < count {
            day += 1
            if isWorkingDay(day) { reached += 1 }
        }
        while reached > count || !isWorkingDay(day) {
            if isWorkingDay(day) { reached -= 1 }
            day -= 1
        }
        return day
    }

    /// The open milliseconds before `instant`, counted from a fixed moment of no meaning.
    package func officeTime(before instant: Instant) -> Int {
        let local = instant.local
        var time = officeTime(beforeDay: local.dayNumber)
        for span in spans(on: local.dayNumber) {
            let opens = span.lowerBound * 60_000
            guard local.millisecond > opens else { break }
            time += min(local.millisecond, span.upperBound * 60_000) - opens
        }
        return time
    }

    /// The first moment before which `time` open milliseconds have passed.
    package func instant(reaching time: Int) -> Instant {
        var day = sums.day(reachingTime: time) ?? (time <= 0 ? sums.first - 1 : sums.end)
        var passed = officeTime(beforeDay: day)
        while passed >= time {
            day -= 1
            passed -= length(of: day)
        }
        while passed + length(of: day) < time {
            passed += length(of: day)
            day += 1
        }
        for span in spans(on: day) {
            let length = span.count * 60_000
            if passed + length >= time {
                let start = LocalTime(dayNumber: day, minute: span.lowerBound).instant
                return start.advanced(milliseconds: time - passed)
            }
            passed += length
        }
        return closing(of: day)
    }

    private func officeTime(beforeDay day: Int) -> Int {
        if let time = sums.time(before: day) { return time }
        return walk(from: day - 1).reduce(sums.edgeTime(before: day)) { time, walked in
            time + walked.sign * length(of: walked.day)
        }
    }

    func length(of day: Int) -> Int { spans(on: day).reduce(0) { $0 + $1.count * 60_000 } }

    /// The days between the summed ones and `day`, and whether they add or take away.
    private func walk(from day: Int) -> [(day: Int, sign: Int)] {
        day >= sums.end
            ? (sums.end...day).map { ($0, 1) }
            : ((day + 1)..<max(sums.first, day + 1)).map { ($0, -1) }
    }

    // MARK: Changes

    mutating func set(_ week: WeekHours, from day: Int?) {
        let from = day ?? Int.min
        hours.removeAll { $0.from >= from }
        if hours.isEmpty {
            hours = [Hours(from: Int.min, week: week)]
        } else {
            hours.append(Hours(from: from, week: week))
        }
        recount(from: from)
    }

    mutating func setHoliday(_ name: LocalText?, on day: Int) {
        let before = length(of: day)
        holidays[day] = name
        sums.change(day, length: before, to: length(of: day))
    }

    /// Sums the days of these years as well.
    mutating func cover(_ years: ClosedRange<Int>) {
        guard let first = CivilDate(year: years.lowerBound, month: 1, day: 1)?.dayNumber,
            let last = CivilDate(year: years.upperBound, month: 12, day: 31)?.dayNumber
        else { return }
        sums = WorkingSums(first: first, end: last + 1)
        recount(from: first)
    }

    private mutating func recount(from day: Int) {
        var sums = sums
        sums.recount(from: day) { length(of: $0) }
        self.sums = sums
    }
}
