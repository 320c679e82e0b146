package import Entries
internal import EventLog
internal import Events
internal import Foundation
internal import Projections
package import SQLite

extension Office {
    /// Hands `body` the reporting view as it stood at a position, made anew from the log in a
    /// directory of its own, and gone afterwards. Takes as long as a rebuild up to there.
    package func reportingAsItStood<Result>(
        at end: Position, _ body: (Database) throws -> Result
    ) throws -> Result {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "khamrong-report-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        let directory = try ViewDirectory(place)
        let runner = ViewRunner(
            directory: directory, source: try eventSource.ending(at: end), open: sectionOpener,
            views: [.reporting])
        try runner.catchUp()
        if let failure = runner.status(of: .reporting).failure { throw failure }
        guard let result = try ViewReader(.reporting, in: directory).read(body) else {
            throw OfficeProblem.viewMissing
        }
        return result
    }
}

extension EventSource {
    /// The same log as if nothing had been recorded after a position.
    fileprivate func ending(at end: Position) throws -> EventSource {
        let (head, read) = (head, read)
        return EventSource(
            head: {
                let now = try head()
                return Cursor(epoch: now.epoch, position: min(now.position, end))
            },
            read: { after, limit in
                guard after < end else { return [] }
                return try read(after, min(limit, Int(end - after)))
            }, office: office, foresee: foresee)
    }
}
