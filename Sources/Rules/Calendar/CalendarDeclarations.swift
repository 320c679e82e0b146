package import Entries
package import Events

/// What an office has declared of its days, hours and years, as it was declared; what is counted
/// with it is the calendar's.
package struct CalendarDeclarations: Equatable, Sendable {
    /// A day of the office's own calendar, or of a unit's.
    package struct Day: Hashable, Sendable {
        package let date: CivilDate
        package let calendar: String?

        package init(_ date: CivilDate, _ calendar: String? = nil) {
            self.date = date
            self.calendar = calendar
        }
    }

    package private(set) var holidays: [Day: OfficeEvent.HolidayDeclared] = [:]
    /// Days on which a unit is open though the office is not.
    package private(set) var openDays: Set<Day> = []
    /// In the order in which they hold, calendar by calendar.
    package private(set) var hours: [OfficeEvent.HoursSet] = []
    package private(set) var years: [Int: OfficeEvent.CalendarYearDeclared] = [:]

    mutating func apply(_ event: OfficeEvent) {
        switch event {
        case .holidayDeclared(let data): declare(data)
        case .holidayWithdrawn(let data): withdraw(data)
        case .hoursSet(let data):
            hours.removeAll { old in
                guard old.calendar == data.calendar else { return false }
                guard let from = data.from else { return true }
                return old.from.map { $0 >= from } ?? false
            }
            hours.append(data)
        case .calendarYearDeclared(let data): years[data.year] = data
        default: break
        }
    }

    private mutating func declare(_ data: OfficeEvent.HolidayDeclared) {
        if data.calendar == nil { forgetUnits(on: data.date) }
        openDays.remove(Day(data.date, data.calendar))
        holidays[Day(data.date, data.calendar)] = data
    }

    private mutating func withdraw(_ data: OfficeEvent.HolidayWithdrawn) {
        let day = Day(data.date, data.calendar)
        holidays[day] = nil
        if data.calendar == nil {
            forgetUnits(on: data.date)
        } else if holidays[Day(data.date)] != nil {
            openDays.insert(day)
        }
    }

    /// What the office says of a day holds for all its units from then on.
    private mutating func forgetUnits(on date: CivilDate) {
        for day in holidays.keys where day.date == date && day.calendar != nil {
            holidays[day] = nil
        }
        openDays = openDays.filter { $0.date != date }
    }
}
