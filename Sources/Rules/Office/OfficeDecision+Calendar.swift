internal import Entries
internal import Events

extension OfficeDecision {
    /// Of the common era: a year of the Buddhist era is one by mistake.
    private static let years = 2000...2100

    func check(_ data: OfficeEvent.CalendarYearDeclared) throws(OfficeRefusal) {
        guard Self.years.contains(data.year) else { throw .invalid(.year) }
        guard !settings.calendar.declaredYears.contains(data.year) else {
            throw .exists(.year, "\(data.year + 543)")
        }
    }

    /// What is counted by a day that has passed must not change any more.
    func check(_ data: OfficeEvent.HolidayDeclared) throws(OfficeRefusal) {
        guard Self.years.contains(data.date.year) else { throw .invalid(.year) }
        guard data.date >= today else { throw .holidayInThePast(data.date) }
        try needName(data.name)
        try needCalendar(data.calendar)
        let day = data.date.dayNumber
        guard settings.calendar[data.calendar].holiday(on: day) == nil else {
            throw .exists(.holiday, data.date.display())
        }
    }

    func check(_ data: OfficeEvent.HolidayWithdrawn) throws(OfficeRefusal) {
        guard data.date >= today else { throw .holidayInThePast(data.date) }
        try needCalendar(data.calendar)
        guard settings.calendar[data.calendar].holiday(on: data.date.dayNumber) != nil else {
            throw .notAHoliday(data.date)
        }
    }

    private func needCalendar(_ code: String?) throws(OfficeRefusal) {
        if let code, !settings.calendar.isKnown(code) { throw .unknown(.calendar, code) }
    }

    func check(_ data: OfficeEvent.HoursSet) throws(OfficeRefusal) {
        if let calendar = data.calendar { try needCode(calendar) }
        if let from = data.from, from < today { throw .holidayInThePast(from) }
        do throws(HoursRefusal) {
            _ = try WeekHours(data.hours)
        } catch {
            throw .hours(error)
        }
    }
}
