internal import Entries
internal import EventLog
package import Events
internal import Rules
internal import Threads

/// What the office knows of its officers as persons: names, positions, addresses.
///
/// Kept opened in memory and brought along with the office's stream; any thread may use it.
package final class OfficerDirectory: Sendable {
    private let office: Office
    private let stream: StreamName
    private let held = Monitor(Held())

    private struct Held {
        var persons: [String: Identity] = [:]
        /// How many events of the office's stream they are made of.
        var version = 0
    }

    package init(of office: Office) {
        self.office = office
        stream = StreamName(.office, office.paths.code)
    }

    /// The person behind an id, dismissed or not; nil where nothing is known. One look-up in the
    /// log where nothing has changed.
    package func person(_ officer: String) throws -> Identity? {
        try held.with { held in
            try bringAlong(&held)
            return held.persons[officer]
        }
    }

    private func bringAlong(_ held: inout Held) throws {
        let version = try office.log.version(of: stream.subject)
        while held.version < version {
            let entries = try office.log.readStream(
                stream.subject, afterVersion: held.version, limit: 1000)
            guard !entries.isEmpty else { return }
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                switch recorded.event {
                case .office(.officerAppointed(let data)):
                    held.persons[data.officer] = try office.section(Identity.self, of: recorded)
                case .office(.officerChanged(let data)):
                    if let identity = try office.section(Identity.self, of: recorded) {
                        held.persons[data.officer] = identity
                    }
                default: break
                }
            }
            held.version += entries.count
        }
    }
}
