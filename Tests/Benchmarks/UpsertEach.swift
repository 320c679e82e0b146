internal import SQLite

/// A queue of seven columns and one index, written row by row as each event comes, a thousand to a
/// transaction.
enum UpsertEach {
    private static let schema = """
        CREATE TABLE officer_queue(petition_id TEXT PRIMARY KEY, type TEXT, status TEXT,
            department TEXT, received_at TEXT, updated_at TEXT, assigned_to TEXT) WITHOUT ROWID;
        CREATE INDEX officer_queue_by ON officer_queue(department, status, received_at);
        CREATE TABLE checkpoint(name TEXT PRIMARY KEY, pos INTEGER);
        """
    private static let statements = [
        "INSERT INTO officer_queue VALUES(?1,?2,'submitted',NULL,?3,?3,NULL)",
        """
        UPDATE officer_queue SET status='registered',department=?2,updated_at=?3
        WHERE petition_id=?1
        """,
        """
        UPDATE officer_queue SET status='assigned',assigned_to=?2,updated_at=?3
        WHERE petition_id=?1
        """,
        """
        UPDATE officer_queue SET status='reviewed',department=?2,updated_at=?3
        WHERE petition_id=?1
        """,
        "UPDATE officer_queue SET status='decided',updated_at=?2 WHERE petition_id=?1",
    ]
    private static let checkpoint = """
        INSERT INTO checkpoint VALUES('q',?1) ON CONFLICT(name) DO UPDATE SET pos=excluded.pos
        """

    static func rate(_ bench: Bench, petitions: Int) throws -> Double {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        var settings = Database.Settings()
        settings.cacheKibibytes = 2000  // SQLite's own default
        let database = try Database(path: "\(directory)/queue.sqlite", settings: settings)
        try database.execute(schema)
        let times = (0..<1000).map { "2026-01-01T00:\($0 / 60 + 10):\($0 % 60 + 10)Z" }
        let time = try seconds { try write(petitions, at: times, to: database) }
        return Double(petitions * 5) / time
    }

    private static func write(_ petitions: Int, at times: [String], to database: Database) throws {
        let window = max(1, petitions / 10)
        let prepared = try statements.map { try database.prepare($0) }
        var count = 0
        try database.execute("BEGIN")
        for round in 0..<(petitions + 4 * window) {
            for step in 0..<5 {
                let petition = round - step * window
                guard (0..<petitions).contains(petition) else { continue }
                let statement = prepared[step]
                statement.bind(name(of: petition))
                if let value = value(of: petition, step) { statement.bind(value) }
                statement.bind(times[count % times.count])
                try statement.runBound()
                count += 1
                guard count % 1000 == 0 else { continue }
                try database.run(checkpoint, count)
                try database.execute("COMMIT; BEGIN")
            }
        }
        try database.execute("COMMIT")
    }

    private static func name(of petition: Int) -> String {
        let digits = "\(petition)"
        return "P-" + String(repeating: "0", count: 10 - digits.utf8.count) + digits
    }

    private static func value(of petition: Int, _ step: Int) -> String? {
        switch step {
        case 0: kinds[petition % kinds.count]
        case 1, 3: departments[(petition &* 2_654_435_761 >> step) % departments.count]
        case 2: "officer-\(100 + petition % 400)"
        default: nil
        }
    }

    private static let kinds = [
        "complaint", "request", "appeal", "licence", "information", "initiative",
    ]
    private static let departments = [
        "roads", "water", "parks", "schools", "housing", "permits", "health", "transport",
    ]
}
