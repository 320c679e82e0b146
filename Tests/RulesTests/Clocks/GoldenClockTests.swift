import Entries
import Events
import Rules
import Testing

/// What went wrong elsewhere, each with its deadline counted by hand on the calendar of 2569.
///
/// The dates in the comments are the days that count. Each case holds three things: the instant,
/// that the explanation ends on that day, and that what it counts adds up to the limit.
@Suite struct GoldenClockTests {
    private func holds(
        _ clock: ClockDefinition, _ script: CaseScript, _ calendar: OfficeCalendar = .government,
        in service: ServiceDefinition? = nil, due: String, days: Int? = nil, minutes: Int? = nil,
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let clocks = ServiceClocks(service ?? .tested([clock]))
        let told = try #require(
            clocks.explanation(of: clock.code, script.history, calendar: calendar))
        #expect(text(told.reading.due) == due, sourceLocation: place)
        var (counted, elapsed) = (0, 0)
        for step in told.steps {
            switch step.why {
            case .days(let count, _, _, _): counted += count
            case .time(let milliseconds): elapsed += milliseconds
            default: break
            }
        }
        #expect(counted == days ?? 0, sourceLocation: place)
        #expect(elapsed == (minutes ?? 0) * 60_000, sourceLocation: place)
        let end = told.steps.last { $0.isCounted }?.to
        #expect(
            end?.local.dayNumber == told.reading.due?.local.dayNumber, sourceLocation: place)
    }

    private func holiday(_ month: Int, _ day: Int) throws -> OfficeEvent {
        let date = try #require(CivilDate(year: 2026, month: month, day: day))
        return .holidayDeclared(
            .init(date: date, name: LocalText("วันหยุดพิเศษ"), kind: .cabinet))
    }

    // MARK: Pauses

    @Test func `a case that is pending over a weekend`() throws {
        let script = try CaseScript(filed: "2026-06-10 10:00")
            .waiting("2026-06-12 15:00").waited("2026-06-15 09:00")
        // 11, 16, 17 June.
        try holds(.finish(3, .workingDays), script, due: "2026-06-17 16:30", days: 3)
    }

    @Test func `a pause that is lost when the promise changes`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").corrected("2026-06-11 10:00")
            .redefined("2026-06-12 10:00", state: "v2-working")
        let clock = ClockDefinition.finish(
            5, .workingDays, pausedIn: ["v2-returned", "v2-waiting"])
        // 12, 15, 16, 17, 18 June.
        try holds(
            clock, script, in: .tested([clock], prefix: "v2-"), due: "2026-06-18 16:30", days: 5)
    }

    @Test func `a definition that changes while the case waits`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").redefined("2026-06-10 10:00", state: "v2-returned")
            .corrected("2026-06-12 10:00")
        let clock = ClockDefinition.finish(
            2, .workingDays, pausedIn: ["v2-returned", "v2-waiting"])
        // 15, 16 June: the wait lasted from the 9th to the 12th.
        try holds(
            clock, script, in: .tested([clock], prefix: "v2-"), due: "2026-06-16 16:30", days: 2)
    }

    @Test func `a calendar that changes while the case waits`() throws {
        var calendar = OfficeCalendar.government
        for event in try [holiday(7, 8), holiday(7, 16)] { calendar.apply(event) }
        let script = try CaseScript(filed: "2026-07-06 10:00")
            .returned("2026-07-07 10:00").corrected("2026-07-10 10:00")
        // 13, 14, 15, 17, 20 July: the 8th lay in the wait, the 16th does not.
        try holds(.finish(5, .workingDays), script, calendar, due: "2026-07-20 16:30", days: 5)
    }

    @Test func `two waits of two kinds`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-09 10:00").waited("2026-06-10 10:00")
            .returned("2026-06-12 10:00").corrected("2026-06-15 10:00")
        // 11, 16, 17, 18 June.
        try holds(.finish(4, .workingDays), script, due: "2026-06-18 16:30", days: 4)
    }

    @Test func `a wait over the end of the fiscal year`() throws {
        let script = try CaseScript(filed: "2026-09-28 10:00")
            .waiting("2026-09-29 10:00").waited("2026-10-02 10:00")
        // 5, 6, 7, 8, 9 October.
        try holds(.finish(5, .workingDays), script, due: "2026-10-09 16:30", days: 5)
    }

    @Test func `a wait over New Year`() throws {
        let script = try CaseScript(filed: "2026-12-28 10:00")
            .waiting("2026-12-29 10:00").waited("2027-01-04 10:00")
        // 5, 6, 7 January.
        try holds(.finish(3, .workingDays), script, due: "2027-01-07 16:30", days: 3)
    }

    @Test func `a wait of minutes that crosses noon`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-08 11:30").waited("2026-06-08 13:30")
        // 10:00 to 11:30, then 13:30 to 14:00.
        try holds(.finish(120, .officeMinutes), script, due: "2026-06-08 14:00", minutes: 120)
    }

    @Test func `a correction that is sent on a holiday`() throws {
        let script = try CaseScript(filed: "2026-07-20 10:00")
            .returned("2026-07-21 10:00").corrected("2026-07-29 10:00")
        // Received on Friday the 31st; 3, 4, 5, 6, 7 August.
        try holds(.finish(5, .workingDays), script, due: "2026-08-07 16:30", days: 5)
    }

    @Test func `a correction that is sent at night counts from the morning`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").corrected("2026-06-10 22:00")
        // Received on the 11th; 12, 15 June.
        try holds(.finish(2, .workingDays), script, due: "2026-06-15 16:30", days: 2)
    }

    // MARK: Closed and opened again

    @Test func `a case that is opened again counts anew from the next opening`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-10 10:00").reopened("2026-06-20 19:00")
        // Asked on Saturday evening, received on the 22nd; 23, 24, 25 June.
        try holds(.finish(3, .workingDays), script, due: "2026-06-25 16:30", days: 3)
    }

    @Test func `a case that is closed by mistake gains no time`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-09 10:00").reopened("2026-06-17 10:00", .mistake)
        // 9 to 12, 15 to 19, 22 June.
        try holds(.finish(10, .workingDays), script, due: "2026-06-22 16:30", days: 10)
    }

    @Test func `a merge that is undone gains no time`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .merged("2026-06-09 10:00").unmerged("2026-06-12 10:00")
        // 9, 10, 11, 12, 15, 16, 17 June.
        try holds(.finish(7, .workingDays), script, due: "2026-06-17 16:30", days: 7)
    }

    // MARK: Handed round and written to

    @Test func `a case that bounces between units gains no time`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .forwarded("2026-06-09 10:00").forwarded("2026-06-10 10:00")
            .forwarded("2026-06-11 10:00")
        // 9, 10, 11, 12, 15, 16, 17 June.
        try holds(.finish(7, .workingDays), script, due: "2026-06-17 16:30", days: 7)
    }

    @Test func `a petitioner who writes starts nothing anew`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .messaged("2026-06-11 10:00").messaged("2026-06-14 20:00")
        // 9, 10, 11, 12, 15 June.
        try holds(.finish(5, .workingDays), script, due: "2026-06-15 16:30", days: 5)
    }

    // MARK: Put off

    @Test func `an extension in the last minute`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-15 16:30", by: 5, .workingDays)
        // 9 to 12, 15 to 19, 22 June.
        try holds(.finish(5, .workingDays), script, due: "2026-06-22 16:30", days: 10)
    }

    @Test func `an extension while the case waits`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").extended("2026-06-10 10:00", by: 2, .workingDays)
            .corrected("2026-06-11 10:00")
        // 12, 15, 16, 17, 18 June.
        try holds(.finish(3, .workingDays), script, due: "2026-06-18 16:30", days: 5)
    }

    @Test func `a building permit that is put off twice`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 10:00").corrected("2026-06-20 10:00")
            .extended("2026-08-06 10:00", by: 45, .days)
            .extended("2026-09-15 10:00", by: 45, .days)
        // Complete on Monday, 22 June; 135 days: 8 of June, 31, 31, 30, 31, 4 of November.
        try holds(
            .finish(45, .days, starts: .completeDocuments), script, due: "2026-11-04 24:00",
            days: 135)
    }

    // MARK: Days of the calendar

    @Test func `a holiday that is declared late`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-10-05 10:00")
        // 6, 7, 8, 9, 12 October.
        try holds(.finish(5, .workingDays), script, calendar, due: "2026-10-12 16:30", days: 5)
        calendar.apply(try holiday(10, 9))
        // 6, 7, 8, 12, 14: the 13th is a holiday too.
        try holds(.finish(5, .workingDays), script, calendar, due: "2026-10-14 16:30", days: 5)
    }

    @Test func `a day that is half a day counts whole and ends at noon`() throws {
        let script = try CaseScript(filed: "2026-06-09 10:00")
        // 10, 11, 12 June.
        try holds(
            .finish(3, .workingDays), script, try shortFridays(), due: "2026-06-12 12:00", days: 3)
    }

    @Test func `minutes of the office end with the half day`() throws {
        let calendar = try shortFridays()
        let script = try CaseScript(filed: "2026-06-12 10:00", calendar: calendar)
        // Friday until noon, then Monday from half past eight.
        try holds(
            .finish(240, .officeMinutes), script, calendar, due: "2026-06-15 10:30", minutes: 240)
    }

    /// The office closes at noon on Fridays from 12 June on.
    private func shortFridays() throws -> OfficeCalendar {
        var calendar = OfficeCalendar.government
        let hours = GovernmentCalendar.hours.filter { $0.weekday != 5 || $0.openMinute < 720 }
        let from = try #require(CivilDate(year: 2026, month: 6, day: 12))
        calendar.apply(.hoursSet(OfficeEvent.HoursSet(hours: hours, from: from)))
        return calendar
    }

    @Test func `what comes on the eve of Songkran is received after it`() throws {
        let script = try CaseScript(filed: "2026-04-10 16:31")
        // Received on Thursday, 16 April; 17, 20 to 24, 27 April.
        try holds(.finish(7, .workingDays), script, due: "2026-04-27 16:30", days: 7)
    }

    @Test func `Songkran, Coronation Day and no Labour Day in one count`() throws {
        let script = try CaseScript(filed: "2026-04-10 10:00")
        // 16, 17, 20 to 24, 27 to 30 April, 1, 5, 6, 7 May.
        try holds(.finish(15, .workingDays), script, due: "2026-05-07 16:30", days: 15)
    }

    @Test func `Labour Day is worked, Coronation Day is not`() throws {
        let script = try CaseScript(filed: "2026-04-30 10:00")
        // 1, 5 May.
        try holds(.finish(2, .workingDays), script, due: "2026-05-05 16:30", days: 2)
    }

    @Test func `the Ploughing Ceremony closes the office`() throws {
        let script = try CaseScript(filed: "2026-05-12 10:00")
        // 14 May.
        try holds(.finish(1, .workingDays), script, due: "2026-05-14 16:30", days: 1)
    }

    @Test func `what comes at night is counted from the day of its receipt`() throws {
        let script = try CaseScript(filed: "2026-07-08 17:56")
        // Received on the 9th; 10, 11, 12 July, a Sunday.
        try holds(.finish(3, .days), script, due: "2026-07-12 24:00", days: 3)
    }

    @Test func `what comes after the last opening of the year is received in the next`() throws {
        let script = try CaseScript(filed: "2026-12-30 17:00")
        // Received on Monday, 4 January; the 5th.
        try holds(.finish(1, .workingDays), script, due: "2027-01-05 16:30", days: 1)
    }

    @Test func `minutes of the office leave a weekend out`() throws {
        let script = try CaseScript(filed: "2026-06-12 15:30")
        // An hour on Friday and one on Monday.
        try holds(.finish(120, .officeMinutes), script, due: "2026-06-15 09:30", minutes: 120)
    }

    @Test func `those who never close count through Saturday night`() throws {
        var calendar = OfficeCalendar.government
        let hours = (1...7).map { DayHours(weekday: $0, openMinute: 0, closeMinute: 1440) }
        calendar.apply(.hoursSet(OfficeEvent.HoursSet(hours: hours, calendar: "always")))
        let script = try CaseScript(filed: "2026-06-13 23:00", calendar: calendar)
        try holds(
            .finish(3, .hours, calendar: "always"), script, calendar, due: "2026-06-14 02:00",
            minutes: 180)
    }

    @Test func `a month from the end of January ends with February`() throws {
        let script = try CaseScript(filed: "2026-01-30 10:00")
        try holds(.finish(1, .months), script, due: "2026-02-28 24:00", days: 29)
    }

    // MARK: Others' clocks

    @Test func `the days that an officer allowed for a correction`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00", allowed: TimeSpan(amount: 7, unit: .workingDays))
        let correction = ClockDefinition(
            code: "correction", name: LocalText("แก้ไข"), kind: .correction,
            limit: TimeSpan(amount: 15, unit: .days), starts: .returned, stops: .corrected)
        // 10, 11, 12, 15, 16, 17, 18 June.
        try holds(correction, script, due: "2026-06-18 16:30", days: 7)
    }

    @Test func `notices of delay come every seven days, and a late one shifts the next`() throws {
        let finish = ClockDefinition.finish(5, .workingDays)
        let notice = ClockDefinition(
            code: "delay-notice", name: LocalText("แจ้งเหตุล่าช้า"), kind: .delayNotice,
            limit: TimeSpan(amount: 7, unit: .days), starts: .deadlineMissed, stops: .finished,
            isRepeating: true)
        let service = ServiceDefinition.tested([finish, notice])
        let late = try CaseScript(filed: "2026-06-08 10:00")
            .missed("finish", due: "2026-06-15 16:30", "2026-06-15 16:31")
        try holds(notice, late, in: service, due: "2026-06-22 24:00", days: 7)
        let told = try late.noticed("2026-06-22 10:00")
        try holds(notice, told, in: service, due: "2026-06-29 24:00", days: 7)
        try holds(
            notice, try told.noticed("2026-07-03 10:00"), in: service, due: "2026-07-10 24:00",
            days: 7)
    }
}
