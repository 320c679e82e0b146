internal import Markup
internal import Projections
internal import Workflow

/// One figure of the page: the chart, the table beside it, and how to count it again.
struct FigureCard {
    let report: Reporting.Report
    let title: String
    /// What its fillings mean; none where there is one.
    var legend: [String] = []
    let chart: HTML
    /// In place of the report's own columns.
    var headings: [String]?
    var rows: [[String]] = []
    var note: String?

    /// Long reports are whole in their files.
    private static let mostRows = 60

    func html(_ figures: DeskFigures.Snapshot, _ visit: Visit) -> HTML {
        section(.class("card figure")) {
            h2 { title }
            if legend.count > 1 { ChartParts.legend(legend) }
            chart
            if let note { p(.class("small")) { note } }
            details(.class("more")) {
                summary {
                    visit.say("ตาราง", "Table")
                    span(.class("hidden")) { ": \(title)" }
                }
                table(figures[report], visit)
            }
            source(figures, visit)
        }
    }

    private func table(_ table: ReportTable, _ visit: Visit) -> HTML {
        let words = FigureWords(visit: visit)
        let shown = table.columns.indices.filter { table.columns[$0] != "fiscal_year" }
        let titles = headings ?? shown.map { words.heading(table.columns[$0]) }
        let lines =
            headings == nil
            ? table.rows.prefix(Self.mostRows).map { row in
                shown.map { words.text(row[$0], of: table.columns[$0]) }
            } : rows
        return Parts.table(title) {
            Parts.heads(titles, numbers: 1..<max(1, titles.count))
            tbody {
                for line in lines {
                    tr {
                        for (index, text) in line.enumerated() {
                            if index == 0 {
                                th(Attribute("scope", "row")) { text }
                            } else {
                                td(.class("n")) { text }
                            }
                        }
                    }
                }
            }
        }
    }

    /// From where, by which rules, and how anybody comes to the same bytes.
    private func source(_ figures: DeskFigures.Snapshot, _ visit: Visit) -> HTML {
        let checkpoint = figures.checkpoint
        return details(.class("source small soft")) {
            summary {
                visit.say(
                    "ตำแหน่ง \(checkpoint.position) กติกา \(checkpoint.rules)",
                    "Position \(checkpoint.position), rules \(checkpoint.rules)")
                span(.class("hidden")) { ": \(title)" }
            }
            p {
                visit.say("นับซ้ำได้ผลตรงกันทุกไบต์: ", "Counted again to the same bytes: ")
                element("code", [], .text(figures.command(report, visit.office.code)))
            }
            p {
                a(.href(visit.figureFile(report, figures))) {
                    visit.say("ไฟล์ CSV", "CSV file")
                    span(.class("hidden")) { ": \(title)" }
                }
            }
        }
    }
}

extension DeskFigures.Snapshot {
    /// What an auditor types to count a report again.
    func command(_ report: Reporting.Report, _ office: String) -> String {
        let year = report.isByYear ? " --fiscal-year \(year)" : ""
        return "khamrong report \(report.rawValue) --office \(office)\(year) "
            + "--until \(checkpoint.position) --csv"
    }
}

extension Visit {
    func figureFile(_ report: Reporting.Report, _ figures: DeskFigures.Snapshot) -> String {
        "\(deskPath("figures", "csv", report.rawValue))?year=\(figures.year)"
    }
}
