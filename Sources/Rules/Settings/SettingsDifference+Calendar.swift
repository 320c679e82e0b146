internal import Entries
internal import Events

extension SettingsDifference {
    mutating func compareCalendar() {
        compareHours()
        each(.calendarYears, document.calendarYears, by: { "\($0.year)" }) {
            difference, data, path in
            if difference.settings.declared.years[data.year] == nil {
                difference.change(path, .calendarYearDeclared(data))
            }
        }
        keep(
            .calendarYears, settings.declared.years.keys.map { "\($0)" },
            beside: document.calendarYears.map { "\($0.year)" })
        compareHolidays()
        compareOpenDays()
    }

    /// Calendar by calendar: what holds now counts from today, so that the past stays counted as
    /// it was.
    private mutating func compareHours() {
        guard speaks(of: .hours) else { return }
        let wanted = SettingsDocument.holding(document.hours, on: today)
        let present = SettingsDocument.holding(settings.declared.hours, on: today)
        let calendars = Set((wanted + present).map { $0.calendar ?? "" }).sorted()
        for calendar in calendars {
            let new = wanted.filter { ($0.calendar ?? "") == calendar }
            let old = present.filter { ($0.calendar ?? "") == calendar }
            guard new != old else { continue }
            let path = Self.path(.hours, calendar.isEmpty ? "office" : calendar)
            guard !new.isEmpty else {
                keep(.hours, [calendar.isEmpty ? "office" : calendar], beside: [])
                continue
            }
            for var data in new {
                if data.from == nil, !old.isEmpty { data.from = today }
                change(path, .hoursSet(data))
            }
        }
    }

    private mutating func compareHolidays() {
        let declared = settings.declared.holidays
        var named: Set<CalendarDeclarations.Day> = []
        // The office's own first: they hold for its units too.
        let holidays =
            document.holidays.filter { $0.calendar == nil }
            + document.holidays.filter { $0.calendar != nil }
        each(.holidays, holidays, by: { Self.name($0.date, $0.calendar) }) {
            difference, data, path in
            let day = CalendarDeclarations.Day(data.date, data.calendar)
            named.insert(day)
            guard declared[day] != data else { return }
            if declared[day] != nil {
                difference.change(
                    path, .holidayWithdrawn(.init(date: data.date, calendar: data.calendar)))
            }
            difference.change(path, .holidayDeclared(data))
        }
        guard speaks(of: .holidays) else { return }
        let gone = declared.keys.filter { $0.date >= today && !named.contains($0) }
        for day in gone.sorted(by: { Self.name($0) < Self.name($1) }) {
            let path = Self.path(.holidays, Self.name(day))
            change(path, .holidayWithdrawn(.init(date: day.date, calendar: day.calendar)))
        }
    }

    private mutating func compareOpenDays() {
        let present = settings.declared.openDays
        each(.openDays, document.openDays, by: { Self.name($0.date, $0.calendar) }) {
            difference, data, path in
            if !present.contains(.init(data.date, data.calendar)) {
                difference.change(path, .holidayWithdrawn(data))
            }
        }
        guard speaks(of: .openDays) else { return }
        let named = Set(document.openDays.map { Self.name($0.date, $0.calendar) })
        for day in present where day.date >= today && !named.contains(Self.name(day)) {
            guard var data = settings.declared.holidays[.init(day.date)] else { continue }
            data.calendar = day.calendar
            change(Self.path(.openDays, Self.name(day)), .holidayDeclared(data))
        }
    }

    private static func name(_ date: CivilDate, _ calendar: String?) -> String {
        calendar.map { "\(date) \($0)" } ?? "\(date)"
    }

    private static func name(_ day: CalendarDeclarations.Day) -> String {
        name(day.date, day.calendar)
    }
}
