package import Entries
internal import EventLog
internal import Events
internal import Projections
internal import Rules
internal import Threads

/// Writes down what the clocks of an office's cases come to: that a deadline is near, that it was
/// missed, before whom the case comes then, and that the petitioner was told of the delay.
///
/// Once each, whatever happens: the rules refuse what stands in the log already, so that a watch
/// that was killed, runs twice or meets a clock that stepped back adds nothing. It sleeps until
/// the next moment that the queue knows of, and is woken when the queue moves.
package final class DeadlineWatch: Sendable {
    private let round: DeadlineRound
    private let views: LiveViews
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void
    private let isStopped = Monitor(false)
    private let thread = Monitor<WorkerThread?>(nil)

    /// Somebody may set the machine's clock meanwhile.
    private static let longestMilliseconds = 60_000
    /// Filings come in bursts: one look is enough for many.
    private static let restMilliseconds = 200
    private static let failedMilliseconds = 5_000

    /// `batch` cases are looked at together; what others want written comes between two batches.
    package init(
        _ office: Office, port: any CommandPort, views: LiveViews, batch: Int = 50,
        clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        round = try DeadlineRound(
            office: office, port: port, views: views, settings: try CurrentSettings(of: office),
            batch: batch, report: report)
        self.views = views
        self.clock = clock
        self.report = report
    }

    package func start() { thread.with { $0 = WorkerThread { [self] in follow() } } }

    /// Ends it after the batch that is under way.
    package func stop() {
        isStopped.with { $0 = true }
        isStopped.broadcast()
        views.wake()
        thread.with { $0 }?.join()
    }

    /// Writes down on the calling thread what is due now, in place of `start`: for tests.
    package func runOnce() throws { while try turn() {} }

    /// One batch; whether there may be more to be done at once.
    package func turn() throws -> Bool { try round.turn(at: clock()) }

    private var hasStopped: Bool { isStopped.with { $0 } }

    private func follow() {
        while !hasStopped {
            // Before anything is read: what comes in meanwhile wakes it again.
            let seen = views.status(of: .officerQueue).position
            do {
                while !hasStopped, try turn() {}
                _ = views.waitForMove(
                    of: .officerQueue, beyond: seen, milliseconds: try sleep(),
                    unless: { hasStopped })
                pause(Self.restMilliseconds)
            } catch {
                report("deadlines: \(error)")
                pause(Self.failedMilliseconds)
            }
        }
    }

    private func sleep() throws -> Int {
        let now = clock()
        let next = try views.read(.officerQueue) { database in
            try OfficerQueue.nextAlarm(after: now, in: database)
        }
        guard let next else { return Self.longestMilliseconds }
        return min(next.milliseconds - now.milliseconds, Self.longestMilliseconds)
    }

    private func pause(_ milliseconds: Int) {
        _ = isStopped.wait(milliseconds: milliseconds) { $0 ? () : nil }
    }
}
