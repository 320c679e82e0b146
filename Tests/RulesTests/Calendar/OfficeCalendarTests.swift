import Entries
import Events
import Rules
import Testing

@Suite struct OfficeCalendarTests {
    let government = OfficeCalendar.government

    func moment(_ text: String) throws -> Instant {
        try #require(Instant(rfc3339: text.replacing(" ", with: "T") + ":00+07:00"))
    }

    func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: month, day: day))
    }

    @Test(arguments: [
        ("2026-04-10 16:31", "2026-04-16 08:30"), ("2026-05-13 10:00", "2026-05-14 08:30"),
        ("2026-05-01 10:00", "2026-05-01 10:00"), ("2026-05-30 12:00", "2026-06-02 08:30"),
        ("2026-07-28 09:00", "2026-07-31 08:30"), ("2026-12-04 20:00", "2026-12-08 08:30"),
        ("2026-12-30 17:00", "2027-01-04 08:30"), ("2027-04-30 18:00", "2027-05-03 08:30"),
        ("2024-07-08 17:56", "2024-07-09 08:30"),
        // The bounds are half-open; noon does not postpone.
        ("2026-04-10 08:29", "2026-04-10 08:30"), ("2026-04-10 08:30", "2026-04-10 08:30"),
        ("2026-04-10 12:30", "2026-04-10 12:30"), ("2026-04-10 16:29", "2026-04-10 16:29"),
        ("2026-04-10 16:30", "2026-04-16 08:30"), ("2026-04-10 00:00", "2026-04-10 08:30"),
    ]) func `what comes in out of hours is received at the next opening`(
        entered: String, received: String
    ) throws {
        #expect(government.deemedReceipt(of: try moment(entered)) == (try moment(received)))
    }

    @Test(arguments: [
        ((2026, 4, 10), 15, (2026, 5, 7)), ((2026, 4, 16), 7, (2026, 4, 27)),
        ((2026, 12, 1), 15, (2026, 12, 24)),
    ]) func `working days are added without the first`(
        from: (Int, Int, Int), count: Int, to: (Int, Int, Int)
    ) throws {
        let time = government[nil]
        let start = try day(from.0, from.1, from.2).dayNumber
        let reached = time.day(reaching: time.workingDays(through: start) + count)
        #expect(CivilDate(dayNumber: reached) == (try day(to.0, to.1, to.2)))
    }

    @Test func `sums agree with walking day by day, within the summed years and far outside`() {
        let time = government[nil]
        for start in [15_500, 16_400, 19_700, 20_500, 24_100, 25_000] {
            var day = start
            for count in 1...40 {
                day = time.workingDay(after: day)
                #expect(time.day(reaching: time.workingDays(through: start) + count) == day)
                #expect(time.workingDays(through: day) - time.workingDays(through: start) == count)
            }
        }
    }

    @Test func `office time is found back from its sum`() throws {
        let time = government[nil]
        let start = try moment("2026-04-10 15:00")
        let before = time.officeTime(before: start)
        let expected = [
            (90, "2026-04-10 16:30"), (91, "2026-04-16 08:31"), (90 + 210, "2026-04-16 12:00"),
            (90 + 211, "2026-04-16 13:01"), (90 + 420, "2026-04-16 16:30"),
        ]
        for (minutes, end) in expected {
            let instant = time.instant(reaching: before + minutes * 60_000)
            #expect(instant == (try moment(end)))
            #expect(time.officeTime(before: instant) == before + minutes * 60_000)
        }
        for start in ["2012-12-31 10:00", "2038-03-01 10:00"] {
            let before = time.officeTime(before: try moment(start))
            let later = time.instant(reaching: before + 420 * 5 * 60_000)
            #expect(time.officeTime(before: later) == before + 420 * 5 * 60_000)
        }
    }

    @Test func `a unit may never close, and an unknown one has the office's hours`() throws {
        var calendar = government
        calendar.apply(.hoursSet(OfficeEvent.HoursSet(calendar: "rescue")))
        let night = try moment("2026-04-13 02:00")
        #expect(calendar.deemedReceipt(of: night, calendar: "rescue") == night)
        #expect(calendar["rescue"].holiday(on: try day(2026, 4, 13).dayNumber) == nil)
        #expect(
            calendar.deemedReceipt(of: night, calendar: "other") == (try moment("2026-04-16 08:30"))
        )
        #expect(calendar.isKnown("rescue"))
        #expect(!calendar.isKnown("other"))
    }

    @Test func `a holiday of one unit closes that one only`() throws {
        var calendar = government
        let hariRaya = try day(2026, 3, 20)
        calendar.apply(
            .holidayDeclared(
                OfficeEvent.HolidayDeclared(
                    date: hariRaya, name: LocalText("วันฮารีรายอ"), kind: .local, calendar: "south")))
        #expect(!calendar["south"].isWorkingDay(hariRaya.dayNumber))
        #expect(calendar[nil].isWorkingDay(hariRaya.dayNumber))
        calendar.apply(
            .holidayWithdrawn(OfficeEvent.HolidayWithdrawn(date: hariRaya, calendar: "south")))
        #expect(calendar["south"].isWorkingDay(hariRaya.dayNumber))
    }

    @Test func `hours change from a day on, and units without their own follow`() throws {
        var calendar = government
        let short = (1...5).map { DayHours(weekday: $0, openMinute: 540, closeMinute: 900) }
        calendar.apply(
            .holidayDeclared(
                OfficeEvent.HolidayDeclared(
                    date: try day(2026, 3, 20), name: LocalText("x"), kind: .local, calendar: "u")))
        calendar.apply(
            .hoursSet(OfficeEvent.HoursSet(hours: short, from: try day(2026, 6, 4))))
        for unit in [nil, "u"] {
            #expect(
                calendar.deemedReceipt(of: try moment("2026-06-02 15:30"), calendar: unit)
                    == (try moment("2026-06-02 15:30")))
            #expect(
                calendar.deemedReceipt(of: try moment("2026-06-04 15:30"), calendar: unit)
                    == (try moment("2026-06-05 09:00")))
        }
    }

    @Test func `each change is a version, and what is no change is none`() throws {
        var calendar = OfficeCalendar()
        #expect(calendar.version == 0)
        for event in GovernmentCalendar.events {
            let isTaken = calendar.apply(event)
            #expect(isTaken)
        }
        #expect(calendar.version == GovernmentCalendar.events.count)
        let isTaken = calendar.apply(
            .serviceWithdrawn(OfficeEvent.ServiceWithdrawn(service: "x")))
        #expect(!isTaken)
        #expect(calendar == OfficeCalendar.government)
        #expect(calendar.lastDeclaredYear == 2027)
        #expect(calendar.isBeyondDeclared(try day(2028, 1, 1).dayNumber))
        #expect(!calendar.isBeyondDeclared(try day(2027, 12, 31).dayNumber))
        #expect(OfficeCalendar().isBeyondDeclared(0))
    }

    @Test func `a withdrawn holiday leaves sums as if it had never been`() throws {
        var calendar = government
        let date = try day(2026, 4, 13)
        calendar.apply(.holidayWithdrawn(OfficeEvent.HolidayWithdrawn(date: date)))
        calendar.apply(
            .holidayDeclared(
                OfficeEvent.HolidayDeclared(
                    date: date, name: LocalText("วันสงกรานต์"), kind: .national)))
        let far = try day(2027, 12, 31).dayNumber
        #expect(
            calendar[nil].workingDays(through: far) == government[nil].workingDays(through: far))
    }

    @Test func `years declared far ahead are summed as well`() throws {
        var calendar = government
        calendar.apply(.calendarYearDeclared(OfficeEvent.CalendarYearDeclared(year: 2060)))
        let start = try day(2059, 12, 1).dayNumber
        let time = calendar[nil]
        var walked = start
        for _ in 1...10 { walked = time.workingDay(after: walked) }
        #expect(time.day(reaching: time.workingDays(through: start) + 10) == walked)
    }

    @Test func `hours that make no sense are refused`() {
        for hours in [
            DayHours(weekday: 0, openMinute: 1, closeMinute: 2),
            DayHours(weekday: 1, openMinute: 600, closeMinute: 600),
            DayHours(weekday: 1, openMinute: 600, closeMinute: 1441),
        ] {
            #expect(throws: HoursRefusal.notHours) { try WeekHours([hours]) }
        }
        #expect(throws: HoursRefusal.overlap) {
            try WeekHours([
                DayHours(weekday: 1, openMinute: 600, closeMinute: 700),
                DayHours(weekday: 1, openMinute: 500, closeMinute: 601),
            ])
        }
        #expect(throws: Never.self) { try WeekHours(GovernmentCalendar.hours) }
    }
}
