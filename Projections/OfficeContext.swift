internal import Entries
package import Events
internal import Rules

/// The office as it stood when an event was recorded: what views need of its settings.
///
/// Folded from the office's events in the order of the log, by live views and rebuilds alike.
package struct OfficeContext: Sendable {
    /// Raised when the rules that views ask give other answers: every view then rebuilds itself.
    package static let rulesVersion = 1

    private(set) var calendar = OfficeCalendar()
    private var services: [String: [Int: ServiceClocks]] = [:]
    /// The ids of everybody who works or worked for the office.
    private(set) var officers: Set<String> = []

    package init() {}

    /// The office at the last of `entries`, which are those of its own stream.
    package init(entries: [LogEntry]) throws {
        self.init()
        for entry in entries {
            let event: RecordedEvent
            do throws(EventError) {
                event = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            } catch {
                throw ProjectionFailure.unreadable(error, at: entry.position)
            }
            if case .office(let fact) = event.event { apply(fact) }
        }
    }

    package mutating func apply(_ fact: OfficeEvent) {
        if calendar.apply(fact) { return }
        switch fact {
        case .serviceDefined(let data):
            let definition = data.definition
            services[definition.code, default: [:]][definition.version] = ServiceClocks(definition)
        case .officerAppointed(let data): officers.insert(data.officer)
        default: break
        }
    }

    /// Whether deadlines may be others after it.
    static func movesClocks(_ fact: OfficeEvent) -> Bool {
        switch fact {
        case .holidayDeclared, .holidayWithdrawn, .hoursSet, .calendarYearDeclared,
            .serviceDefined:
            true
        default: false
        }
    }

    /// What every clock of a case shows, as definitions and calendar now stand.
    func readings(of course: CaseCourse) -> [ClockReading] {
        guard course.hasClocks, let clocks = services[course.service]?[course.definition] else {
            return []
        }
        return clocks.readings(of: course.facts.clocks.history, calendar: calendar)
    }

    /// When the next thing is to be written down of a case's clocks.
    func nextAlarm(of course: CaseCourse, but alarms: CaseAlarms) -> Instant? {
        guard course.hasClocks, let clocks = services[course.service]?[course.definition] else {
            return nil
        }
        return clocks.alarms(
            of: course.facts.clocks.history, but: alarms.recorded, after: alarms.joinedAt,
            calendar: calendar
        ).first?.at
    }

    /// What a clock of a case watches for.
    func kind(of clock: String, of course: CaseCourse) -> ClockKind? {
        services[course.service]?[course.definition]?.kind(of: clock)
    }

    /// The running clocks of a case.
    func clocks(of course: CaseCourse) -> CaseClocks { CaseClocks(readings(of: course)) }
}
