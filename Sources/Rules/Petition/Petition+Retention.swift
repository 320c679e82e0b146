package import Entries
package import Events

extension Petition {
    /// The least number of days between the announcement that personal data goes and its going.
    package static let daysOfNotice = 30

    /// The first day on which its personal data need be kept no longer; nil while the case is open
    /// and where its service has no retention class.
    package func retentionEnd(in settings: OfficeSettings) -> CivilDate? {
        guard let finishedAt else { return nil }
        return settings.retentionEnd(
            of: settings.definition(of: self), finishedAt: finishedAt)
    }

    /// Whether it is kept beyond its time on that day.
    package func isHeld(on day: CivilDate) -> Bool {
        hold.map { $0.until.map { day <= $0 } ?? true } ?? false
    }
}

extension OfficeSettings {
    /// The first day on which the personal data of a case of that service need be kept no longer.
    ///
    /// The class is that of the definition under which the case runs; how long it keeps is what
    /// the office says now.
    package func retentionEnd(
        of definition: ServiceDefinition?, finishedAt: Instant
    ) -> CivilDate? {
        guard let definition, let code = definition.retention, let keep = retention[code]?.keep
        else { return nil }
        let last = calendar.instant(
            keep, after: finishedAt, calendar: calendarCode(of: definition.department))
        return CivilDate(dayNumber: last.local.date.dayNumber + 1)
    }
}
