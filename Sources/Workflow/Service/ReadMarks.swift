package import Entries
internal import SQLite
internal import Threads

/// Up to where the petitioner has read each case: `read.sqlite`, a case a row.
///
/// That somebody has read is nobody else's business, so it is no event. The file holds no account
/// and no text; without it every message of the office is new once more, and nothing else is lost.
/// Any thread may use it.
package final class ReadMarks: Sendable {
    private let database: Monitor<Database>

    init(_ path: String) throws {
        let database = try Database(path: path)
        try database.execute(
            """
            CREATE TABLE IF NOT EXISTS marks (
              number TEXT PRIMARY KEY,
              position INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
        self.database = Monitor(database)
    }

    /// Whoever the case belongs to has its page before them, with all that happened up to there.
    package func read(_ number: String, through position: Position) throws {
        try database.with { database in
            let known = try database.first(
                "SELECT position FROM marks WHERE number = ?", number
            ) { Position($0.int64(0)) }
            guard known ?? 0 < position else { return }
            try database.run(
                "INSERT OR REPLACE INTO marks VALUES (?, ?)", number, position)
        }
    }

    /// The last position that was read of each of the cases; none of one that nobody has opened.
    package func marks(of numbers: some Sequence<String>) throws -> [String: Position] {
        try database.with { database in
            var marks: [String: Position] = [:]
            for number in numbers {
                marks[number] = try database.first(
                    "SELECT position FROM marks WHERE number = ?", number
                ) { Position($0.int64(0)) }
            }
            return marks
        }
    }
}
