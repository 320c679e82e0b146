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

    private static let shelfMilliseconds = 30_000

    private let views: LiveViews
    private let clock: @Sendable () -> Instant
    private let held = Monitor<Snapshot?>(nil)

    init(_ views: LiveViews, clock: @escaping @Sendable () -> Instant) {
        self.views = views
        self.clock = clock
    }

    /// One caller counts; the others get what was counted before.
    package func now() throws -> Snapshot {
        let now = clock()
        if let snapshot = held.with({ $0 }),
            abs(now.milliseconds - snapshot.at.milliseconds) < Self.shelfMilliseconds
        {
            return snapshot
        }
        let (years, rated) = try views.read(.reporting) { database in
            (
                try Reporting.years(in: database, limit: 100),
                try Reporting.satisfaction(in: database)
            )
        }
        let snapshot = Snapshot(
            years: years, ratings: rated.ratings, meanHundredths: rated.meanHundredths, at: now)
        held.with { $0 = snapshot }
        return snapshot
    }
}
