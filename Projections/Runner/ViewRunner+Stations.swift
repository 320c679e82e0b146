internal import Entries
internal import SQLite
internal import Threads

extension ViewRunner {
    /// Behind by more than this, a view is built anew if that is the shorter way.
    static var mostBehind: Int { 20_000 }

    func attempt(
        _ view: ViewName, in stations: inout [ViewName: Station], _ make: () throws -> Station
    ) {
        do {
            stations[view] = try make()
            board.with { $0.restart(view) }
        } catch {
            stations[view] = nil
            board.with { $0.stop(view, error) }
        }
        board.broadcast()
    }

    /// Opens the current build, or begins a fresh one where that cannot go on.
    func station(_ view: ViewName, head: Cursor, expected: Int) throws -> Station {
        guard let build = directory.current(view),
            let (file, checkpoint) = try trusted(view, build: build, head: head)
        else { return try fresh(view, epoch: head.epoch) }
        let behind = Int(head.position - checkpoint.position) + expected
        guard behind <= max(Self.mostBehind, Int(checkpoint.position)) else {
            board.with { $0[view].position = checkpoint.position }
            return try fresh(view, epoch: head.epoch)
        }
        let office = try OfficeContext(
            entries: try source.office(checkpoint.position))
        board.with { board in
            board[view].build = build
            board[view].position = checkpoint.position
        }
        return view.type.station(
            file: file, build: build,
            at: Cursor(epoch: head.epoch, position: checkpoint.position), office: office,
            open: open)
    }

    /// The build's file, if it is whole, of this version and of this log.
    private func trusted(
        _ view: ViewName, build: Int, head: Cursor
    ) throws -> sending (ViewFile, ViewCheckpoint)? {
        do {
            let file = try ViewFile(
                opening: directory.file(view, build: build), isPrivate: isPrivate)
            guard let checkpoint = try file.checkpoint(),
                checkpoint.goesOn(as: view, at: head)
            else { return nil }
            return (file, checkpoint)
        } catch let error as SQLiteError where error.kind == .full {
            // A new build would have no room either.
            throw error
        } catch {
            if (error as? SQLiteError)?.kind == .corrupt { board.with { $0[view].damage = error } }
            return nil
        }
    }

    /// A new build that nobody reads yet. Those that were never published go: whoever began them
    /// was killed, or had no room.
    func fresh(_ view: ViewName, epoch: UInt64) throws -> Station {
        directory.removeUnpublished(view)
        return try fresh(
            view, build: directory.nextBuild(view), in: directory, epoch: epoch)
    }

    func fresh(
        _ view: ViewName, build: Int, in place: ViewDirectory, epoch: UInt64
    ) throws -> Station {
        let file = try ViewFile(
            creating: place.file(view, build: build), schema: view.type.schema)
        return view.type.station(
            file: file, build: build, at: Cursor(epoch: epoch, position: 0),
            office: OfficeContext(), open: open)
    }

    /// Publishes the fresh builds, and tells everybody how far all are.
    func finish(_ stations: inout [ViewName: Station]) {
        let fresh = stations.values.filter { $0.with { $0.isFresh } }
        var pieces: [Crew.Piece] = fresh.map { station in { self.publish(station) } }
        Crew().run(&pieces)
        for (view, station) in stations {
            if board.with({ $0[view].failure != nil }) {
                discard(station)
                stations[view] = nil
                continue
            }
            let position = station.with { $0.position }
            board.with { $0[view].position = position }
        }
        board.broadcast()
    }

    private func publish(_ station: Station) {
        station.with { keeper in
            guard board.with({ $0[keeper.view].failure == nil }) else { return }
            do {
                try keeper.finish()
                try directory.publish(keeper.view, build: keeper.build)
                board.with { $0[keeper.view].build = keeper.build }
            } catch {
                board.with { $0.stop(keeper.view, error) }
            }
        }
    }

    /// A build that nobody has read yet is of no use once it stopped.
    private func discard(_ station: Station) {
        let build = station.with { $0.isFresh ? ($0.view, $0.build) : nil }
        if let build { directory.remove(build.0, build: build.1) }
    }

    func report(
        _ folded: Stretch.Folded,
        _ progress: (@Sendable (Position, Position) -> Void)?, _ head: Position
    ) {
        board.with { board in
            for (view, position) in folded.visible { board[view].position = position }
        }
        board.broadcast()
        progress?(folded.least, head)
    }
}

extension View {
    static func station(
        file: sending ViewFile, build: Int, at cursor: Cursor, office: OfficeContext,
        open: @escaping SectionOpener
    ) -> ViewRunner.Station {
        Monitor(
            ViewKeeper<Self>(file: file, build: build, at: cursor, office: office, open: open))
    }
}
