import EventLog
import Projections
import SQLite
import Terminal
import Workflow

/// Prints the reporting views.
struct ReportCommand: Verb {
    static let name = "report"
    static let summary = "print the office's figures, also as they stood"
    static let parameters = [report]
    static let options =
        OfficePlace.options + [fiscalYear, HistoryOptions.until, limit, csv, Option.json]
    static let notes = """
        The figures are SQL views in the file reporting.sqlite, which any SQLite program may open
        for reading; Docs/Format/views.md says what each column is. Without a name, the figures of
        the fiscal years are printed.

        With --until they are counted from the log up to there, in a file that goes again.
        Every page of figures names the position that it was counted at: --csv then prints the
        bytes of that page's file.

          khamrong report times --fiscal-year 2567
          khamrong report times --fiscal-year 2567 --until 120000 --csv
        """

    private static let report = Parameter(
        "NAME", "which figures; default: fiscal_years", count: .atMostOne,
        words: Reporting.Report.allCases.map(\.rawValue))
    private static let fiscalYear = Option(
        "fiscal-year", "2567", "only this fiscal year of the Buddhist era")
    private static let limit = Option(
        "limit", "N", "how many rows; default: 200, with --csv all of them")
    private static let csv = Option(flag: "csv", "print comma-separated values (RFC 4180)")

    private let place: OfficePlace
    private let report: Reporting.Report
    private let year: Int?
    private let until: Until
    private let limit: Int
    private let isJSON: Bool
    private let isCSV: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        report = arguments[Self.report].flatMap(Reporting.Report.init) ?? .fiscalYears
        year = try arguments.integer(Self.fiscalYear, in: 2400...2700)
        until = try HistoryOptions.recorded(arguments)
        isCSV = arguments.has(Self.csv)
        limit =
            try arguments.integer(Self.limit, in: 1...1_000_000) ?? (isCSV ? .max : 200)
        isJSON = arguments.has(.json)
        if isCSV, isJSON { throw UsageError("--csv and --json are two forms of one output") }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let (table, checkpoint) = try counted(terminal)
            if isCSV {
                try terminal.print(bytes: table.csv)
                return .good
            }
            if isJSON {
                try terminal.print(table.json)
                return .good
            }
            try terminal.print(table.printed)
            try terminal.print()
            try terminal.print(
                "\(report.rawValue) at position \(checkpoint.position), reporting version "
                    + "\(checkpoint.version), rules version \(checkpoint.rules)")
            return .good
        }
    }

    private func counted(_ terminal: Terminal) throws -> (ReportTable, ViewCheckpoint) {
        let office = try Office(reading: place.paths)
        if until != .head {
            let end = try until.end(in: office.log)
            return try office.asItStood(.reporting, at: end, fromNothing: report == .events) {
                try read($0)
            }
        }
        let views = try OfficeViews(of: office)
        try views.catchUp(orTelling: terminal, of: [.reporting])
        guard let counted = try views.read(.reporting, { try $0.read { try read($0) } }) else {
            throw Failure("the figures have not been built yet")
        }
        return counted
    }

    private func read(_ database: Database) throws -> (ReportTable, ViewCheckpoint) {
        guard let checkpoint = try ViewCheckpoint(in: database) else {
            throw Failure("the figures have not been built yet")
        }
        do {
            let table = try Reporting.table(report, year: year, limit: limit, in: database)
            return (table, checkpoint)
        } catch is ReportTable.NoColumn {
            throw Failure("\(report.rawValue) is not by fiscal year")
        }
    }
}

extension ReportTable {
    fileprivate var printed: Table {
        let isNumber = columns.indices.map { index in
            rows.contains { $0[index].decimal != nil }
        }
        var table = Table(
            columns.enumerated().map { index, name in
                isNumber[index] ? .number(name) : Table.Column(name)
            })
        for row in rows {
            table.add(row.map { Table.Cell($0 == .null ? "–" : $0.reportText) })
        }
        return table
    }

    fileprivate var json: JSON {
        .array(
            rows.map { row in
                JSON.object { object in
                    for (name, value) in zip(columns, row) {
                        switch value {
                        case .null: break
                        case .integer(let number): object[name] = .integer(Int(number))
                        default: object[name] = .string(value.reportText)
                        }
                    }
                }
            })
    }
}
