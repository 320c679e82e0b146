internal import Entries
package import EventLog
internal import Events
package import Rules

extension EventLog {
    /// The office's settings as they stood then; reads the office's own stream.
    ///
    /// At a time of happening they are those of today: an import comes to an office that is
    /// younger than what it tells.
    package func settings(of code: String, until: Until = .head) throws -> OfficeSettings {
        let end = try until.end(in: self)
        var settings = OfficeSettings()
        for recorded in try events(of: StreamName(.office, code), until: end) {
            guard case .office(let event) = recorded.event else { continue }
            settings.apply(event, recorded.recording)
        }
        return settings
    }

    /// The events of a stream that lie at or before `end`.
    func events(of stream: StreamName, until end: Position) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        while true {
            let entries = try readStream(stream.subject, afterVersion: events.count, limit: 1000)
            for entry in entries {
                guard entry.position <= end else { return events }
                let event = try RecordedEvent.read(entry)
                guard event.stream == stream, event.streamVersion == events.count + 1 else {
                    throw LogDamage.streamIndex(at: entry.position)
                }
                events.append(event)
            }
            if entries.count < 1000 { return events }
        }
    }
}
