package import Entries
package import Events

/// The calendars of an office: its own, and those of units with hours of their own.
///
/// Folded from the office's events. It may change at any time and backwards too, so nothing that
/// was counted with it is a fact: whoever shows a deadline says with which version it was counted.
package struct OfficeCalendar: Equatable, Sendable {
    /// How many events have changed it.
    package private(set) var version = 0
    /// The years, C.E., whose holidays are known to the end.
    package private(set) var declaredYears: Set<Int> = []
    private var own = WorkingTime()
    private var units: [Unit] = []

    private struct Unit: Equatable, Sendable {
        let code: String
        var time: WorkingTime
        /// Whether it has hours of its own; the office's until then.
        var hasOwnHours = false
    }

    package init() {}

    /// The calendar of a government office with no declarations of its own.
    package static let government: OfficeCalendar = {
        var calendar = OfficeCalendar()
        for event in GovernmentCalendar.events { calendar.apply(event) }
        return calendar
    }()

    /// The calendar named `code`; the office's own for nil and for a name that is not known.
    package subscript(code: String?) -> WorkingTime {
        guard let code else { return own }
        return units.first { $0.code == code }?.time ?? own
    }

    package func isKnown(_ code: String) -> Bool { units.contains { $0.code == code } }

    /// The last year from which on nothing is declared; nil if none is.
    package var lastDeclaredYear: Int? { declaredYears.max() }

    /// Whether a count that ends on `day` may change because later holidays are not known yet.
    package func isBeyondDeclared(_ day: Int) -> Bool {
        guard let last = lastDeclaredYear else { return true }
        return CivilDate(dayNumber: day).year > last
    }

    package func deemedReceipt(of instant: Instant, calendar: String? = nil) -> Instant {
        self[calendar].deemedReceipt(of: instant)
    }

    // MARK: Changes

    /// Takes in an event; returns whether it is one of the calendar.
    @discardableResult
    package mutating func apply(_ event: OfficeEvent) -> Bool {
        switch event {
        case .holidayDeclared(let declared):
            setHoliday(declared.name, on: declared.date.dayNumber, of: declared.calendar)
        case .holidayWithdrawn(let withdrawn):
            setHoliday(nil, on: withdrawn.date.dayNumber, of: withdrawn.calendar)
        case .hoursSet(let set): setHours(set)
        case .calendarYearDeclared(let declared): declare(declared.year)
        default: return false
        }
        version += 1
        return true
    }

    private mutating func setHoliday(_ name: LocalText?, on day: Int, of code: String?) {
        guard let code else {
            own.setHoliday(name, on: day)
            for index in units.indices { units[index].time.setHoliday(name, on: day) }
            return
        }
        units[index(of: code)].time.setHoliday(name, on: day)
    }

    private mutating func setHours(_ set: OfficeEvent.HoursSet) {
        // Hours that make no sense are refused before they become an event.
        guard let week = try? WeekHours(set.hours) else { return }
        let from = set.from?.dayNumber
        if let code = set.calendar {
            let index = index(of: code)
            units[index].time.set(week, from: from)
            units[index].hasOwnHours = true
        } else {
            own.set(week, from: from)
            for index in units.indices where !units[index].hasOwnHours {
                units[index].time.set(week, from: from)
            }
        }
    }

    private mutating func declare(_ year: Int) {
        declaredYears.insert(year)
        let summed = WorkingTime.summedYears
        guard (1...9000).contains(year), !summed.contains(year) else { return }
        let first = min(summed.lowerBound, declaredYears.min() ?? year)
        let years = first...max(summed.upperBound, (declaredYears.max() ?? year) + 5)
        own.cover(years)
        for index in units.indices { units[index].time.cover(years) }
    }

    private mutating func index(of code: String) -> Int {
        if let index = units.firstIndex(where: { $0.code == code }) { return index }
        units.append(Unit(code: code, time: own))
        return units.count - 1
    }
}
