internal import Entries
internal import SQLite

/// Sums over the maintained counts, of some departments or of all.
struct QueueSums {
    private let instant: Instant
    /// A case that no department has counts for everybody; nil is every department.
    private let scopes: [String]?
    private let database: Database

    init(at instant: Instant, departments: Set<String>?, in database: Database) {
        self.instant = instant
        scopes = departments.map { $0.sorted() + [""] }
        self.database = database
    }

    /// How many there are, or how many on the day of `moment`.
    func count(
        _ tally: QueueTally.Name, of scopes: [String]? = nil, on moment: Instant? = nil
    ) throws -> Int {
        try sum(tally, "bucket = ?", moment.map(ThaiDay.number(of:)) ?? 0, scopes ?? self.scopes)
    }

    /// How many open cases have `column` at or before the moment.
    func passed(_ tally: QueueTally.Name, _ column: String) throws -> Int {
        let today = ThaiDay.number(of: instant)
        let before = try sum(tally, "bucket < ?", today, scopes)
        let among =
            scopes.map { " AND COALESCE(department, '') IN (\(Self.marks($0)))" } ?? ""
        let within = try database.prepare(
            "SELECT COUNT(*) FROM cases WHERE \(column) >= ? AND \(column) <= ?\(among)"
        ).first([ThaiDay.start(of: today), instant.milliseconds] + Self.values(scopes)) {
            $0.int(0)
        }
        return before + (within ?? 0)
    }

    private func sum(
        _ tally: QueueTally.Name, _ condition: String, _ bucket: Int, _ scopes: [String]?
    ) throws -> Int {
        let among = scopes.map { " AND scope IN (\(Self.marks($0)))" } ?? ""
        return try database.prepare(
            """
            SELECT COALESCE(SUM(count), 0) FROM counts
            WHERE tally = ? AND \(condition)\(among)
            """
        ).first([tally.rawValue, bucket] + Self.values(scopes)) { $0.int(0) } ?? 0
    }

    private static func marks(_ values: [String]) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }

    private static func values(_ scopes: [String]?) -> [(any Bindable)?] { scopes ?? [] }
}
