internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// How the office does: the figures of a fiscal year, drawn and in tables, each with where it was
/// counted.
enum FiguresPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/figures", .desk(.figures), lane: .slow) { try page($0) }
        routes.get("/desk/figures/csv/{report}", .desk(.figures), lane: .slow) {
            .response(try FigureFiles.csv($0))
        }
        routes.get("/desk/figures/xlsx", .desk(.figures), lane: .slow) {
            .response(try FigureFiles.workbook($0))
        }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let figures = try visit.deskFigures()
        let title = visit.say("สถิติปีงบประมาณ \(figures.year)", "Figures of \(figures.year)")
        var page = Page(title) {
            ChartParts.fillings
            h1 {
                title
                if let year = FiscalYear(buddhist: figures.year) {
                    span(.class("caption")) { visit.language(year.span) }
                }
            }
            years(figures, visit)
            sums(figures, visit)
            div(.class("charts")) {
                for card in FigureCards(figures, visit).all { card.html(figures, visit) }
            }
            foot(figures, visit)
        }
        page.isNarrow = false
        return page
    }

    private static func years(_ figures: DeskFigures.Snapshot, _ visit: Visit) -> HTML {
        let years = Set(figures.years + [figures.year]).sorted(by: >)
        return nav(.class("years"), .label(visit.say("ปีงบประมาณ", "Fiscal year"))) {
            ul {
                for year in years {
                    li {
                        a(
                            .href("\(visit.deskPath("figures"))?year=\(year)"),
                            .current(year == figures.year)
                        ) { "\(year)" }
                    }
                }
            }
        }
    }

    private static func sums(_ figures: DeskFigures.Snapshot, _ visit: Visit) -> HTML {
        let words = FigureWords(visit: visit)
        let table = figures[.fiscalYears]
        func sum(_ report: Reporting.Report, _ column: String) -> Int {
            let table = figures[report]
            return table.rows.indices.reduce(0) { $0 + table[$1, column].integer }
        }
        let numbers: [(String, Int)] = [
            (words("รับเข้า", "Filed"), sum(.fiscalYears, "cases")),
            (words("สำเร็จ", "Completed"), sum(.fiscalYears, "completed")),
            (words("เปิดอยู่", "Open"), sum(.fiscalYears, "open_cases")),
            (
                words("เคยเกินกำหนด", "Missed a deadline"),
                sum(.fiscalYears, "cases_with_missed_deadline")
            ),
            (words("เปิดใหม่", "Reopened"), sum(.reopenings, "reopened_cases")),
        ]
        return dl(.class("figures")) {
            for (name, number) in numbers {
                div {
                    dt { name }
                    dd { table.rows.isEmpty ? "–" : OfficeFigures.count(number) }
                }
            }
            if let mean = meanScore(figures) {
                div {
                    dt { words("ความพึงพอใจ (เต็ม 5)", "Satisfaction (of 5)") }
                    dd { words.decimal(mean) }
                }
            }
        }
    }

    private static func meanScore(_ figures: DeskFigures.Snapshot) -> Double? {
        let table = figures[.satisfaction]
        let (sum, count) = table.rows.indices.reduce((0, 0)) { total, row in
            (1...5).reduce(total) { total, score in
                let ratings = table[row, "score_\(score)"].integer
                return (total.0 + ratings * score, total.1 + ratings)
            }
        }
        return count > 0 ? Double(sum) / Double(count) : nil
    }

    private static func foot(_ figures: DeskFigures.Snapshot, _ visit: Visit) -> HTML {
        let checkpoint = figures.checkpoint
        return div(.class("small")) {
            p {
                visit.say(
                    "ทุกตัวเลขนับจากบันทึกตำแหน่ง 1 ถึง \(checkpoint.position) ซึ่งบันทึกล่าสุดเมื่อ ",
                    "Every figure is counted from the entries 1 to \(checkpoint.position), the last "
                        + "of which was recorded ")
                Parts.moment(figures.recordedAt, visit)
                visit.say(
                    " ด้วยกติกาฉบับที่ \(checkpoint.rules) และรายงานฉบับที่ \(checkpoint.version) "
                        + "ผู้ใดนับซ้ำด้วยคำสั่งใต้ตัวเลขจะได้ผลตรงกันทุกไบต์",
                    ", by version \(checkpoint.rules) of the rules and \(checkpoint.version) of the "
                        + "reports. Whoever runs the command below a figure gets the same bytes.")
            }
            p {
                a(.href("\(visit.deskPath("figures", "xlsx"))?year=\(figures.year)")) {
                    visit.say("ทั้งหมดเป็นไฟล์ Excel (XLSX)", "All of it as a workbook (XLSX)")
                }
            }
        }
    }
}

extension Visit {
    /// The figures of the year that is asked for; of this one if none is.
    func deskFigures() throws -> DeskFigures.Snapshot {
        guard let asked = request.query["year"] else {
            return try office.deskFigures.snapshot(of: FiscalYear(at: now).buddhist)
        }
        guard let year = Int(asked).flatMap(FiscalYear.init(buddhist:)), year <= FiscalYear(at: now)
        else { throw HTTP.Refusal.notFound }
        return try office.deskFigures.snapshot(of: year.buddhist)
    }
}
