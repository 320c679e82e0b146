package import Entries
internal import Events
internal import EventLog
package import Workflow

/// An office for tests that has the crowd's officers.
package enum BusyOffice {
    package static func make(
        _ paths: OfficePaths, clock: @escaping @Sendable () -> Instant,
        mapSize: Int = EventLog.defaultMapSize
    ) throws {
        let opening = OfficeEvent.OfficeOpened(
            code: paths.code, name: LocalText("เทศบาลเมืองตัวอย่าง"), kind: .townMunicipality,
            prefix: "KT", origin: "khamrong.example/\(paths.code.lowercased())")
        try Office.create(paths, opening: opening, clock: clock, mapSize: mapSize)
        let (_, port) = try Office.open(paths, clock: clock)
        defer { port.close() }
        for draft in Crowd.appointments(at: clock()) {
            let outcome = port.perform(draft)
            guard case .accepted = outcome else { throw NotAppointed(outcome: outcome) }
        }
    }

    package struct NotAppointed: Error { package let outcome: CommandOutcome }
}
