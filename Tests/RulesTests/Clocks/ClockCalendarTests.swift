import Entries
import Events
import Rules
import Testing

@Suite struct ClockCalendarTests {
    func holiday(_ month: Int, _ day: Int) throws -> OfficeEvent {
        let date = try #require(CivilDate(year: 2026, month: month, day: day))
        return .holidayDeclared(
            OfficeEvent.HolidayDeclared(date: date, name: LocalText("วันหยุดพิเศษ"), kind: .cabinet))
    }

    @Test func `a holiday that is declared late moves the deadline`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-06-08 10:00")
        let before = try read(.finish(5, .workingDays), script, calendar)
        calendar.apply(try holiday(6, 12))
        let after = try read(.finish(5, .workingDays), script, calendar)
        #expect(text(before.due) == "2026-06-15 16:30")
        #expect(text(after.due) == "2026-06-16 16:30")
    }

    @Test func `a calendar changed during a pause counts once`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-11 10:00").corrected("2026-06-15 10:00")
        // Counted: 9, 10, 16, 17 … A holiday inside the pause changes nothing, one after it does.
        #expect(
            text(try read(.finish(4, .workingDays), script, calendar).due) == "2026-06-17 16:30")
        calendar.apply(try holiday(6, 12))
        #expect(
            text(try read(.finish(4, .workingDays), script, calendar).due) == "2026-06-17 16:30")
        calendar.apply(try holiday(6, 16))
        #expect(
            text(try read(.finish(4, .workingDays), script, calendar).due) == "2026-06-18 16:30")
    }

    @Test func `a holiday withdrawn brings the deadline back`() throws {
        var calendar = OfficeCalendar.government
        let script = try CaseScript(filed: "2026-04-10 10:00")
        let date = try #require(CivilDate(year: 2026, month: 5, day: 4))
        calendar.apply(.holidayWithdrawn(OfficeEvent.HolidayWithdrawn(date: date)))
        #expect(
            text(try read(.finish(15, .workingDays), script, calendar).due) == "2026-05-06 16:30"
        )
    }

    @Test func `it says when it runs past the last declared year`() throws {
        let script = try CaseScript(filed: "2027-12-20 10:00")
        #expect(try read(.finish(15, .workingDays), script).isBeyondCalendar)
        #expect(try !read(.finish(3, .workingDays), script).isBeyondCalendar)
        #expect(try !read(.finish(15, .days), script).isBeyondCalendar)
    }
}
