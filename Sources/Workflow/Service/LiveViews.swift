package import Entries
package import Projections
package import SQLite
internal import Threads

/// The views of an office in service: one thread follows the log, many read.
package final class LiveViews: Sendable {
    private let runner: ViewRunner
    private let readers: [ViewName: ViewReaders]
    private let lock: FileLock

    /// As many may read one view at a time; the others wait.
    private static let readersOfEach = 4

    /// Brings the views to the head of the log, then follows it.
    ///
    /// Blocks until they are there.
    /// - Throws: `OfficeProblem.viewsBusy` while another process brings them along.
    package init(of office: Office) throws {
        let directory = try ViewDirectory(office.paths.views)
        guard let lock = try FileLock.take("\(office.paths.views)/views.lock") else {
            throw OfficeProblem.viewsBusy
        }
        self.lock = lock
        runner = ViewRunner(
            directory: directory, source: office.eventSource, open: office.sectionOpener)
        readers = Dictionary(
            uniqueKeysWithValues: ViewName.allCases.map {
                ($0, ViewReaders($0, in: directory, count: Self.readersOfEach))
            })
        try runner.catchUp()
        runner.start()
    }

    /// Hands `body` one state of a view.
    package func read<Result: Sendable>(
        _ view: ViewName, _ body: (Database) throws -> Result
    ) throws -> Result {
        guard let readers = readers[view] else { throw OfficeProblem.viewMissing }
        return try readers.read(body)
    }

    /// Says that the log has grown.
    package func wake() { runner.wake() }

    /// Waits until a view shows what was recorded at `position`: people read what they wrote.
    /// False if it does not within the time.
    @discardableResult
    package func wait(for view: ViewName, at position: Position, milliseconds: Int = 2000) -> Bool {
        runner.wake()
        return runner.wait(for: view, at: position, milliseconds: milliseconds)
    }

    /// Blocks until a view has gone beyond `position`, time has run out, or the office closes.
    /// The same once `isOver` says so, which is asked whenever the views are woken.
    package func waitForMove(
        of view: ViewName, beyond position: Position, milliseconds: Int,
        unless isOver: () -> Bool = { false }
    ) -> ViewMove {
        runner.waitForMove(
            of: view, beyond: position, milliseconds: milliseconds, unless: isOver)
    }

    /// Waits until every view shows what was recorded at `position`, and until nothing of how they
    /// stood before is left in their files.
    package func settle(at position: Position) throws {
        for view in ViewName.allCases {
            guard wait(for: view, at: position, milliseconds: 60_000) else {
                throw OfficeProblem.viewMissing
            }
        }
        try runner.empty()
    }

    package func status(of view: ViewName) -> ViewStatus { runner.status(of: view) }

    /// Ends the following.
    package func stop() {
        runner.stop()
        lock.release()
    }
}
