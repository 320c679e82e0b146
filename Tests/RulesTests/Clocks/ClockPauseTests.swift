import Entries
import Events
import Rules
import Testing

@Suite struct ClockPauseTests {
    @Test func `a pause over a weekend gives back the days it touches`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-12 14:00").corrected("2026-06-15 09:00")
        // Friday and Monday are given back: ten days end on Wednesday instead of Monday.
        #expect(text(try read(.finish(10, .workingDays), script).due) == "2026-06-24 16:30")
        #expect(
            text(try read(.finish(10, .workingDays, pausedIn: []), script).due)
                == "2026-06-22 16:30")
    }

    @Test func `a correction sent on Saturday resumes on Monday at opening`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-11 14:00").corrected("2026-06-13 20:00")
        let reading = try read(.finish(3, .hours), script)
        #expect(reading.state == .running)
        let five = try read(.finish(5, .workingDays), script)
        // 9 and 10 June, then 16, 17 and 18: the 11th to the 15th stood still.
        #expect(text(five.due) == "2026-06-18 16:30")
    }

    @Test func `while it stands still it has no due`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").returned("2026-06-12 14:00")
        let reading = try read(.finish(10, .workingDays), script)
        #expect(reading.due == nil)
        #expect(reading.near == nil)
        #expect(reading.state == .paused(since: try moment("2026-06-12 14:00"), .citizen))
        #expect(reading.band(at: try moment("2027-01-01 00:00")) == .within)
    }

    @Test func `a pause at night leaves the day before it counted`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 22:00").corrected("2026-06-10 09:00")
        // The 9th had closed before the pause; only the 10th is given back.
        #expect(text(try read(.finish(3, .workingDays), script).due) == "2026-06-12 16:30")
        // By the calendar the 9th lasts to midnight: both are.
        #expect(text(try read(.finish(3, .days), script).due) == "2026-06-13 24:00")
    }

    @Test func `a pause within a day costs nothing unless the day closes in it`() throws {
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let short = try filed.waiting("2026-06-10 10:00").waited("2026-06-10 11:00")
        #expect(text(try read(.finish(3, .workingDays), short).due) == "2026-06-11 16:30")
        let closing = try filed.waiting("2026-06-10 16:00").waited("2026-06-10 17:00")
        #expect(text(try read(.finish(3, .workingDays), closing).due) == "2026-06-12 16:30")
    }

    @Test func `a pause that begins with a day was on when the day began`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-10 00:00").waited("2026-06-10 11:00")
        #expect(text(try read(.finish(3, .workingDays), script).due) == "2026-06-12 16:30")
        #expect(text(try read(.finish(3, .days), script).due) == "2026-06-12 24:00")
    }

    @Test func `two pauses that share a day give it back once`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-09 10:00").waited("2026-06-10 10:00")
            .waiting("2026-06-10 15:00").waited("2026-06-11 10:00")
        // The 9th, 10th and 11th.
        #expect(text(try read(.finish(1, .workingDays), script).due) == "2026-06-12 16:30")
    }

    @Test func `a pause on the last day leaves that day to be had again`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 14:00").corrected("2026-06-16 10:00")
        let reading = try read(.finish(2, .workingDays), script)
        #expect(text(reading.due) == "2026-06-17 16:30")
    }

    @Test func `a pause after the deadline changes nothing`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").returned("2026-06-11 10:00")
        let reading = try read(.finish(2, .workingDays), script)
        #expect(text(reading.due) == "2026-06-10 16:30")
        #expect(reading.state == .paused(since: try moment("2026-06-11 10:00"), .citizen))
        #expect(reading.band(at: try moment("2026-06-11 10:00")) == .missed)
    }

    @Test func `elapsed and office time stand still to the minute`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-08 10:20").waited("2026-06-08 14:00")
        #expect(text(try read(.finish(30, .minutes), script).due) == "2026-06-08 14:10")
        #expect(text(try read(.finish(150, .officeMinutes), script).due) == "2026-06-08 16:10")
        #expect(text(try read(.finish(10, .minutes), script).due) == "2026-06-08 10:10")
    }

    @Test func `a pause that begins with the last moment leaves nothing to be had when it ends`()
        throws
    {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .waiting("2026-06-08 16:30").waited("2026-06-08 18:00")
        // The deadline falls on the closing of the office, and the pause begins with it.
        #expect(text(try read(.finish(390, .minutes), script).due) == "2026-06-08 18:00")
        let span = OfficeCalendar.government[nil].officeTime(before: try moment("2026-06-08 16:30"))
        let start = OfficeCalendar.government[nil].officeTime(
            before: try moment("2026-06-08 10:00"))
        let reading = try read(.finish((span - start) / 60_000, .officeMinutes), script)
        #expect(text(reading.due) == "2026-06-08 18:00")
        let open = try CaseScript(filed: "2026-06-08 10:00").waiting("2026-06-08 16:30")
        #expect(try read(.finish(390, .minutes), open).due == nil)
        #expect(
            try read(.finish(1, .workingDays), open.waited("2026-06-08 18:00")).state == .running)
    }

    @Test func `a correction before the legal receipt of the filing does no harm`() throws {
        // Filed, returned and corrected in one night.
        let script = try CaseScript(filed: "2026-06-08 18:00")
            .returned("2026-06-08 19:00").corrected("2026-06-08 20:00")
        let reading = try read(.finish(2, .workingDays), script)
        #expect(text(reading.started) == "2026-06-09 08:30")
        #expect(text(reading.due) == "2026-06-11 16:30")
        #expect(reading.state == .running)
    }
}
