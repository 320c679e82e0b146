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
        compareDays()
    }

    /// Calendar by calendar: what holds now counts from today, so that the past stays counted as
    /// it was.
    private mutating func compareHours() {
        guard speaks(of: .hours) else { return }
        let wanted = SettingsDocument.holding(document.hours, on: today)
        let present = SettingsDocument.holding(settings.declared.hours, on: today)
        let calendars = Set((wanted + present).map { $0.calendar ?? "" }).sorted()
        for calendar in calendars {
            var new = wanted.filter { ($0.calendar ?? "") == calendar }
            let old = present.filter { ($0.calendar ?? "") == calendar }
            // Where only later hours are given, what holds until then stays.
            if let first = new.first, first.from != nil, let holding = old.first,
                holding.from == nil
            {
                new.insert(holding, at: 0)
            }
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
}
