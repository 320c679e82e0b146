internal import Entries
internal import EventLog
internal import Events
package import Rules
internal import Threads

/// An office's settings as they stand now, read again only when they have changed.
package final class CurrentSettings: Sendable {
    private let log: EventLog
    private let stream: StreamName
    private let held: Monitor<Held>

    private struct Held {
        var settings: Frozen<OfficeSettings>
        /// How many events of the office's stream they are made of.
        var version: Int
    }

    init(of office: Office) throws {
        log = office.log
        stream = StreamName(.office, office.paths.code)
        held = Monitor(Held(settings: Frozen(OfficeSettings()), version: 0))
        _ = try now()
    }

    /// One look-up in the log where nothing has changed.
    package func now() throws -> Frozen<OfficeSettings> {
        let version = try log.version(of: stream.subject)
        return try held.with { held in
            guard held.version < version else { return held.settings }
            var settings = held.settings.value
            while held.version < version {
                let entries = try log.readStream(
                    stream.subject, afterVersion: held.version, limit: 1000)
                guard !entries.isEmpty else { break }
                for entry in entries {
                    let recorded = try RecordedEvent.read(entry)
                    if case .office(let event) = recorded.event {
                        settings.apply(event, Recording(recorded))
                    }
                }
                held.version += entries.count
            }
            held.settings = Frozen(settings)
            return held.settings
        }
    }
}
