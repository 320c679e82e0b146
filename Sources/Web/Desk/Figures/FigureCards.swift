internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The figures of a fiscal year, one card each.
struct FigureCards {
    let figures: DeskFigures.Snapshot
    let visit: Visit
    let words: FigureWords

    init(_ figures: DeskFigures.Snapshot, _ visit: Visit) {
        self.figures = figures
        self.visit = visit
        words = FigureWords(visit: visit)
    }

    /// Longer charts are read in their tables.
    private static let mostBars = 12

    var all: [FigureCard] {
        [months, forecast, deadlines, times] + counts + [
            times(.timesByCategory, "category", words("เวลาตามประเภทเรื่อง", "Time by category")),
            times(
                .timesByDepartment, "department", words("เวลาตามหน่วยงาน", "Time by department")),
            workload, satisfaction, reopenings,
        ]
    }

    // MARK: How many

    private var months: FigureCard {
        let title = words("รับเข้าและสิ้นสุดรายเดือน", "Filed and finished, by month")
        let table = figures[.months]
        let known = Dictionary(
            table.rows.indices.map { (table[$0, "month"].reportText, $0) },
            uniquingKeysWith: { first, _ in first })
        let year = FiscalYear(buddhist: figures.year)
        let columns = (0..<12).map { index -> ColumnChart.Column in
            let month = (index + 9) % 12 + 1
            let of = figures.year - 543 - (index < 3 ? 1 : 0)
            let code = "\(of)-\(month < 10 ? "0" : "")\(month)"
            let row = known[code]
            let filed = row.map { table[$0, "filed"].integer } ?? 0
            let finished = row.map { table[$0, "finished"].integer } ?? 0
            let name = words.month(code) ?? code
            return ColumnChart.Column(
                label: String(name.split(separator: " ").first ?? ""), values: [filed, finished],
                words: "\(name) \(filed)/\(finished)")
        }
        return FigureCard(
            report: .months, title: title,
            legend: [words("รับเข้า", "Filed"), words("สิ้นสุด", "Finished")],
            chart: ColumnChart(id: "months", title: title, columns: columns).html,
            note: year.map { visit.language($0.span) })
    }

    private var counts: [FigureCard] {
        [
            status,
            count(.byCategory, "category", words("ตามประเภทเรื่อง", "By category")),
            count(.byDepartment, "department", words("ตามหน่วยงาน", "By department")),
            count(.byChannel, "channel", words("ตามช่องทาง", "By channel")),
        ]
    }

    private var status: FigureCard {
        let title = words("ตามสถานะ", "By status")
        return bars(.byStatus, "status", title, "status", parts: ["cases"], shows: ["cases"])
    }

    private func count(
        _ report: Reporting.Report, _ column: String, _ title: String
    ) -> FigureCard {
        var card = bars(
            report, column, title, column, parts: ["completed", "open_cases"], rest: "cases",
            shows: ["cases"])
        card.legend = [
            words("สำเร็จ", "Completed"), words("เปิดอยู่", "Open"),
            words("สิ้นสุดอย่างอื่น", "Ended otherwise"),
        ]
        return card
    }

    /// The largest rows of a report as bars; `rest` names the whole that the last part fills up.
    private func bars(
        _ report: Reporting.Report, _ label: String, _ title: String, _ id: String,
        parts: [String], rest: String? = nil, shows: [String]
    ) -> FigureCard {
        let table = figures[report]
        var bars = table.rows.indices.map { row -> BarChart.Bar in
            var lengths = parts.map { table[row, $0].decimal ?? 0 }
            if let rest {
                lengths.append(max(0, (table[row, rest].decimal ?? 0) - lengths.reduce(0, +)))
            }
            return BarChart.Bar(
                label: words.text(table[row, label], of: label), parts: lengths,
                value: shows.map { words.text(table[row, $0], of: $0) }.joined(separator: " / "))
        }
        bars.sort { $0.parts.reduce(0, +) > $1.parts.reduce(0, +) }
        return FigureCard(
            report: report, title: title,
            chart: BarChart(id: id, title: title, bars: Array(bars.prefix(Self.mostBars))).html)
    }

    // MARK: How long

    private var times: FigureCard {
        times(.times, "step", words("ระยะเวลา", "How long it takes"))
    }

    private func times(
        _ report: Reporting.Report, _ label: String, _ title: String
    ) -> FigureCard {
        let table = figures[report]
        var bars = table.rows.indices.map { row -> BarChart.Bar in
            let median = table[row, "median_days"].decimal ?? 0
            let p90 = table[row, "p90_days"].decimal ?? 0
            return BarChart.Bar(
                label: words.text(table[row, label], of: label),
                parts: [median, max(0, p90 - median)],
                value: "\(words.decimal(median)) / \(words.days(p90))")
        }
        if report != .times { bars.sort { $0.parts.reduce(0, +) > $1.parts.reduce(0, +) } }
        return FigureCard(
            report: report, title: title,
            legend: [
                words("ครึ่งหนึ่งเสร็จภายใน (มัธยฐาน)", "Half within (median)"),
                words("เก้าในสิบภายใน (P90)", "Nine in ten within (P90)"),
            ],
            chart: BarChart(
                id: report.rawValue, title: title, bars: Array(bars.prefix(Self.mostBars))
            ).html)
    }

    private var deadlines: FigureCard {
        let title = words("กำหนดเวลาที่ทันและเกิน", "Deadlines met and missed")
        let table = figures[.deadlines]
        let bars = table.rows.indices.map { row -> BarChart.Bar in
            let (met, late) = (table[row, "met"].integer, table[row, "late"].integer)
            let open = table[row, "running"].integer + table[row, "paused"].integer
            let share = met + late == 0 ? "–" : "\(met * 100 / (met + late)) %"
            return BarChart.Bar(
                label: words.text(table[row, "kind"], of: "kind"),
                parts: [Double(met), Double(open), Double(late)],
                value: words("ทัน \(share)", "met \(share)"))
        }
        return FigureCard(
            report: .deadlines, title: title,
            legend: [
                words("ทันกำหนด", "Met"), words("ยังไม่สิ้นสุด", "Open"),
                words("เกินกำหนด", "Missed"),
            ],
            chart: BarChart(id: "deadlines", title: title, bars: bars).html)
    }

    // MARK: Who, and how well

    private var workload: FigureCard {
        let title = words("งานในมือตามหน่วยงาน", "Open cases by department")
        let table = figures[.workload]
        var sums: [String: (open: Int, missed: Int)] = [:]
        for row in table.rows.indices {
            let unit = words.text(table[row, "department"], of: "department")
            sums[unit, default: (0, 0)].open += table[row, "open_cases"].integer
        }
        let bars = sums.filter { $0.value.open > 0 }
            .sorted { ($1.value.open, $0.key) < ($0.value.open, $1.key) }
            .map { unit, sum in
                BarChart.Bar(
                    label: unit, parts: [Double(sum.open)], value: OfficeFigures.count(sum.open))
            }
        return FigureCard(
            report: .workload, title: title,
            chart: BarChart(
                id: "workload", title: title, bars: Array(bars.prefix(Self.mostBars))
            ).html,
            note: words(
                "ทุกปี ณ ตำแหน่งนี้ ตารางแสดงรายเจ้าหน้าที่",
                "Of all years, at this position; the table names each officer."))
    }

    private var satisfaction: FigureCard {
        let title = words("ความพึงพอใจ", "Satisfaction")
        let table = figures[.satisfaction]
        let bars = (1...5).reversed().map { score -> BarChart.Bar in
            let count = table.rows.indices.reduce(0) {
                $0 + table[$1, "score_\(score)"].integer
            }
            return BarChart.Bar(
                label: words("\(score) คะแนน", score == 1 ? "1 point" : "\(score) points"),
                parts: [Double(count)], value: OfficeFigures.count(count))
        }
        return FigureCard(
            report: .satisfaction, title: title,
            chart: BarChart(id: "satisfaction", title: title, bars: bars).html)
    }

    private var reopenings: FigureCard {
        bars(
            .reopenings, "department", words("เรื่องที่เปิดใหม่", "Reopened cases"), "reopenings",
            parts: ["reopened_cases"], shows: ["reopened_cases", "cases"])
    }

    // MARK: What is to come

    private var forecast: FigureCard {
        let title = words("ครบกำหนดใน 14 วัน", "Due within 14 days")
        let forecast = BreachForecast(
            from: figures.recordedAt.local.date, due: figures[.dueDays],
            deadlines: figures[.deadlines])
        let kinds = BreachForecast.kinds.compactMap { ClockKind(rawValue: $0) }
            .map { visit.language($0.label) }
        func counts(_ clocks: [String: Int]) -> [Int] {
            BreachForecast.kinds.map { clocks[$0] ?? 0 }
        }
        let late = words("เกินแล้ว", "Overdue")
        let days = forecast.days.map { (visit.day($0.date), $0.date.day, counts($0.clocks)) }
        let columns = days.map { name, day, counts in
            ColumnChart.Column(
                label: "\(day)", values: counts, words: "\(name) \(counts.reduce(0, +))")
        }
        let overdue = counts(forecast.overdue)
        return FigureCard(
            report: .dueDays, title: title, legend: kinds,
            chart: ColumnChart(id: "due", title: title, columns: columns, isStacked: true).html,
            headings: [words("วัน", "Day")] + kinds,
            rows: [[late] + overdue.map(OfficeFigures.count)]
                + days.map { name, _, counts in [name] + counts.map(OfficeFigures.count) },
            note: note(of: forecast, overdue: overdue.reduce(0, +)))
    }

    private func note(of forecast: BreachForecast, overdue: Int) -> String {
        let past = words(
            "เกินกำหนดแล้ว \(OfficeFigures.count(overdue)) กำหนด",
            "\(OfficeFigures.count(overdue)) deadlines have passed already")
        guard let breaches = forecast.breaches else { return past }
        return past
            + words(
                " ต้องเสร็จใน 14 วัน \(forecast.due) เรื่อง ถ้าช้าเท่าที่ผ่านมาในปีนี้ "
                    + "(เกิน \(forecast.late) จาก \(forecast.met + forecast.late)) "
                    + "จะเกินกำหนดราว \(breaches) เรื่อง",
                "; \(forecast.due) cases are to be finished within 14 days. If as many are late "
                    + "as this year (\(forecast.late) of \(forecast.met + forecast.late)), "
                    + "about \(breaches) will be.")
    }
}
