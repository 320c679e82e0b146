internal import Entries
internal import EventLog
package import Events
package import Rules

/// A view of the queue that an officer keeps, opened.
package struct SavedFilter: Sendable {
    package let data: OfficeEvent.ViewSaved
    package let content: ViewFilter
}

extension Office {
    /// The views that an officer may use, the own ones and those shared, by name.
    package func savedFilters(
        for officer: String, in settings: OfficeSettings
    ) throws -> [SavedFilter] {
        let stream = StreamName(.office, paths.code)
        return try settings.views.values
            .filter { $0.data.officer == officer || $0.data.isShared }
            .compactMap { saved in
                let entry = try log.readStream(
                    stream.subject, afterVersion: saved.version - 1, limit: 1
                ).first
                let recorded = try entry.map { try RecordedEvent.read($0) }
                let content = try recorded.flatMap { try section(ViewFilter.self, of: $0) }
                return content.map { SavedFilter(data: saved.data, content: $0) }
            }
            .sorted { ($0.content.name, $0.data.view) < ($1.content.name, $1.data.view) }
    }
}
