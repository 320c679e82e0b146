import Entries
import Events
import Rules
import Testing

@Suite struct GovernmentCalendarTests {
    /// What `holidays` 0.108 (PyPI) says for Thailand, public and government, without Labour Day
    /// and Children's Day and what stands in for them.
    static let oracle: [Int: String] = [
        2024: "1/1 2/24 2/26 4/6 4/8 4/12 4/13 4/14 4/15 4/16 5/4 5/6 5/10 5/22 6/3 "
            + "7/20 7/21 7/22 7/28 7/29 8/12 10/13 10/14 10/23 12/5 12/10 12/30 12/31",
        2025: "1/1 2/12 4/6 4/7 4/13 4/14 4/15 4/16 5/4 5/5 5/9 5/11 5/12 6/2 6/3 "
            + "7/10 7/11 7/28 8/11 8/12 10/13 10/23 12/5 12/10 12/31",
        2026: "1/1 1/2 3/3 4/6 4/13 4/14 4/15 5/4 5/13 5/31 6/1 6/3 7/28 7/29 7/30 "
            + "8/12 10/13 10/23 12/5 12/7 12/10 12/31",
        2027: "1/1 2/21 2/22 4/6 4/13 4/14 4/15 5/4 5/20 6/3 7/18 7/19 7/20 7/28 8/12 "
            + "10/13 10/23 10/25 12/5 12/6 12/10 12/31",
    ]

    @Test(arguments: [2024, 2025, 2026, 2027])
    func `the holidays are those of another source`(year: Int) {
        let days = GovernmentCalendar.holidays.filter { $0.date.year == year }
            .map { "\($0.date.month)/\($0.date.day)" }
        #expect(days.joined(separator: " ") == Self.oracle[year])
    }

    @Test func `what falls on the same date every year is there every year`() {
        let dates = Set(GovernmentCalendar.holidays.map(\.date))
        let fixed = [
            (1, 1), (4, 6), (4, 13), (4, 14), (4, 15), (5, 4), (6, 3), (7, 28), (8, 12), (10, 13),
            (10, 23), (12, 5), (12, 10), (12, 31),
        ]
        for year in GovernmentCalendar.years {
            for (month, day) in fixed {
                #expect(CivilDate(year: year, month: month, day: day).map(dates.contains) == true)
            }
            #expect(CivilDate(year: year, month: 5, day: 1).map(dates.contains) == false)
        }
    }

    @Test func `a substitution day is a weekday after a holiday on a weekend`() {
        let holidays = GovernmentCalendar.holidays
        for holiday in holidays where holiday.kind == .substitution {
            #expect(holiday.date.weekday.rawValue <= 5)
            let original = String(holiday.name.thai.dropFirst("วันหยุดชดเชย".count))
            let onWeekend = holidays.contains {
                $0.name.thai == original && $0.date.weekday.rawValue >= 6
                    && (1...4).contains(holiday.date.dayNumber - $0.date.dayNumber)
            }
            #expect(onWeekend, "\(holiday.name.thai)")
        }
    }

    @Test func `holidays have names in both languages and stand in order`() {
        let holidays = GovernmentCalendar.holidays
        #expect(holidays.allSatisfy { !$0.name.thai.isEmpty && $0.name.english?.isEmpty == false })
        #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.date < $1.date })
    }
}
