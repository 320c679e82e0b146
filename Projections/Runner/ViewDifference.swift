package import Entries
internal import SQLite
internal import Threads

/// What a rebuild would change in one table of a view: nothing, if all is well.
package struct ViewDifference: Equatable, Sendable {
    package var table: String
    /// Rows that the file has and a rebuild has not, the other way round, and with other values.
    package var onlyInFile = 0
    package var onlyInRebuild = 0
    package var changed = 0
    /// The keys of some of them.
    package var examples: [String] = []

    package var isEmpty: Bool { onlyInFile + onlyInRebuild + changed == 0 }

    /// Walks two tables side by side.
    init<Row: TableRow>(_ type: Row.Type, file: Database, rebuilt: Database) throws {
        table = type.table
        let left = try RowCursor(type, file)
        let right = try RowCursor(type, rebuilt)
        var old = try left.next()
        var new = try right.next()
        while old != nil || new != nil {
            switch (old, new) {
            case (let one?, let other?) where one.key == other.key:
                if one.bytes != other.bytes { note(\.changed, one.key) }
                old = try left.next()
                new = try right.next()
            case (let one?, let other) where other == nil || left.precedes(one.key, other!.key):
                note(\.onlyInFile, one.key)
                old = try left.next()
            default:
                if let new { note(\.onlyInRebuild, new.key) }
                new = try right.next()
            }
        }
    }

    private mutating func note(_ count: WritableKeyPath<Self, Int>, _ key: String) {
        self[keyPath: count] += 1
        if examples.count < 10 { examples.append(key) }
    }
}

extension ViewRunner {
    /// Rebuilds `view` up to where its file stands, beside it, and says what is different; the
    /// file stays as it is.
    package func difference(
        _ view: ViewName,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws -> [ViewDifference] {
        guard let build = directory.current(view) else { return [] }
        let file = try Database(path: directory.file(view, build: build), mode: .read)
        try file.execute("BEGIN")
        guard let checkpoint = try ViewCheckpoint(in: file) else { return [] }
        let trial = directory.nextBuild(view)
        defer { directory.remove(view, build: trial) }
        try fill(view, build: trial, through: checkpoint, progress)
        let rebuilt = try Database(path: directory.file(view, build: trial), mode: .read)
        return try view.type.tables.map { try $0.difference(file, rebuilt) }
    }

    private func fill(
        _ view: ViewName, build: Int, through checkpoint: ViewCheckpoint,
        _ progress: (@Sendable (Position, Position) -> Void)?
    ) throws {
        let station = try fresh(view, build: build, epoch: checkpoint.epoch)
        var pipeline = Pipeline(
            source: source.until(checkpoint.position), stations: [view: station])
        let failure = ViewBoard.FirstFailure()
        try pipeline.run(stop: { _, error in failure.note(error) }) { _ in
            progress?(station.with { $0.position }, checkpoint.position)
        }
        if let error = failure.error { throw error }
        try station.with { try $0.finish() }
    }
}

extension TableRow {
    fileprivate static func difference(
        _ file: Database, _ rebuilt: Database
    ) throws -> ViewDifference {
        try ViewDifference(Self.self, file: file, rebuilt: rebuilt)
    }
}

extension EventSource {
    /// The same log, as if it ended at `position`.
    func until(_ position: Position) -> EventSource {
        let (head, read, office, foresee) = (head, read, office, foresee)
        return EventSource(
            head: {
                let head = try head()
                return Cursor(epoch: head.epoch, position: min(head.position, position))
            },
            read: { after, limit in
                guard after < position else { return [] }
                return try read(after, min(limit, Int(position - after)))
            },
            office: { try office(min($0, position)) },
            foresee: foresee)
    }
}
