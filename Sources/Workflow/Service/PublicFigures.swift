package import Entries
package import Projections
internal import Threads

/// The figures that an office shows to everybody, counted again at most twice a minute.
package final class PublicFigures: Sendable {
    package struct Snapshot: Equatable, Sendable {
        package let years: [Reporting.YearFigures]
        package let ratings: Int
        /// The mean score, in hundredths.
        package let meanHundredths: Int
        /// When it was counted.
        package let at: Instant

        package var cases: Int { years.reduce(0) { $0 + $1.cases } }
    }

    private struct Held {
        var snapshot: Snapshot
        var isWanted = false, isStopped = false
        var failure: (any Error)?

        func isFresh(at now: Instant) -> Bool {
            abs(now.milliseconds - snapshot.at.milliseconds) < PublicFigures.shelfMilliseconds
        }
    }

    private static let shelfMilliseconds = 30_000
    /// How long a visitor waits for the newest: a small office is counted by then.
    private static let patienceMilliseconds = 15

    private let clock: @Sendable () -> Instant
    private let held: Monitor<Held>
    private let thread: WorkerThread

    /// Counts for the first time, which at hundreds of thousands of cases takes a moment.
    init(_ views: LiveViews, clock: @escaping @Sendable () -> Instant) throws {
        let held = Monitor(Held(snapshot: try Self.count(views, at: clock())))
        self.held = held
        self.clock = clock
        thread = WorkerThread {
            while Self.waitUntilWanted(held) {
                let counted = Result { try Self.count(views, at: clock()) }
                held.with { held in
                    held.isWanted = false
                    switch counted {
                    case .success(let snapshot): held.snapshot = snapshot
                    case .failure(let error): held.failure = error
                    }
                }
                held.broadcast()
            }
        }
    }

    deinit { stop() }

    /// They are counted on a thread of their own: where that takes long, the visitor who finds
    /// them out of date gets what was counted before.
    package func now() throws -> Snapshot {
        let now = clock()
        let isFresh = held.with { held in
            held.isWanted = held.isWanted || !held.isFresh(at: now)
            return held.isFresh(at: now)
        }
        if !isFresh {
            held.broadcast()
            _ = held.wait(milliseconds: Self.patienceMilliseconds) { held in
                held.isWanted ? nil : true
            }
        }
        return try held.with { held in
            defer { held.failure = nil }
            if let failure = held.failure { throw failure }
            return held.snapshot
        }
    }

    /// Ends the counting.
    func stop() {
        held.with { $0.isStopped = true }
        held.broadcast()
        thread.join()
    }

    /// False when it is over.
    private static func waitUntilWanted(_ held: Monitor<Held>) -> Bool {
        held.wait { $0.isStopped ? false : $0.isWanted ? true : nil }
    }

    private static func count(_ views: LiveViews, at now: Instant) throws -> Snapshot {
        let (years, rated) = try views.read(.reporting) { database in
            (
                try Reporting.years(in: database, limit: 100),
                try Reporting.satisfaction(in: database)
            )
        }
        return Snapshot(
            years: years, ratings: rated.ratings, meanHundredths: rated.meanHundredths, at: now)
    }
}
