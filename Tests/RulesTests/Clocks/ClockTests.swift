import Entries
import Events
import Rules
import Testing

@Suite struct ClockTests {
    func reading(
        _ clock: ClockDefinition, _ script: CaseScript, _ calendar: OfficeCalendar = .government,
        in service: ServiceDefinition? = nil
    ) throws -> ClockReading {
        let clocks = ServiceClocks(service ?? .tested([clock]))
        return try #require(clocks.reading(of: clock.code, script.history, calendar: calendar))
    }

    // MARK: Plain

    @Test(arguments: [
        (15, TimeUnit.workingDays, "2026-04-10 10:00", "2026-05-05 08:30", "2026-05-07 16:30"),
        (7, .workingDays, "2026-04-16 10:00", "2026-04-24 08:30", "2026-04-27 16:30"),
        (15, .workingDays, "2026-12-01 10:00", "2026-12-22 08:30", "2026-12-24 16:30"),
        (7, .days, "2026-04-10 10:00", "2026-04-16 00:00", "2026-04-17 24:00"),
        (15, .days, "2026-04-10 10:00", "2026-04-23 00:00", "2026-04-25 24:00"),
        (1, .workingDays, "2026-04-10 10:00", "2026-04-16 08:30", "2026-04-16 16:30"),
        (30, .minutes, "2026-04-10 10:00", "2026-04-10 10:24", "2026-04-10 10:30"),
        (3, .hours, "2026-04-10 16:00", "2026-04-10 18:24", "2026-04-10 19:00"),
        (60, .officeMinutes, "2026-04-10 11:30", "2026-04-10 13:18", "2026-04-10 13:30"),
        (60, .officeMinutes, "2026-04-10 16:00", "2026-04-16 08:48", "2026-04-16 09:00"),
        (3, .officeHours, "2026-04-10 15:00", "2026-04-16 09:24", "2026-04-16 10:00"),
        (0, .immediately, "2026-04-10 10:00", "2026-04-10 10:00", "2026-04-10 10:00"),
        (1, .months, "2026-01-31 10:00", "2026-02-25 00:00", "2026-03-02 24:00"),
        (1, .years, "2026-04-10 10:00", "2027-01-28 00:00", "2027-04-10 24:00"),
    ]) func `each unit has its end`(
        amount: Int, unit: TimeUnit, filed: String, near: String, due: String
    ) throws {
        let reading = try reading(.finish(amount, unit), CaseScript(filed: filed))
        #expect(text(reading.due) == due)
        #expect(text(reading.near) == near)
        #expect(reading.state == .running)
    }

    @Test func `what is filed at night counts from the next opening`() throws {
        let script = try CaseScript(filed: "2024-07-08 17:56")
        let reading = try reading(.finish(15, .days), script)
        #expect(text(reading.started) == "2024-07-09 08:30")
        #expect(text(reading.due) == "2024-07-24 24:00")
    }

    @Test func `what is filed on a holiday counts from the day after it`() throws {
        let script = try CaseScript(filed: "2026-07-28 09:00")
        let reading = try reading(.finish(1, .workingDays), script)
        #expect(text(reading.started) == "2026-07-31 08:30")
        #expect(text(reading.due) == "2026-08-03 16:30")
    }

    @Test func `a unit that never closes counts from the moment itself`() throws {
        var calendar = OfficeCalendar.government
        calendar.apply(.hoursSet(OfficeEvent.HoursSet(calendar: "rescue")))
        let script = try CaseScript(filed: "2026-04-13 02:00", calendar: calendar)
        let clock = ClockDefinition.finish(30, .minutes, calendar: "rescue")
        #expect(text(try reading(clock, script, calendar).due) == "2026-04-13 02:30")
        let office = ClockDefinition.finish(30, .officeMinutes, calendar: "rescue")
        #expect(text(try reading(office, script, calendar).due) == "2026-04-13 02:30")
        let days = ClockDefinition.finish(2, .workingDays, calendar: "rescue")
        #expect(text(try reading(days, script, calendar).due) == "2026-04-15 24:00")
    }

    @Test func `bands follow the instants`() throws {
        let reading = try reading(.finish(15, .workingDays), CaseScript(filed: "2026-04-10 10:00"))
        #expect(reading.band(at: try moment("2026-05-04 23:59")) == .within)
        #expect(reading.band(at: try moment("2026-05-05 08:30")) == .near)
        #expect(reading.band(at: try moment("2026-05-07 16:30")) == .near)
        #expect(reading.band(at: try moment("2026-05-07 16:31")) == .missed)
    }

    // MARK: Pauses

    @Test func `a pause over a weekend gives back the days it touches`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-12 14:00").corrected("2026-06-15 09:00")
        // Friday and Monday are given back: ten days end on Wednesday instead of Monday.
        #expect(text(try reading(.finish(10, .workingDays), script).due) == "2026-06-24 16:30")
        #expect(
            text(try reading(.finish(10, .workingDays, pausedIn: []), script).due)
                == "2026-06-22 16:30")
    }

    @Test func `a correction sent on Saturday resumes on Monday at opening`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-11 14:00").corrected("2026-06-13 20:00")
        let reading = try reading(.finish(3, .hours), script)
        #expect(reading.state == .running)
        let five = try self.reading(.finish(5, .workingDays), script)
        // 9 and 10 June, then 16, 17 and 18: the 11th to the 15th stood still.
        #expect(text(five.due) == "2026-06-18 16:30")
    }

    @Test func `while it stands still it has no due`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").returned("2026-06-12 14:00")
        let reading = try reading(.finish(10, .workingDays), script)
        #expect(reading.due == nil)
        #expect(reading.near == nil)
        #expect(reading.state == .paused(since: try moment("2026-06-12 14:00"), .citizen))
        #expect(reading.band(at: try moment("2027-01-01 00:00")) == .within)
    }

    @Test func `a pause at night leaves the day before it counted`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 22:00").corrected("2026-06-10 09:00")
        // The 9th had closed before the pause; only the 10th is given back.
        #expect(text(try reading(.finish(3, .workingDays), script).due) == "2026-06-12 16:30")
        // By the calendar the 9th lasts to midnight: both are.
        #expect(text(try reading(.finish(3, .days), script).due) == "2026-06-13 24:00")
    }

    @Test func `a pause within a day costs nothing unless the day closes in it`() throws {
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let short = try filed.waiting("2026-06-10 10:00").waited("2026-06-10 11:00")
        #expect(text(try reading(.finish(3, .workingDays), short).due) == "2026-06-11 16:30")
        let closing = try filed.waiting("2026-06-10 16:00").waited("2026-06-10 17:00")
        #expect(text(try reading(.finish(3, .workingDays), closing).due) == "2026-06-12 16:30")
    }

    @Test func `two pauses that share a day give it back once`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-09 10:00").waited("2026-06-10 10:00")
            .waiting("2026-06-10 15:00").waited("2026-06-11 10:00")
        // The 9th, 10th and 11th.
        #expect(text(try reading(.finish(1, .workingDays), script).due) == "2026-06-12 16:30")
    }

    @Test func `a pause on the last day leaves that day to be had again`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 14:00").corrected("2026-06-16 10:00")
        let reading = try reading(.finish(2, .workingDays), script)
        #expect(text(reading.due) == "2026-06-17 16:30")
    }

    @Test func `a pause after the deadline changes nothing`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").returned("2026-06-11 10:00")
        let reading = try reading(.finish(2, .workingDays), script)
        #expect(text(reading.due) == "2026-06-10 16:30")
        #expect(reading.state == .paused(since: try moment("2026-06-11 10:00"), .citizen))
        #expect(reading.band(at: try moment("2026-06-11 10:00")) == .missed)
    }

    @Test func `elapsed and office time stand still to the minute`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-08 10:20").waited("2026-06-08 14:00")
        #expect(text(try reading(.finish(30, .minutes), script).due) == "2026-06-08 14:10")
        #expect(text(try reading(.finish(150, .officeMinutes), script).due) == "2026-06-08 16:10")
        #expect(text(try reading(.finish(10, .minutes), script).due) == "2026-06-08 10:10")
    }

    @Test func `a correction before the legal receipt of the filing does no harm`() throws {
        // Filed, returned and corrected in one night.
        let script = try CaseScript(filed: "2026-06-08 18:00")
            .returned("2026-06-08 19:00").corrected("2026-06-08 20:00")
        let reading = try reading(.finish(2, .workingDays), script)
        #expect(text(reading.started) == "2026-06-09 08:30")
        #expect(text(reading.due) == "2026-06-11 16:30")
        #expect(reading.state == .running)
    }

    // MARK: The calendar changes

    func holiday(_ month: Int, _ day: Int) throws -> OfficeEvent {
        let date = try #require(CivilDate(year: 2026, month: month, day: day))
        return .holidayDeclared(
            OfficeEvent.HolidayDeclared(date: date, name: LocalText("วันหยุดพิเศษ"), kind: .cabinet))
    }

    @Test func `a holiday that is declared late moves the deadline`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-06-08 10:00")
        let before = try reading(.finish(5, .workingDays), script, calendar)
        calendar.apply(try holiday(6, 12))
        let after = try reading(.finish(5, .workingDays), script, calendar)
        #expect(text(before.due) == "2026-06-15 16:30")
        #expect(text(after.due) == "2026-06-16 16:30")
    }

    @Test func `a calendar changed during a pause counts once`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-11 10:00").corrected("2026-06-15 10:00")
        // Counted: 9, 10, 16, 17 … A holiday inside the pause changes nothing, one after it does.
        #expect(
            text(try reading(.finish(4, .workingDays), script, calendar).due) == "2026-06-17 16:30")
        calendar.apply(try holiday(6, 12))
        #expect(
            text(try reading(.finish(4, .workingDays), script, calendar).due) == "2026-06-17 16:30")
        calendar.apply(try holiday(6, 16))
        #expect(
            text(try reading(.finish(4, .workingDays), script, calendar).due) == "2026-06-18 16:30")
    }

    @Test func `a holiday withdrawn brings the deadline back`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-04-10 10:00")
        let date = try #require(CivilDate(year: 2026, month: 5, day: 4))
        calendar.apply(.holidayWithdrawn(OfficeEvent.HolidayWithdrawn(date: date)))
        #expect(
            text(try reading(.finish(15, .workingDays), script, calendar).due) == "2026-05-06 16:30"
        )
    }

    @Test func `it says when it runs past the last declared year`() throws {
        let script = try CaseScript(filed: "2027-12-20 10:00")
        #expect(try reading(.finish(15, .workingDays), script).isBeyondCalendar)
        #expect(try !reading(.finish(3, .workingDays), script).isBeyondCalendar)
        #expect(try !reading(.finish(15, .days), script).isBeyondCalendar)
    }

    // MARK: The case's course

    @Test func `done in time is met and done late is late`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").received("2026-06-08 11:00")
        let clock = ClockDefinition.finish(2, .workingDays)
        let met = try reading(clock, script.completed("2026-06-10 16:30"))
        #expect(met.state == .met(try moment("2026-06-10 16:30")))
        let late = try reading(clock, script.completed("2026-06-10 16:31"))
        #expect(late.state == .late(try moment("2026-06-10 16:31")))
        let rejected = try reading(clock, script.rejected("2026-06-09 10:00"))
        #expect(rejected.state == .met(try moment("2026-06-09 10:00")))
        #expect(rejected.band(at: try moment("2027-01-01 00:00")) == nil)
    }

    @Test func `a rejection while the citizen is waited for ends the pause`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").rejected("2026-07-31 10:00")
        let reading = try reading(.finish(5, .workingDays), script)
        #expect(reading.state == .met(try moment("2026-07-31 10:00")))
    }

    @Test func `withdrawn and merged cases stop the clock without a result`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
        let clock = ClockDefinition.finish(2, .workingDays)
        let at = try moment("2026-06-09 10:00")
        #expect(try reading(clock, script.withdrawn("2026-06-09 10:00")).state == .stopped(at))
        #expect(try reading(clock, script.merged("2026-06-09 10:00")).state == .stopped(at))
    }

    @Test func `a reopened case is finished anew from the next opening`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-09 10:00").reopened("2026-06-20 19:00")
        let reading = try reading(.finish(2, .workingDays), script)
        #expect(reading.round == 2)
        #expect(text(reading.started) == "2026-06-22 08:30")
        #expect(text(reading.due) == "2026-06-24 16:30")
        #expect(reading.state == .running)
    }

    @Test func `a closing by mistake that is undone never stopped the clock`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-09 10:00").reopened("2026-06-20 19:00", .mistake)
        let reading = try reading(.finish(2, .workingDays), script)
        #expect(reading.round == 1)
        #expect(text(reading.due) == "2026-06-10 16:30")
        let merged = try CaseScript(filed: "2026-06-08 10:00")
            .merged("2026-06-09 10:00").unmerged("2026-06-12 10:00")
        #expect(try self.reading(.finish(5, .workingDays), merged).state == .running)
        #expect(text(try self.reading(.finish(5, .workingDays), merged).due) == "2026-06-15 16:30")
    }

    @Test func `a merge undone leaves a pause as it was`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").merged("2026-06-10 10:00").unmerged("2026-06-12 10:00")
        // Unmerged into a state in which it runs: the pause lasted until then.
        #expect(text(try reading(.finish(1, .workingDays), script).due) == "2026-06-15 16:30")
    }

    @Test func `forwarding within the office gains no time`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .forwarded("2026-06-09 10:00").forwarded("2026-06-10 10:00")
        #expect(text(try reading(.finish(5, .workingDays), script).due) == "2026-06-15 16:30")
    }

    @Test func `an extension adds to the limit, before or after a pause`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 5, .workingDays)
        #expect(text(try reading(.finish(5, .workingDays), script).due) == "2026-06-22 16:30")
        let paused = try script.returned("2026-06-18 10:00").corrected("2026-06-19 10:00")
        #expect(text(try reading(.finish(5, .workingDays), paused).due) == "2026-06-24 16:30")
        #expect(paused.history.extensions(of: "finish") == 1)
        let other = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 5, .workingDays, clock: "receive")
        #expect(text(try reading(.finish(5, .workingDays), other).due) == "2026-06-15 16:30")
    }

    @Test func `an extension in another unit follows the limit`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 45, .days).extended("2026-06-11 10:00", by: 45, .days)
        // 15 June, then 90 days.
        #expect(text(try reading(.finish(5, .workingDays), script).due) == "2026-09-13 24:00")
        let building = ClockDefinition.finish(45, .days)
        #expect(text(try reading(building, script).due) == "2026-10-21 24:00")
        let paused = try script.returned("2026-06-10 12:00").corrected("2026-06-12 09:00")
            .returned("2026-07-01 09:00").corrected("2026-07-02 09:00")
        // The 10th to 12th move the working days to the 18th; two days of July come on top.
        #expect(text(try reading(.finish(5, .workingDays), paused).due) == "2026-09-18 24:00")
    }

    @Test func `a definition changed under way keeps the pauses of the old one`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").corrected("2026-06-11 10:00")
            .redefined("2026-06-12 10:00", state: "v2-working")
        let clock = ClockDefinition.finish(
            3, .workingDays, pausedIn: ["v2-returned", "v2-waiting"])
        let service = ServiceDefinition.tested([clock], prefix: "v2-")
        // The 9th to 11th stood still under the old definition's words.
        #expect(text(try reading(clock, script, in: service).due) == "2026-06-16 16:30")
        let strict = ClockDefinition.finish(3, .workingDays, pausedIn: [])
        #expect(
            text(try reading(strict, script, in: .tested([strict], prefix: "v2-")).due)
                == "2026-06-11 16:30")
    }

    @Test func `a longer limit in a new definition holds from the start`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .redefined("2026-06-12 10:00", state: "working")
        #expect(text(try reading(.finish(10, .workingDays), script).due) == "2026-06-22 16:30")
    }

    // MARK: Other clocks

    func clock(
        _ kind: ClockKind, _ amount: Int, _ unit: TimeUnit, _ starts: ClockPoint,
        _ stops: ClockPoint, repeating: Bool = false
    ) -> ClockDefinition {
        ClockDefinition(
            code: kind.rawValue, name: LocalText("x"), kind: kind,
            limit: TimeSpan(amount: amount, unit: unit), starts: starts, stops: stops,
            isRepeating: repeating)
    }

    @Test func `taking a case in stops the first clock, and so does going further at once`() throws
    {
        let receive = clock(.receive, 1, .workingDays, .submitted, .received)
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let at = try moment("2026-06-09 16:30")
        #expect(try reading(receive, filed.received("2026-06-09 16:30")).state == .met(at))
        #expect(try reading(receive, filed.started("2026-06-09 16:30")).state == .met(at))
        #expect(try reading(receive, filed.completed("2026-06-09 16:30")).state == .met(at))
        #expect(try reading(receive, filed.answered("2026-06-09 16:30")).state == .running)
        let reopened = try filed.received("2026-06-08 11:00").completed("2026-06-09 10:00")
            .reopened("2026-06-10 10:00")
        #expect(try reading(receive, reopened).round == 1)
        let withdrawn = try filed.withdrawn("2026-06-08 11:00").reopened("2026-06-10 10:00")
        #expect(try reading(receive, withdrawn).state == .running)
        #expect(text(try reading(receive, withdrawn).due) == "2026-06-11 16:30")
    }

    @Test func `received in the night before the legal receipt is in time`() throws {
        let receive = clock(.receive, 1, .workingDays, .submitted, .received)
        let script = try CaseScript(filed: "2026-06-08 18:00").received("2026-06-08 19:00")
        #expect(try reading(receive, script).state == .met(try moment("2026-06-08 19:00")))
    }

    @Test func `the first answer may be a list of defects or the result`() throws {
        let answer = clock(.firstAnswer, 7, .days, .submitted, .answered)
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let at = try moment("2026-06-10 10:00")
        #expect(try reading(answer, filed.answered("2026-06-10 10:00")).state == .met(at))
        #expect(try reading(answer, filed.returned("2026-06-10 10:00")).state == .met(at))
        #expect(try reading(answer, filed.completed("2026-06-10 10:00")).state == .met(at))
        #expect(try reading(answer, filed.received("2026-06-10 10:00")).state == .running)
    }

    @Test func `a licence counts from the complete application`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 10:00").corrected("2026-06-20 10:00")
        let licence = ClockDefinition.finish(30, .days, starts: .completeDocuments)
        let reading = try reading(licence, script)
        // Corrected on a Saturday: received on Monday the 22nd.
        #expect(text(reading.started) == "2026-06-22 08:30")
        #expect(text(reading.due) == "2026-07-22 24:00")
        #expect(reading.round == 2)
    }

    @Test func `the petitioner has the time that the return allows`() throws {
        let correction = clock(.correction, 15, .days, .returned, .corrected)
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try reading(correction, script).state == .waiting)
        let week = try script.returned(
            "2026-06-09 10:00", allowed: TimeSpan(amount: 7, unit: .workingDays))
        #expect(text(try reading(correction, week).due) == "2026-06-18 16:30")
        let again = try week.corrected("2026-06-10 10:00").returned("2026-06-11 10:00")
        #expect(text(try reading(correction, again).due) == "2026-06-26 24:00")
        #expect(try reading(correction, again).round == 2)
        let closed = try week.withdrawn("2026-06-10 10:00")
        #expect(try reading(correction, closed).state == .stopped(try moment("2026-06-10 10:00")))
    }

    @Test func `a delay is told every seven days until the case is done`() throws {
        let finish = ClockDefinition.finish(2, .workingDays)
        let delay = clock(.delayNotice, 7, .days, .deadlineMissed, .finished, repeating: true)
        let service = ServiceDefinition.tested([finish, delay])
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try reading(delay, script, in: service).state == .waiting)
        let missed = try script.missed("finish", due: "2026-06-10 16:30", "2026-06-10 16:35")
        #expect(text(try reading(delay, missed, in: service).due) == "2026-06-17 24:00")
        let noticed = try missed.noticed("2026-06-15 10:00")
        #expect(text(try reading(delay, noticed, in: service).due) == "2026-06-22 24:00")
        #expect(try reading(delay, noticed, in: service).round == 2)
        let again = try noticed.missed("delay-notice", due: "2026-06-22 23:59", "2026-06-23 00:00")
        #expect(text(try reading(delay, again, in: service).due) == "2026-06-29 24:00")
        let done = try again.completed("2026-06-24 10:00")
        #expect(try reading(delay, done, in: service).state == .met(try moment("2026-06-24 10:00")))
        let reopened = try done.reopened("2026-06-25 10:00")
        #expect(try reading(delay, reopened, in: service).state == .waiting)
    }

    @Test func `the result is told within seven days of the end`() throws {
        let notice = clock(.resultNotice, 7, .days, .finished, .resultNotified)
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try reading(notice, script).state == .waiting)
        let done = try script.completed("2026-06-09 10:00")
        #expect(text(try reading(notice, done).due) == "2026-06-16 24:00")
        let told = try done.told("2026-06-09 10:01")
        #expect(try reading(notice, told).state == .met(try moment("2026-06-09 10:01")))
        #expect(try reading(notice, done.reopened("2026-06-10 10:00")).state == .waiting)
        #expect(try reading(notice, script.told("2026-06-08 10:01")).state == .waiting)
    }

    @Test func `rungs of a ladder lie before and after the deadline`() throws {
        let clocks = ServiceClocks(.tested([.finish(10, .workingDays)]))
        let history = try CaseScript(filed: "2026-06-08 10:00").history
        func rung(_ percent: Int) -> String? {
            text(
                clocks.instant(
                    of: "finish", percent: percent, history, calendar: .government))
        }
        #expect(rung(50) == "2026-06-16 08:30")
        #expect(rung(100) == "2026-06-22 16:30")
        #expect(rung(150) == "2026-06-29 16:30")
        #expect(clocks.reading(of: "none", history, calendar: .government) == nil)
    }

    @Test func `facts are written and read back`() throws {
        let history = try CaseScript(filed: "2024-07-08 17:56")
            .returned("2024-07-09 10:00", allowed: TimeSpan(amount: 7, unit: .days))
            .corrected("2024-07-10 20:00").extended("2024-07-12 10:00", by: 5, .days)
            .completed("2024-07-13 10:00").history
        #expect(try ClockHistory.decoded(history.encoded()) == history)
        #expect(history.isClosed)
        #expect(history.facts.count == 5)
    }
}
