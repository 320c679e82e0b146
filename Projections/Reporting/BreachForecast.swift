package import Entries
internal import SQLite

/// What of the open clocks is to be kept in the next days, and how much of it will probably not
/// be: as large a share as of those that ended this year.
package struct BreachForecast: Equatable, Sendable {
    package struct Day: Equatable, Sendable {
        package let date: CivilDate
        /// By the kinds as the view names them.
        package var clocks: [String: Int]
    }

    package static let kinds = ["receive", "first-answer", "finish"]
    package static let length = 14

    /// What ran out before the first of the days and still runs.
    package private(set) var overdue: [String: Int] = [:]
    package private(set) var days: [Day]
    /// How many cases are to be finished within the days.
    package var due: Int { days.reduce(0) { $0 + ($1.clocks["finish"] ?? 0) } }
    /// Of the clocks for finishing that ended this year, how many were met, and how many not.
    package let met: Int
    package let late: Int

    /// How many of those that are due will probably be late; nil where nothing ended yet.
    package var breaches: Int? {
        guard met + late > 0 else { return nil }
        return (due * late * 2 + met + late) / (2 * (met + late))
    }

    /// From `first` on, by the reports `due_days` and `deadlines`.
    package init(from first: CivilDate, due: ReportTable, deadlines: ReportTable) {
        days = (0..<Self.length).map {
            Day(date: CivilDate(dayNumber: first.dayNumber + $0), clocks: [:])
        }
        var ended = (met: 0, late: 0)
        for row in deadlines.rows.indices where deadlines[row, "kind"] == .text("finish") {
            ended.met += deadlines[row, "met"].integer
            ended.late += deadlines[row, "late"].integer
        }
        (met, late) = ended
        for row in due.rows.indices {
            guard let date = CivilDate(canonical: due[row, "day"].reportText.utf8) else { continue }
            let kind = due[row, "kind"].reportText
            let clocks = due[row, "clocks"].integer
            let index = date.dayNumber - first.dayNumber
            if index < 0 {
                overdue[kind, default: 0] += clocks
            } else if index < Self.length {
                days[index].clocks[kind, default: 0] += clocks
            }
        }
    }
}
