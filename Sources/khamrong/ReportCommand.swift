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
        "fiscal-year", "2567",
        "only this fiscal year of the Buddhist era; not with \(Reporting.Report.notByYear)")
    private static let limit = Option(
        "limit", "N", "how many rows; default: 200, with --csv all of them")
    private static let csv = Option(flag: "csv", "print comma-separated values (RFC 4180)")

    private static let mostRows = 1_000_000

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
            try arguments.integer(Self.limit, in: 1...Self.mostRows) ?? (isCSV ? .max : 200)
        isJSON = arguments.has(.json)
        if isCSV, isJSON { throw UsageError("--csv and --json are two forms of one output") }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let counted = try counted(terminal)
            try isCSV ? terminal.print(bytes: counted.table.csv) : show(counted, on: terminal)
            ShownRows(
                shown: counted.table.rows.count, total: counted.total, name: "rows",
                mostRows: Self.mostRows
            ).tell(on: terminal, orBy: "--csv prints all without a limit")
            return .good
        }
    }

    private func show(_ counted: Counted, on terminal: Terminal) throws {
        if isJSON { return try terminal.print(counted.table.json) }
        let (table, leftOut) = counted.table.printed(within: terminal.width)
        if counted.table.rows.isEmpty {
            try terminal.print("ไม่มีข้อมูล (There is nothing to show.)")
        } else {
            try terminal.print(table, without: leftOut)
        }
        try terminal.print()
        try terminal.print(
            "\(report.rawValue) at position "
                + "\(Readable.count(Int(counted.checkpoint.position))), reporting version "
                + "\(counted.checkpoint.version), rules version \(counted.checkpoint.rules)")
    }

    /// A report, how many rows it has without a limit, and what it was counted from.
    private struct Counted {
        let table: ReportTable
        let total: Int
        let checkpoint: ViewCheckpoint
    }

    private func counted(_ terminal: Terminal) throws -> Counted {
        let office = try Office(reading: place.paths)
        try HistoryOptions.check(until, HistoryOptions.until, in: office.log)
        if until != .head {
            let end = try until.end(in: office.log)
            let bar = terminal.progress("counting", of: Int(end), unit: "entries")
            defer { bar.finish() }
            return try office.asItStood(
                .reporting, at: end, fromNothing: report == .events,
                progress: { bar.reach(Int($0)) }, read)
        }
        let views = OfficeViews(of: office)
        try views.catchUp(orTelling: terminal, of: [.reporting])
        guard let counted = try views.read(.reporting, telling: terminal, { try $0.read(read) })
        else {
            throw Failure("the figures have not been built yet")
        }
        return counted
    }

    private func read(_ database: Database) throws -> Counted {
        guard let checkpoint = try ViewCheckpoint(in: database) else {
            throw Failure("the figures have not been built yet")
        }
        do {
            let table = try Reporting.table(report, year: year, limit: limit, in: database)
            let total =
                table.rows.count < limit
                ? table.rows.count : try Reporting.count(report, year: year, in: database)
            return Counted(table: table, total: total, checkpoint: checkpoint)
        } catch is ReportTable.NoColumn {
            throw UsageError("\(report.rawValue) is not by fiscal year")
        }
    }
}

extension Reporting.Report {
    /// The names for which a fiscal year means nothing.
    static var notByYear: String {
        allCases.filter { !$0.isByYear }.map(\.rawValue).joined(separator: ", ")
    }
}

extension ReportTable {
    /// The table as far as it fits, and the columns that do not: the last ones, since the first
    /// say what a row is of.
    fileprivate func printed(within width: Int?) -> (Table, leftOut: [String]) {
        let count = min(columns.count, width.map(fitting) ?? columns.count)
        var table = Table(
            columns.prefix(count).enumerated().map { index, name in
                isNumber(index) ? .number(name) : Table.Column(name)
            })
        for row in rows { table.add(row.prefix(count).map { Table.Cell($0.shown) }) }
        return (table, Array(columns[count...]))
    }

    /// How many columns stand beside each other where words are cut and numbers are not.
    private func fitting(_ width: Int) -> Int {
        var rest = width
        for index in columns.indices {
            let widest = rows.lazy.map { DisplayWidth.of($0[index].shown) }.max() ?? 0
            let whole = max(widest, DisplayWidth.of(columns[index]))
            rest -= isNumber(index) ? whole : min(whole, Self.narrowest)
            guard rest >= 0 else { return max(1, index) }
            rest -= 2
        }
        return columns.count
    }

    /// Words that are cut shorter say nothing.
    private static var narrowest: Int { 15 }

    private func isNumber(_ index: Int) -> Bool { rows.contains { $0[index].decimal != nil } }

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

extension Value {
    fileprivate var shown: String { self == .null ? "–" : reportText }
}
