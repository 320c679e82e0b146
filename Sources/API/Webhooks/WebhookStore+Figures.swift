package import Entries
internal import SQLite
internal import Threads

extension WebhookStore {
    /// What became of a receiver's deliveries, in short.
    package struct Outcomes: Equatable, Sendable {
        /// When one was taken last.
        package var delivered: Instant?
        /// The last one that was not taken, and has not been since.
        package var failed: Delivery?
        package var parked = 0

        package init() {}
    }

    package func outcomes(of code: String) throws -> Outcomes {
        var outcomes = Outcomes()
        outcomes.delivered = try deliveries(of: code, .delivered, limit: 1).first?.at
        outcomes.failed = try deliveries(of: code, .failed, limit: 1).first
        outcomes.parked = try database.with { database in
            try database.first(
                "SELECT count(*) FROM deliveries WHERE code = ? AND state = 'parked'", code
            ) { $0.int(0) } ?? 0
        }
        return outcomes
    }

    /// How often each system has asked, and when last.
    package func uses() throws -> [String: SystemUsage] {
        let rows = try database.with { database in
            try database.rows("SELECT code, requests, last FROM uses") { row in
                (
                    row.text(0),
                    SystemUsage(
                        requests: row.int(1), last: Instant(milliseconds: row.int(2)))
                )
            }
        }
        return Dictionary(rows) { first, _ in first }
    }

    func keep(_ uses: [String: SystemUsage]) throws {
        try database.with { database in
            try database.transaction {
                for (code, use) in uses {
                    try database.run(
                        """
                        INSERT INTO uses VALUES (?, ?, ?) ON CONFLICT (code)
                        DO UPDATE SET requests = excluded.requests, last = excluded.last
                        """, code, use.requests, use.last.milliseconds)
                }
            }
        }
    }
}
