package import Entries
internal import EventLog
internal import Events
internal import Foundation
package import Projections
package import SQLite
internal import Threads

extension Office {
    /// Hands `body` a view as it stood at a position of the log; nothing of it is left afterwards.
    ///
    /// It is folded from the snapshot before that position; `fromNothing` passes over the
    /// snapshots, for whoever wants the list of all events or trusts none of them. What was erased
    /// later shows as erased in the past too.
    /// - Parameter progress: hears up to which position it is folded.
    package func asItStood<Result>(
        _ view: ViewName, at end: Position, fromNothing: Bool = false,
        progress: (@Sendable (Position) -> Void)? = nil,
        _ body: (Database) throws -> Result
    ) throws -> Result {
        // A page of a copy that cannot be read may be met while it is looked at: all of it is read
        // before.
        let snapshots = ViewSnapshots(of: view, epoch: log.epoch, in: paths.snapshots)
        if !fromNothing,
            let result = try snapshots.read(
                at: end, of: eventSource, open: sectionOpener, progress: progress,
                { database in
                    try CaseErasure.show(try erasures(after: end), in: view, database)
                    return try database.transaction(.reading) { try body(database) }
                })
        {
            return result
        }
        return try Self.inPassing { directory in
            try asItStood(view, at: end, in: directory, progress, body)
        }
    }

    /// Has `body` make views where nobody else looks and nothing of them is left.
    static func inPassing<Result>(_ body: (ViewDirectory) throws -> Result) throws -> Result {
        let place = FileManager.default.temporaryDirectory
            .appending(path: "khamrong-past-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        return try body(try ViewDirectory(place))
    }

    private func asItStood<Result>(
        _ view: ViewName, at end: Position, in directory: ViewDirectory,
        _ progress: (@Sendable (Position) -> Void)?, _ body: (Database) throws -> Result
    ) throws -> Result {
        let nothing = ViewSnapshots(of: view, epoch: log.epoch, in: "\(directory.path)/none")
        try nothing.make(
            at: end, of: eventSource, open: sectionOpener, in: directory, progress: progress)
        if view != .search {
            let erased = try erasures(after: end)
            try directory.show(erased, in: view)
        }
        guard let result = try ViewReader(view, in: directory).read(body) else {
            throw OfficeProblem.viewMissing
        }
        return result
    }

    /// Makes the snapshots that are missing, unless another process is at it; how many were made.
    ///
    /// Takes the time of folding what was recorded since the last one.
    @discardableResult
    package func catchUpSnapshots(
        firstStep: Position = ViewSnapshots.firstStep,
        progress: (_ view: ViewName, _ made: Int, _ missing: Int) -> Void = { _, _, _ in },
        unless isOver: () -> Bool = { false }
    ) throws -> Int {
        try FileManager.default.createDirectory(
            atPath: paths.snapshots, withIntermediateDirectories: true)
        guard let lock = try FileLock.take("\(paths.snapshots)/lock") else { return 0 }
        defer { lock.release() }
        var made = 0
        for view in ViewSnapshots.views {
            let place = "\(paths.snapshots)/work"
            try? FileManager.default.removeItem(atPath: place)
            defer { try? FileManager.default.removeItem(atPath: place) }
            let snapshots = ViewSnapshots(
                of: view, epoch: log.epoch, in: paths.snapshots, firstStep: firstStep)
            made += try snapshots.catchUp(
                of: eventSource, open: sectionOpener, in: try ViewDirectory(place),
                progress: { progress(view, $0, $1) }, unless: isOver)
        }
        return made
    }

    /// What was erased of cases after a position: known of the live queue up to where it stands,
    /// and of the log behind it.
    private func erasures(after end: Position) throws -> [CaseErasure] {
        let views = ViewDirectory(reading: paths.views)
        let live = try ViewReader(.officerQueue, in: views).read { database in
            (
                try ViewCheckpoint(in: database)?.position ?? 0,
                try CaseErasure.after(end, in: database)
            )
        }
        var found = live?.1 ?? []
        var next: Position? = max(live?.0 ?? 0, end)
        while let after = next {
            let page = try log.read(type: Self.caseErased, after: after, limit: 1000)
            for entry in page.entries {
                let event = try RecordedEvent.read(entry)
                found.append(
                    CaseErasure(number: event.stream.name, at: event.time, by: event.position))
            }
            next = page.next
        }
        return found
    }

    private static var caseErased: String {
        "\(EventType.prefix)\(StreamKind.petition.rawValue).\(PetitionEvent.Erased.name)."
    }
}
