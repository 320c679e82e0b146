package import Entries
package import SQLite
internal import Threads

extension ViewSnapshots {
    /// Hands `body` the view as it stood at `end`, folded on from the last copy before it; nil if
    /// there is none.
    ///
    /// The copy stays as it is: what changes is kept in memory, and goes.
    package func read<Result>(
        at end: Position, of source: EventSource, open: @escaping SectionOpener,
        progress: (@Sendable (Position) -> Void)? = nil, _ body: (Database) throws -> Result
    ) throws -> Result? {
        let head = Cursor(epoch: try source.head().epoch, position: end)
        var last = end
        while let (position, path) = whole(notAfter: last) {
            guard let station = try station(path, at: position, of: source, head, open) else {
                remove(position)
                // It may be there still, where nothing can be removed.
                last = position - 1
                continue
            }
            try bring(station, to: source.until(end), progress)
            var result: Result?
            try station.with { keeper in
                try keeper.commit()
                try keeper.read { result = try body($0) }
            }
            return result
        }
        return nil
    }

    /// The keeper of a copy; nil if it is of another version or another log.
    private func station(
        _ path: String, at position: Position, of source: EventSource, _ head: Cursor,
        _ open: @escaping SectionOpener
    ) throws -> ViewRunner.Station? {
        let file = try ViewFile(passing: path)
        guard let checkpoint = try file.checkpoint(), checkpoint.position == position,
            checkpoint.goesOn(as: view, at: head)
        else { return nil }
        return view.type.station(
            file: file, build: 1, at: Cursor(epoch: head.epoch, position: position),
            office: try OfficeContext(entries: try source.office(position)), open: open)
    }

    private func bring(
        _ station: ViewRunner.Station, to source: EventSource,
        _ progress: (@Sendable (Position) -> Void)?
    ) throws {
        let stopped = Monitor<(any Error)?>(nil)
        var pipeline = Pipeline(source: source, stations: [view: station])
        try pipeline.run(stop: { _, error in stopped.with { $0 = error } }) { folded in
            progress?(folded.least)
        }
        if let error = stopped.with({ $0 }) { throw error }
    }
}
