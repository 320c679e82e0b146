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
            if let first = new.first?.from, let now = until(first, of: old, present) {
                new.insert(now, at: 0)
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

    /// The hours that a calendar has until its first later ones: its own, or the office's where
    /// something else was to come before then; nil where nothing has to be said of it.
    private func until(
        _ first: CivilDate, of old: [OfficeEvent.HoursSet], _ present: [OfficeEvent.HoursSet]
    ) -> OfficeEvent.HoursSet? {
        guard let next = old.first else { return nil }
        guard let from = next.from else { return next }
        guard from < first, var office = present.first(where: { $0.calendar == nil }) else {
            return nil
        }
        (office.calendar, office.from) = (next.calendar, nil)
        return office
    }
}
