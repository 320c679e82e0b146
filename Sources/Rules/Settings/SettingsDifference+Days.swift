internal import Entries
internal import Events

extension SettingsDifference {
    private typealias Day = CalendarDeclarations.Day

    /// Day by day: the office's own first, since what it says of a day holds for its units too.
    mutating func compareDays() {
        each(.holidays, document.holidays, by: { Day($0.date, $0.calendar).name }) { _, _, _ in }
        each(.openDays, document.openDays, by: { Day($0.date, $0.calendar).name }) { _, _, _ in }
        let days = document.holidays.map(\.date) + document.openDays.map(\.date)
        // What is past stays as it is; only what a document adds to it is looked at, and refused.
        let present = settings.declared.holidays.keys.map(\.date).filter { $0 >= today }
        for date in Set(days + present).sorted() { compare(date) }
    }

    private mutating func compare(_ date: CivilDate) {
        var present = DayState(settings.declared, on: date)
        let wanted = self.wanted(date, over: present)
        let path = Self.path(.holidays, Day(date).name)
        if wanted.office != present.office {
            if present.office != nil {
                change(path, .holidayWithdrawn(.init(date: date)))
                present = DayState()
            }
            if let office = wanted.office {
                change(path, .holidayDeclared(office))
                present = DayState(office: office)
            }
        }
        compareUnits(date, wanted, present)
    }

    private mutating func compareUnits(
        _ date: CivilDate, _ wanted: DayState, _ present: DayState
    ) {
        for calendar in Set(wanted.units.keys).union(present.units.keys).sorted() {
            let (new, old) = (wanted.units[calendar], present.units[calendar])
            guard new != old else { continue }
            let path = Self.path(.holidays, Day(date, calendar).name)
            if old != nil {
                change(path, .holidayWithdrawn(.init(date: date, calendar: calendar)))
            }
            if let new { change(path, .holidayDeclared(new)) }
        }
        for calendar in wanted.open.symmetricDifference(present.open).sorted() {
            let path = Self.path(.openDays, Day(date, calendar).name)
            if wanted.open.contains(calendar) {
                change(path, .holidayWithdrawn(.init(date: date, calendar: calendar)))
            } else if var closed = present.office {
                closed.calendar = calendar
                change(path, .holidayDeclared(closed))
            }
        }
    }

    /// What the document wants of a day; what it does not speak of is as it is.
    private func wanted(_ date: CivilDate, over present: DayState) -> DayState {
        var wanted = present
        if speaks(of: .holidays) {
            let holidays = document.holidays.filter { $0.date == date }
            // Days that have passed are not taken away.
            if date >= today || !holidays.isEmpty {
                wanted.office = holidays.first { $0.calendar == nil }
                wanted.units = Dictionary(
                    holidays.compactMap { holiday in holiday.calendar.map { ($0, holiday) } },
                    uniquingKeysWith: { first, _ in first })
            }
        }
        if speaks(of: .openDays) {
            let open = document.openDays.filter { $0.date == date }.compactMap(\.calendar)
            if date >= today || !open.isEmpty { wanted.open = Set(open) }
        } else if wanted.office == nil {
            wanted.open = []
        }
        return wanted
    }
}

/// What is declared of one day: by the office, and by units for themselves.
private struct DayState {
    var office: OfficeEvent.HolidayDeclared?
    var units: [String: OfficeEvent.HolidayDeclared] = [:]
    /// The units that are open though the office is not.
    var open: Set<String> = []

    init(office: OfficeEvent.HolidayDeclared? = nil) { self.office = office }

    init(_ declared: CalendarDeclarations, on date: CivilDate) {
        office = declared.holidays[.init(date)]
        for (day, holiday) in declared.holidays where day.date == date {
            if let calendar = day.calendar { units[calendar] = holiday }
        }
        open = Set(declared.openDays.filter { $0.date == date }.compactMap(\.calendar))
    }
}

extension CalendarDeclarations.Day {
    /// As a path names it: `2027-04-13`, `2027-04-13 night`.
    fileprivate var name: String { calendar.map { "\(date) \($0)" } ?? "\(date)" }
}
