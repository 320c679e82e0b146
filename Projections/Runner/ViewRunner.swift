package import Entries
internal import SQLite
internal import Threads

/// Keeps an office's views: opens them, brings them to the head of the log, rebuilds those that
/// cannot be trusted or have changed, and lets others wait for a position.
///
/// One runner writes an office's views at a time; any number of processes read them.
package final class ViewRunner: Sendable {
    package let directory: ViewDirectory
    let source: EventSource
    let open: SectionOpener
    let views: [ViewName]
    /// Whether nobody else reads the files, and they go when their making ends or fails.
    let isPrivate: Bool
    let board: Monitor<ViewBoard>
    /// Held by whoever brings the views forward.
    private let desk: Monitor<[ViewName: Station]>

    /// Who keeps a view, as long as nothing stopped it.
    typealias Station = Monitor<any Keeping>

    package init(
        directory: ViewDirectory, source: EventSource, open: @escaping SectionOpener,
        views: [ViewName] = ViewName.allCases, isPrivate: Bool = false
    ) {
        self.directory = directory
        self.source = source
        self.open = open
        self.views = views
        self.isPrivate = isPrivate
        board = Monitor(ViewBoard())
        desk = Monitor([:])
    }

    /// Brings every view to the head of the log and returns when they are there or have stopped.
    ///
    /// A view that is far behind, or will be once `expected` further events have come, is built
    /// anew in memory beside the old file. While `isGrowing` says so, it waits at the head for
    /// more instead of ending. Views that stop say why in `status`; the others go on.
    package func catchUp(
        expecting expected: Int = 0,
        whileGrowing isGrowing: @Sendable () -> Bool = { false },
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws {
        try desk.with { stations in
            let head = try source.head()
            for view in views where stations[view] == nil && !board.with({ $0.isStopped(view) }) {
                attempt(view, in: &stations) {
                    try station(view, head: head, expected: expected)
                }
            }
            var pipeline = Pipeline(source: source, stations: stations)
            let stop: @Sendable (ViewName, any Error) -> Void = { view, error in
                self.board.with { $0.stop(view, error) }
            }
            // Asked before each run: what came after the last question is still folded.
            var mayGrow = true
            while mayGrow {
                mayGrow = isGrowing()
                try pipeline.run(stop: stop) { folded in
                    self.report(folded, progress, head.position)
                }
                // Where nothing can go on, whoever asked hears it now and not at the end.
                if mayGrow, !pipeline.pause() { break }
            }
            finish(&stations)
        }
    }

    /// Rebuilds `view` beside its file and swaps it in.
    package func rebuild(
        _ view: ViewName,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws {
        desk.with { stations in
            stations[view] = nil
            board.with { $0.restart(view) }
            attempt(view, in: &stations) { try fresh(view, epoch: try source.head().epoch) }
        }
        // Before the old file is brought along in its place.
        if let failure = status(of: view).failure { throw failure }
        try catchUp(progress: progress)
        if let failure = status(of: view).failure { throw failure }
    }

    // MARK: Where they stand

    package func status(of view: ViewName) -> ViewStatus { board.with { $0[view] } }

    /// Waits until a view has folded `position`: true if it has, false if time ran out or it
    /// stopped.
    package func wait(for view: ViewName, at position: Position, milliseconds: Int) -> Bool {
        board.wait(milliseconds: milliseconds) { board in
            let status = board[view]
            if status.position >= position { return true }
            return status.failure == nil ? nil : false
        } ?? false
    }

    /// Waits until a view has gone beyond `position`, time has run out, or the following has ended;
    /// or until `isOver` says so, which is asked whenever somebody wakes the runner.
    package func waitForMove(
        of view: ViewName, beyond position: Position, milliseconds: Int,
        unless isOver: () -> Bool = { false }
    ) -> ViewMove {
        board.wait(milliseconds: milliseconds) { board -> ViewMove? in
            if !board.isFollowing || isOver() { return .ended }
            let now = board[view].position
            return now > position ? .moved(to: now) : nil
        } ?? .still
    }

    /// Empties the journals of the files, in which rows stand as they were before.
    package func empty() throws {
        try desk.with { stations in
            for station in stations.values { try station.with { try $0.emptyJournal() } }
        }
    }

    // MARK: Following

    /// Starts a thread that follows the log until `stop`; `wake` tells it that there is more.
    package func start() {
        board.with { $0.isFollowing = true }
        _ = WorkerThread {
            while self.board.with({ $0.isFollowing }) {
                do { try self.catchUp() } catch { self.board.with { $0.lastError = error } }
                _ = self.board.wait(milliseconds: 200) { board -> Bool? in
                    guard board.isWoken || !board.isFollowing else { return nil }
                    board.isWoken = false
                    return true
                }
            }
            self.board.with { $0.hasEnded = true }
            self.board.broadcast()
        }
    }

    package func wake() {
        board.with { $0.isWoken = true }
        board.broadcast()
    }

    /// Ends the thread that `start` began, and waits for it.
    package func stop() {
        board.with { $0.isFollowing = false }
        board.broadcast()
        _ = board.wait { $0.hasEnded ? true : nil as Bool? }
    }
}
