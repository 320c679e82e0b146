package import Entries
package import SQLite

extension Reporting {
    /// The SQL views that are figures, by their names; Docs/Format/views.md says what each column is.
    package enum Report: String, CaseIterable, Sendable {
        case fiscalYears = "fiscal_years"
        case byCategory = "fiscal_years_by_category"
        case byChannel = "fiscal_years_by_channel"
        case byDepartment = "fiscal_years_by_department"
        case byStatus = "fiscal_years_by_status"
        case months = "fiscal_months"
        case times
        case timesByCategory = "times_by_category"
        case timesByDepartment = "times_by_department"
        case deadlines
        case satisfaction
        case reopenings
        case workload
        case dueDays = "due_days"
        case petitions
        case events
        case clocks

        package var isByYear: Bool { ![.workload, .dueDays, .events, .clocks].contains(self) }

        /// Whether it has a row for each case, event or clock, and not figures.
        package var isList: Bool { [.petitions, .events, .clocks].contains(self) }
    }

    /// A report, of one fiscal year or of all, in an order that follows from its rows alone: the
    /// same log gives the same bytes.
    ///
    /// - Throws: `ReportTable.NoColumn` for a year of a report that is not by year.
    package static func table(
        _ report: Report, year: Int? = nil, limit: Int = .max, in database: Database
    ) throws -> ReportTable {
        let columns = try columns(of: report, year, in: database)
        let order = (1...min(3, columns.count)).map(String.init).joined(separator: ", ")
        let rows = try database.prepare(
            "SELECT * \(source(report, year)) ORDER BY \(order) LIMIT ?"
        ).rows((year.map { [$0] } ?? []) + [limit]) { row in
            (0..<row.count).map { row.value($0) }
        }
        return ReportTable(columns: columns, rows: rows)
    }

    /// How many rows the whole report has.
    package static func count(
        _ report: Report, year: Int? = nil, in database: Database
    ) throws -> Int {
        _ = try columns(of: report, year, in: database)
        return try database.prepare("SELECT count(*) \(source(report, year))")
            .rows(year.map { [$0] } ?? []) { $0.int(0) }.first ?? 0
    }

    private static func columns(
        of report: Report, _ year: Int?, in database: Database
    ) throws -> [String] {
        let columns = try database.prepare("SELECT * FROM \(report.rawValue) LIMIT 0").columnNames
        guard year == nil || columns.contains("fiscal_year") else {
            throw ReportTable.NoColumn(name: "fiscal_year")
        }
        return columns
    }

    private static func source(_ report: Report, _ year: Int?) -> String {
        "FROM \(report.rawValue)\(year == nil ? "" : " WHERE fiscal_year = ?")"
    }

    /// The fiscal years of which there are figures, the newest first.
    package static func fiscalYears(in database: Database) throws -> [Int] {
        var years: [Int] = []
        // From year to year by the index, not over every case.
        var next = try newestYear(before: .max, in: database)
        while let year = next {
            years.append(year)
            next = try newestYear(before: year, in: database)
        }
        return years
    }

    private static func newestYear(before year: Int, in database: Database) throws -> Int? {
        try database.first(
            """
            SELECT fiscal_year FROM petition_rows WHERE fiscal_year < ?
            ORDER BY fiscal_year DESC LIMIT 1
            """, year
        ) { $0.int(0) }
    }

    /// When the last event was recorded that the figures count; nil where there is none.
    package static func recordedAt(in database: Database) throws -> Instant? {
        try database.first("SELECT at FROM event_rows ORDER BY position DESC LIMIT 1") {
            Instant(milliseconds: $0.int(0))
        }
    }
}
