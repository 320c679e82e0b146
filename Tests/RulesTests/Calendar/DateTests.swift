import Entries
import Events
import Rules
import Testing

@Suite struct DateTests {
    @Test(arguments: [
        ("27 มีนาคม 2567", "2024-03-27"), ("๒๗ มีนาคม ๒๕๖๗", "2024-03-27"),
        ("27 มี.ค. 2567", "2024-03-27"), ("27มี.ค.2567", "2024-03-27"),
        ("วันที่ 27 มีนาคม พ.ศ. 2567", "2024-03-27"), ("27 March ค.ศ. 2024", "2024-03-27"),
        ("27/3/2567", "2024-03-27"), ("10/04/2557", "2014-04-10"), ("27-03-2024", "2024-03-27"),
        ("2563-02-25", "2020-02-25"), ("2020-02-25", "2020-02-25"), ("8 กรกฏาคม 2567", ""),
        ("29 ก.พ. 2567", "2024-02-29"), ("29 ก.พ. 2566", ""), ("31/4/2567", ""),
        ("1 ม.ค. 2400", "1857-01-01"), ("31 ธ.ค. 2100", "2100-12-31"), ("1/1/1900", "1900-01-01"),
        ("0/1/2567", ""), ("1/13/2567", ""), ("มีนาคม 2567", ""), ("", ""), ("1 2 3 4", ""),
    ]) func `dates are read as people write them`(typed: String, iso: String) {
        guard !iso.isEmpty else {
            #expect(throws: DateRefusal.notADate) { try CivilDate(typed: typed) }
            return
        }
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        let expected = CivilDate(year: parts[0], month: parts[1], day: parts[2])
        #expect((try? CivilDate(typed: typed)) == expected)
    }

    @Test func `a year of two digits could be of either era`() {
        for typed in ["27/3/67", "27 มี.ค. 67", "1/1/1", "1/1/567"] {
            #expect(throws: DateRefusal.shortYear) { try CivilDate(typed: typed) }
        }
    }

    @Test func `a year between the eras is refused`() {
        for typed in ["1/1/2399", "1/1/2101", "1/1/1899", "1/1/25677", "1/1/0067"] {
            #expect(throws: DateRefusal.yearOutOfRange) { try CivilDate(typed: typed) }
        }
        #expect(DateRefusal.notADate.wording.thai == "วันที่ต้องเป็นวันที่จริง เช่น 27 มีนาคม 2567")
    }

    @Test func `the boxes of a form take a month's number or name`() throws {
        let expected = CivilDate(year: 2024, month: 3, day: 27)
        #expect(try CivilDate(day: "27", month: "3", year: "2567") == expected)
        #expect(try CivilDate(day: " ๒๗", month: "มี.ค.", year: "๒๕๖๗") == expected)
        #expect(throws: DateRefusal.notADate) { try CivilDate(day: "", month: "3", year: "2567") }
    }

    @Test func `a date with its time of day is a moment in Thailand`() throws {
        let instant = try Instant(typed: "08 ก.ค. 2567 เวลา 17:56:42 น.")
        #expect(instant == Instant(rfc3339: "2024-07-08T17:56:42+07:00"))
        #expect(try Instant(typed: "8 กรกฎาคม 2567 17.56 น.").local.second == 0)
        #expect(throws: DateRefusal.notADate) { try Instant(typed: "8 กรกฎาคม 2567 24:00") }
        #expect(throws: DateRefusal.notADate) { try Instant(typed: "8 กรกฎาคม 2567") }
    }

    @Test func `dates are shown in both languages and digits`() throws {
        let date = try #require(CivilDate(year: 2024, month: 7, day: 9))
        #expect(date.display() == "9 กรกฎาคม 2567")
        #expect(date.display(digits: .thai) == "๙ กรกฎาคม ๒๕๖๗")
        #expect(date.display(.short) == "9 ก.ค. 2567")
        #expect(date.display(.withWeekday) == "วันอังคารที่ 9 กรกฎาคม 2567")
        #expect(date.display(in: .english) == "9 July 2024")
        let instant = Instant(local: date, hour: 17, minute: 56, second: 42)
        #expect(instant.display() == "9 กรกฎาคม 2567 17:56 น.")
        #expect(instant.display(.short, time: .second) == "9 ก.ค. 2567 17:56:42 น.")
        #expect(instant.display(time: .letter, digits: .thai) == "๙ กรกฎาคม ๒๕๖๗ ๑๗.๕๖ น.")
        #expect(instant.display(.short, in: .english) == "9 Jul 2024 17:56")
    }

    @Test func `every month is read back from each of its names`() throws {
        for month in 1...12 {
            for name in [Month.name(month), Month.abbreviation(month)] {
                for word in [name.thai, name.english] {
                    #expect(try CivilDate(typed: "1 \(word) 2567").month == month)
                }
            }
        }
    }

    @Test func `the fiscal year turns in October`() throws {
        let september = try #require(CivilDate(year: 2026, month: 9, day: 30))
        let october = try #require(CivilDate(year: 2026, month: 10, day: 1))
        #expect(FiscalYear(of: september).buddhist == 2569)
        #expect(FiscalYear(of: october).buddhist == 2570)
        let year = try #require(FiscalYear(buddhist: 2567))
        #expect(year.span == Wording(thai: "ต.ค. 66 – ก.ย. 67", english: "Oct 2023 – Sep 2024"))
        #expect(year.firstDay == CivilDate(year: 2023, month: 10, day: 1))
        #expect(year.lastDay == CivilDate(year: 2024, month: 9, day: 30))
        #expect(
            FiscalYear(at: Instant(milliseconds: year.instants.upperBound.milliseconds - 1)) == year
        )
        #expect(FiscalYear(at: year.instants.upperBound).buddhist == 2568)
        #expect(FiscalYear(buddhist: 67) == nil)
    }

    @Test func `the wall clock is seven hours ahead and its day turns with it`() throws {
        let instant = try #require(Instant(rfc3339: "2024-07-08T17:00:00Z"))
        #expect(instant.local.date == CivilDate(year: 2024, month: 7, day: 9))
        #expect(instant.local.millisecond == 0)
        #expect(instant.local.instant == instant)
        #expect(
            instant.advanced(milliseconds: -1).local.date == CivilDate(year: 2024, month: 7, day: 8)
        )
        #expect(Weekday(dayNumber: 0) == .thursday)
        #expect(Weekday(dayNumber: -1) == .wednesday)
        #expect(CivilDate(year: 2024, month: 7, day: 8)?.weekday == .monday)
    }
}
