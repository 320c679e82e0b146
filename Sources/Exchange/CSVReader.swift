/// Reads tables of cases or events as an import map says.
package enum CSVReader {
    /// Hands over the cases of `file` in the order of their first rows and returns what it held.
    ///
    /// A row that cannot be used is reported with its line and left out; the rest goes on. A header
    /// that does not fit the map ends the reading before the first row. What `deliver` throws comes
    /// out again. Where a row is an event, all cases are held until the file has ended.
    package static func read(
        _ file: consuming SourceFile, map: ImportMap, limits: SourceLimits = SourceLimits(),
        report: ProblemReport, deliver: (SourceBatch) throws -> Void
    ) throws -> SourceSummary {
        guard let table = map.table else { throw ExchangeError.wrongMap(reason: .mapWithoutCSV) }
        var rows = try CSVRows(file, separator: table.separator, limits: limits)
        return try withoutActuallyEscaping(report) { report in
            try withoutActuallyEscaping(deliver) { deliver in
                var table = CSVImport(
                    map: map, table: table,
                    collector: CaseCollector(limits: limits, report: report, deliver: deliver))
                return try table.run(&rows)
            }
        }
    }

    /// The cases of a table in memory, gzip or not, and all that is wrong with it.
    package static func read(
        _ bytes: [UInt8], map: ImportMap, limits: SourceLimits = SourceLimits()
    ) throws -> (cases: [SourceCase], summary: SourceSummary, problems: [RowProblem]) {
        var cases: [SourceCase] = []
        var problems: [RowProblem] = []
        let summary = try read(SourceFile(bytes: bytes), map: map, limits: limits) {
            problems.append($0)
        } deliver: {
            cases += $0.cases
        }
        return (cases, summary, problems)
    }
}
