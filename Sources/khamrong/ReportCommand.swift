import Projections
import SQLite
import Terminal
import Workflow

/// Prints the reporting views.
struct ReportCommand: Verb {
    static let name = "report"
    static let summary = "print the office's figures"
    static let parameters = [report]
    static let options = OfficePlace.options + [fiscalYear, limit, Option.json]
    static let notes = """
        The figures are SQL views in the file reporting.sqlite, which any SQLite program may open
        for reading; Docs/Format/views.md says what each column is. Without a name, the figures of
        the fiscal years are printed.

          khamrong report times --fiscal-year 2567
        """

    private static let names = [
        "fiscal_years", "fiscal_years_by_category", "fiscal_years_by_channel",
        "fiscal_years_by_department", "fiscal_years_by_status", "times", "times_by_category",
        "times_by_department", "deadlines", "satisfaction", "workload", "petitions", "events",
        "clocks",
    ]
    private static let report = Parameter(
        "NAME", "which figures; default: fiscal_years", count: .atMostOne, words: names)
    private static let fiscalYear = Option(
        "fiscal-year", "2567", "only this fiscal year of the Buddhist era")
    private static let limit = Option("limit", "N", "how many rows; default: 200")

    private let place: OfficePlace
    private let name: String
    private let year: Int?
    private let limit: Int
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        name = arguments[Self.report] ?? "fiscal_years"
        year = try arguments.integer(Self.fiscalYear, in: 2400...2700)
        limit = try arguments.integer(Self.limit, in: 1...1_000_000) ?? 200
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let views = try OfficeViews(of: try Office(reading: place.paths))
            try views.catchUp(orTelling: terminal, of: [.reporting])
            let reader = views.reader(of: .reporting)
            guard let checkpoint = try reader.checkpoint(),
                let result = try views.read(.reporting, { try $0.read { try rows(in: $0) } })
            else { throw Failure("the figures have not been built yet") }
            if isJSON {
                try terminal.print(result.json)
                return .good
            }
            try terminal.print(result.table)
            try terminal.print()
            try terminal.print(
                "\(name) at position \(checkpoint.position), reporting version "
                    + "\(checkpoint.version)")
            return .good
        }
    }

    private func rows(in database: Database) throws -> ReportRows {
        let columns = try database.prepare("SELECT * FROM \(name) LIMIT 0").columnNames
        var sql = "SELECT * FROM \(name)"
        var values: [any Bindable] = []
        if let year {
            guard columns.contains("fiscal_year") else {
                throw Failure("\(name) is not by fiscal year")
            }
            sql += " WHERE fiscal_year = ?"
            values.append(year)
        }
        values.append(limit)
        let rows = try database.prepare(sql + " LIMIT ?").rows(values) { row in
            (0..<row.count).map { row.value($0) }
        }
        return ReportRows(columns: columns, rows: rows)
    }
}

/// The rows of a report.
private struct ReportRows {
    let columns: [String]
    let rows: [[Value]]

    var table: Table {
        let isNumber = columns.indices.map { index in
            rows.contains { row in
                switch row[index] {
                case .integer, .real: true
                default: false
                }
            }
        }
        var table = Table(
            columns.enumerated().map { index, name in
                isNumber[index] ? .number(name) : Table.Column(name)
            })
        for row in rows { table.add(row.map { Table.Cell(Self.text($0)) }) }
        return table
    }

    var json: JSON {
        .array(
            rows.map { row in
                JSON.object { object in
                    for (name, value) in zip(columns, row) {
                        switch value {
                        case .null: break
                        case .integer(let number): object[name] = .integer(Int(number))
                        default: object[name] = .string(Self.text(value))
                        }
                    }
                }
            })
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .null: "–"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        case .bytes(let bytes): "\(bytes.count) bytes"
        }
    }
}
