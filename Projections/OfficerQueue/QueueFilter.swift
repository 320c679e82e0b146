internal import Entries
internal import Events
internal import SQLite

/// A query as SQL: conditions, and the values for their question marks in order.
struct QueueFilter {
    private var conditions: [String] = []
    private(set) var values: [any Bindable] = []
    private(set) var order = "rank, number"

    var condition: String {
        conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    init(_ query: OfficerQueue.Query) {
        choose(query.view, query)
        require("kind", among: query.kinds.map(\.rawValue))
        require("status", among: query.statuses.map(\.rawValue))
        require("category", among: query.categories)
        require("owner", among: query.owners)
        require("department", among: query.departments)
        require("channel", among: query.channels.map(\.rawValue))
        if let area = query.area {
            // A code's digits name the province, the district and the subdistrict in turn.
            require("area >= ? AND area < ?", area, area + ":")
        }
        if let isOverdue = query.isOverdue {
            require(
                isOverdue ? "next_due <= ?" : "(next_due IS NULL OR next_due > ?)",
                query.at.milliseconds)
        }
        if let number = query.number { require("instr(number, ?) > 0", number.uppercased()) }
        if let end = query.after { go(behind: end, in: query.view) }
    }

    private mutating func choose(_ view: OfficerQueue.DeskView, _ query: OfficerQueue.Query) {
        let now = query.at.milliseconds
        let today = ThaiDay.number(of: query.at)
        if view != .all, view != .finishedToday { require("is_open") }
        switch view {
        case .mine: require("owner = ?", query.officer ?? "")
        case .unclaimed: require("owner IS NULL")
        case .awaitingCitizen: require("awaits_citizen")
        case .near: require("next_near <= ? AND next_due > ?", now, now)
        case .overdue: require("next_due <= ?", now)
        case .appointments:
            require(
                "appointment_at >= ? AND appointment_at < ?", ThaiDay.start(of: today),
                ThaiDay.start(of: today + 1))
        case .returned: require("(returns > 0 OR reopenings > 0)")
        case .finishedToday:
            require(
                "finished_at >= ? AND finished_at < ?", ThaiDay.start(of: today),
                ThaiDay.start(of: today + 1))
            order = "finished_at DESC, number"
        case .open, .all: break
        }
    }

    private mutating func go(behind end: OfficerQueue.PageEnd, in view: OfficerQueue.DeskView) {
        if view == .finishedToday {
            require(
                "(finished_at < ? OR finished_at = ? AND number > ?)", end.rank, end.rank,
                end.number)
        } else {
            require("(rank, number) > (?, ?)", end.rank, end.number)
        }
    }

    private mutating func require(_ condition: String, _ values: any Bindable...) {
        conditions.append(condition)
        self.values += values
    }

    private mutating func require(_ column: String, among values: [String]) {
        guard !values.isEmpty else { return }
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        conditions.append("\(column) IN (\(marks))")
        self.values += values.map { $0 as any Bindable }
    }
}

extension OfficerQueue.Entry {
    /// Where a page that ends with this row ends.
    package func pageEnd(of view: OfficerQueue.DeskView) -> OfficerQueue.PageEnd {
        OfficerQueue.PageEnd(
            rank: view == .finishedToday ? row.course.finishedAt?.milliseconds ?? 0 : row.rank,
            number: row.number)
    }
}
