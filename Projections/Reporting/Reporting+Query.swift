package import SQLite

extension Reporting {
    /// What an office tells the public of a fiscal year.
    package struct YearFigures: Equatable, Sendable {
        /// Of the Buddhist era: 2567 is October 2566 to September 2567.
        package let year: Int
        package let cases: Int
        package let openCases: Int
        package let completed: Int
    }

    /// The newest years first. Reads every case: keep what it says for a while.
    package static func years(in database: Database, limit: Int = 5) throws -> [YearFigures] {
        try database.rows(
            """
            SELECT fiscal_year, cases, open_cases, completed FROM fiscal_years
            ORDER BY fiscal_year DESC LIMIT ?
            """, limit
        ) {
            YearFigures(
                year: $0.int(0), cases: $0.int(1), openCases: $0.int(2), completed: $0.int(3))
        }
    }

    /// How the people of all time rated: how many did, and the mean in hundredths.
    package static func satisfaction(
        in database: Database
    ) throws -> (ratings: Int, meanHundredths: Int) {
        try database.first(
            "SELECT count(*), coalesce(cast(round(avg(score) * 100) AS INTEGER), 0) FROM rating_rows"
        ) { (ratings: $0.int(0), meanHundredths: $0.int(1)) } ?? (0, 0)
    }
}
