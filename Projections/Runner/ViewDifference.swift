package import Entries
internal import SQLite
internal import Threads

/// What a rebuild would change in one table of a view: nothing, if all is well.
package struct ViewDifference: Equatable, Sendable {
    package var table: String
    /// Up to which position of the log both were compared: where the view's file stands.
    package var position: Position = 0
    /// Rows that the file has and a rebuild has not, the other way round, and with other values.
    package var onlyInFile = 0
    package var onlyInRebuild = 0
    package var changed = 0
    /// The keys of some of them.
    package var examples: [String] = []

    package var isEmpty: Bool { onlyInFile + onlyInRebuild + changed == 0 }

    init(table: String) { self.table = table }

    /// Walks two tables side by side.
    init<Row: TableRow>(_ type: Row.Type, file: Database, rebuilt: Database) throws {
        table = type.table
        let left = try RowCursor(type, file)
        let right = try RowCursor(type, rebuilt)
        try walk(left.next, right.next, precedes: left.precedes)
    }

    /// Goes through both in the order of their keys, and notes where they differ.
    mutating func walk<Value: Equatable>(
        _ left: () throws -> (key: String, value: Value)?,
        _ right: () throws -> (key: String, value: Value)?,
        precedes: (String, String) -> Bool
    ) throws {
        var old = try left()
        var new = try right()
        while old != nil || new != nil {
            switch (old, new) {
            case (let one?, let other?) where one.key == other.key:
                if one.value != other.value { note(\.changed, one.key) }
                old = try left()
                new = try right()
            case (let one?, let other) where other == nil || precedes(one.key, other!.key):
                note(\.onlyInFile, one.key)
                old = try left()
            default:
                if let new { note(\.onlyInRebuild, new.key) }
                new = try right()
            }
        }
    }

    private mutating func note(_ count: WritableKeyPath<Self, Int>, _ key: String) {
        self[keyPath: count] += 1
        if examples.count < 10 { examples.append(key) }
    }
}

extension ViewRunner {
    /// Rebuilds `view` up to where its file stands, in `place` or beside it, and says what is
    /// different; the file stays as it is.
    ///
    /// - Throws: `ViewDamage` where the file is not whole, an index that rows are found by included.
    package func difference(
        _ view: ViewName, in place: ViewDirectory? = nil,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws -> [ViewDifference] {
        guard let build = directory.current(view) else { return [] }
        let whole = try whole(view) { () -> (file: Database, checkpoint: ViewCheckpoint)? in
            let file = try directory.open(view, build: build)
            try file.execute("BEGIN")
            let words = try file.first("PRAGMA integrity_check(1)") { $0.text(0) } ?? ""
            guard words == "ok" else { throw ViewDamage(view: view, words: words) }
            return try ViewCheckpoint(in: file).map { (file, $0) }
        }
        guard let (file, checkpoint) = whole else { return [] }
        let place = place ?? directory
        let trial = place.nextBuild(view)
        defer { place.remove(view, build: trial) }
        try fill(view, build: trial, in: place, through: checkpoint, progress)
        let rebuilt = try place.open(view, build: trial)
        return try self.whole(view) {
            let differences =
                try view.type.tables.map { try $0.difference(file, rebuilt) }
                + view.type.derived.map { try ViewDifference($0, file: file, rebuilt: rebuilt) }
            return differences.map { one in
                var one = one
                one.position = checkpoint.position
                return one
            }
        }
    }

    /// What SQLite cannot read where only the view is read is the view's damage.
    private func whole<Result>(_ view: ViewName, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as SQLiteError where error.kind == .corrupt {
            throw ViewDamage(view: view, words: error.message)
        }
    }

    private func fill(
        _ view: ViewName, build: Int, in place: ViewDirectory, through checkpoint: ViewCheckpoint,
        _ progress: (@Sendable (Position, Position) -> Void)?
    ) throws {
        let station = try fresh(view, build: build, in: place, epoch: checkpoint.epoch)
        var pipeline = Pipeline(
            source: source.until(checkpoint.position), stations: [view: station])
        let failure = ViewBoard.FirstFailure()
        try pipeline.run(stop: { _, error in failure.note(error) }) { folded in
            progress?(folded.least, checkpoint.position)
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
