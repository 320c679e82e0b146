package import Entries
package import SQLite

extension OfficerQueue {
    /// How many rows each view of the desk holds.
    package struct Counts: Equatable, Sendable {
        package var open = 0
        package var mine = 0
        package var unclaimed = 0
        package var awaitingCitizen = 0
        package var near = 0
        package var overdue = 0
        package var appointments = 0
        package var returned = 0
        package var finishedToday = 0
        package var identities = 0

        package init() {}
    }

    /// The counts at a moment, for an officer: sums of maintained numbers, and one day's range of
    /// an index where the moment falls within the day.
    package static func counts(
        at instant: Instant, officer: String? = nil, in database: Database
    ) throws -> Counts {
        func count(_ tally: QueueTally.Name, scope: String = "", bucket: Int = 0) throws -> Int {
            try database.first(
                "SELECT count FROM counts WHERE tally = ? AND scope = ? AND bucket = ?",
                tally.rawValue, scope, bucket
            ) { $0.int(0) } ?? 0
        }
        let today = ThaiDay.number(of: instant)
        var counts = Counts()
        counts.open = try count(.open)
        if let officer { counts.mine = try count(.owner, scope: officer) }
        counts.unclaimed = try count(.unclaimed)
        counts.awaitingCitizen = try count(.awaitsCitizen)
        counts.returned = try count(.returned)
        counts.appointments = try count(.appointment, bucket: today)
        counts.finishedToday = try count(.finished, bucket: today)
        counts.identities = try count(.identity)
        counts.overdue = try passed(.due, "next_due", at: instant, in: database)
        // A clock that is due was near before.
        counts.near = try passed(.near, "next_near", at: instant, in: database) - counts.overdue
        return counts
    }

    /// How many open cases have `column` at or before a moment.
    private static func passed(
        _ tally: QueueTally.Name, _ column: String, at instant: Instant, in database: Database
    ) throws -> Int {
        let today = ThaiDay.number(of: instant)
        let before = try database.first(
            """
            SELECT COALESCE(SUM(count), 0) FROM counts
            WHERE tally = ? AND scope = '' AND bucket < ?
            """, tally.rawValue, today
        ) { $0.int(0) }
        let within = try database.first(
            "SELECT COUNT(*) FROM cases WHERE \(column) >= ? AND \(column) <= ?",
            ThaiDay.start(of: today), instant.milliseconds
        ) { $0.int(0) }
        return (before ?? 0) + (within ?? 0)
    }
}
