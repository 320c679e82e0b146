import Entries
import Events
import Rules
import Testing

@Suite struct ClockTests {
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
        let reading = try read(.finish(amount, unit), CaseScript(filed: filed))
        #expect(text(reading.due) == due)
        #expect(text(reading.near) == near)
        #expect(reading.state == .running)
    }

    @Test(arguments: TimeUnit.allCases)
    func `a time longer than any office means has an end too`(unit: TimeUnit) throws {
        let script = try CaseScript(filed: "2026-04-10 10:00")
        let nextYear = try moment("2027-01-01 00:00")
        for amount in [9_007_199_254_740_991, -9_007_199_254_740_991] {
            let reading = try read(.finish(amount, unit), script)
            let due = try #require(reading.due)
            #expect(due.isWritable)
            #expect(amount < 0 || unit == .immediately || due > nextYear)
        }
    }

    @Test func `what is filed at night counts from the next opening`() throws {
        let script = try CaseScript(filed: "2024-07-08 17:56")
        let reading = try read(.finish(15, .days), script)
        #expect(text(reading.started) == "2024-07-09 08:30")
        #expect(text(reading.due) == "2024-07-24 24:00")
    }

    @Test func `what is filed on a holiday counts from the day after it`() throws {
        let script = try CaseScript(filed: "2026-07-28 09:00")
        let reading = try read(.finish(1, .workingDays), script)
        #expect(text(reading.started) == "2026-07-31 08:30")
        #expect(text(reading.due) == "2026-08-03 16:30")
    }

    @Test func `a unit that never closes counts from the moment itself`() throws {
        var calendar = OfficeCalendar.government
        calendar.apply(.hoursSet(OfficeEvent.HoursSet(calendar: "rescue")))
        let script = try CaseScript(filed: "2026-04-13 02:00", calendar: calendar)
        let clock = ClockDefinition.finish(30, .minutes, calendar: "rescue")
        #expect(text(try read(clock, script, calendar).due) == "2026-04-13 02:30")
        let office = ClockDefinition.finish(30, .officeMinutes, calendar: "rescue")
        #expect(text(try read(office, script, calendar).due) == "2026-04-13 02:30")
        let days = ClockDefinition.finish(2, .workingDays, calendar: "rescue")
        #expect(text(try read(days, script, calendar).due) == "2026-04-15 24:00")
    }

    @Test func `bands follow the instants`() throws {
        let reading = try read(.finish(15, .workingDays), CaseScript(filed: "2026-04-10 10:00"))
        #expect(reading.band(at: try moment("2026-05-04 23:59")) == .within)
        #expect(reading.band(at: try moment("2026-05-05 08:30")) == .near)
        #expect(reading.band(at: try moment("2026-05-07 16:30")) == .near)
        #expect(reading.band(at: try moment("2026-05-07 16:31")) == .missed)
    }
}
