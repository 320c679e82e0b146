import Entries
import Projections
import SQLite
import Testing

@Suite struct BreachForecastTests {
    private let first = CivilDate(year: 2026, month: 3, day: 30)!

    private func forecast(_ rows: [(String, String, Int64)], met: Int64, late: Int64)
        -> BreachForecast
    {
        BreachForecast(
            from: first,
            due: ReportTable(
                columns: ["day", "kind", "clocks"],
                rows: rows.map { [.text($0.0), .text($0.1), .integer($0.2)] }),
            deadlines: ReportTable(
                columns: ["fiscal_year", "kind", "met", "late"],
                rows: [
                    [.integer(2569), .text("finish"), .integer(met), .integer(late)],
                    [.integer(2569), .text("receive"), .integer(100), .integer(0)],
                ]))
    }

    @Test func `what is due falls on its day, what was due before is overdue`() {
        let forecast = forecast(
            [
                ("2026-03-01", "finish", 2), ("2026-03-29", "finish", 3),
                ("2026-03-30", "finish", 4), ("2026-03-30", "receive", 5),
                ("2026-04-12", "finish", 6), ("2026-04-13", "finish", 7),
            ], met: 3, late: 1)
        #expect(forecast.overdue == ["finish": 5])
        #expect(forecast.days.count == 14)
        #expect(forecast.days[0].clocks == ["finish": 4, "receive": 5])
        #expect(forecast.days[13].date == CivilDate(year: 2026, month: 4, day: 12))
        #expect(forecast.days[13].clocks == ["finish": 6])
        #expect(forecast.due == 10)
        // A quarter of those that ended were late: 2.5 of ten, rounded up.
        #expect(forecast.breaches == 3)
    }

    @Test func `where nothing ended yet, nothing is foretold`() {
        #expect(forecast([("2026-03-30", "finish", 4)], met: 0, late: 0).breaches == nil)
        #expect(forecast([], met: 9, late: 1).breaches == 0)
    }
}
