internal import HTTP
internal import Projections
internal import Rules
internal import Spreadsheets
internal import SQLite
internal import Workflow

/// The figures as files: each report as its own bytes, or all of them as the sheets of a workbook.
enum FigureFiles {
    /// What `khamrong report … --until … --csv` prints.
    static func csv(_ visit: Visit) throws -> Response {
        guard let report = visit.request.parameters["report"].flatMap(Reporting.Report.init),
            !report.isList
        else { throw HTTP.Refusal.notFound }
        let figures = try visit.deskFigures()
        return download(
            figures[report].csv, .csv, "\(report.rawValue)-\(name(of: figures)).csv")
    }

    static func workbook(_ visit: Visit) throws -> Response {
        let figures = try visit.deskFigures()
        let words = FigureWords(visit: visit)
        let book = try Workbook()
        for report in Reporting.Report.allCases where !report.isList {
            let table = figures[report]
            try book.beginSheet(report.rawValue, table.columns.map { Heading(words.heading($0)) })
            for row in table.rows {
                try book.add(zip(table.columns, row).map { cell($1, of: $0, words) })
            }
        }
        try book.beginSheet(
            visit.say("ที่มา", "Source"), [Heading("", width: 30), Heading("", width: 80)])
        try book.add([
            .text(visit.say("ตำแหน่งในบันทึก", "Position in the log")),
            .number(Int(figures.checkpoint.position)),
        ])
        try book.add([
            .text(visit.say("ฉบับของกติกา", "Version of the rules")),
            .number(figures.checkpoint.rules),
        ])
        for report in Reporting.Report.allCases where !report.isList {
            try book.add([
                .text(report.rawValue), .text(figures.command(report, visit.office.code)),
            ])
        }
        return download(try book.finish(), .xlsx, "figures-\(name(of: figures)).xlsx")
    }

    private static func cell(_ value: Value, of column: String, _ words: FigureWords) -> Cell {
        switch value {
        case .null: .empty
        case .integer(let number): .number(Int(number))
        case .real(let number): .decimal(number)
        case .text: .text(words.text(value, of: column))
        case .bytes: .text(value.reportText)
        }
    }

    /// A file says of itself which year, and at which position.
    private static func name(of figures: DeskFigures.Snapshot) -> String {
        "\(figures.year)-at-\(figures.checkpoint.position)"
    }

    private static func download(
        _ bytes: [UInt8], _ type: MediaType, _ name: String
    ) -> Response {
        var response = Response.bytes(bytes, type)
        response.setDisposition(fileName: name)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
