package import EventLog
package import Events
package import Projections

extension RecordedEvent {
    /// The event that a stored entry is.
    /// - Throws: `unreadable` with the entry's position.
    package static func read(
        _ entry: Entry, sections: Bool = true
    ) throws(ProjectionFailure) -> RecordedEvent {
        do throws(EventError) {
            return try read(position: entry.position, bytes: entry.bytes, sections: sections)
        } catch {
            throw .unreadable(error, at: entry.position)
        }
    }
}
