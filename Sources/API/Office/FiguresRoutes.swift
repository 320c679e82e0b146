internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// The office's figures, with the position of the log that they were counted at.
enum FiguresRoutes {
    private static let reports = Reporting.Report.allCases.filter { !$0.isList }

    static let all = [
        APIRoute(
            operation: "readFigures", method: .get, pattern: "/v1/figures/{report}",
            access: .scope(.figures),
            summary: Wording(thai: "สถิติของหน่วยงาน", english: "The office's figures"),
            parameters: [
                APIParameter(
                    name: "report", place: .path,
                    schema: [
                        "type": "string", "enum": .array(reports.map { .string($0.rawValue) }),
                    ], meaning: "Which report.", isRequired: true),
                .number(
                    "year", 2400...2999,
                    "Fiscal year of the Buddhist era; the one that runs if none."),
            ],
            answer: .one(FigureTable.self, "The report; its values as a file of it has them.")
        ) { visit in
            guard
                let report = reports.first(where: {
                    $0.rawValue == visit.request.parameters["report"]
                })
            else { throw Problem.notFound }
            let snapshot = try visit.office.deskFigures.snapshot(of: try year(visit))
            return .json(FigureTable(report, snapshot))
        }
    ]

    private static func year(_ visit: APIVisit) throws -> Int {
        let current = FiscalYear(at: visit.now)
        guard let text = visit.request.query["year"] else { return current.buddhist }
        guard let year = Int(text).flatMap(FiscalYear.init(buddhist:)) else {
            throw Problem.invalid(
                "year", Wording(thai: "ปีงบประมาณ พ.ศ. เช่น 2569", english: "a year like 2569"))
        }
        return year.buddhist
    }
}

/// A report: the same figures under the same rules at the same position, whoever counts.
struct FigureTable: Fields {
    struct Row: Fields {
        var values: [String] = []

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("values", &values)
        }
    }

    private var columns: [String] = []
    private var position = 0
    private var report = ""
    private var rows: [Row] = []
    private var rules = 0
    private var year = 0

    init() {}

    init(_ report: Reporting.Report, _ figures: DeskFigures.Snapshot) {
        let table = figures[report]
        columns = table.columns
        position = Int(figures.checkpoint.position)
        self.report = report.rawValue
        rows = table.rows.map { Row(values: $0.map(\.reportText)) }
        rules = figures.checkpoint.rules
        year = figures.year
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("columns", &columns)
        try fields.field("position", &position)
        try fields.field("report", &report)
        try fields.list("rows", &rows)
        try fields.field("rules", &rules)
        try fields.field("year", &year)
    }
}
