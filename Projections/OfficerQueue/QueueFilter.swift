internal import Entries
internal import Events
internal import Rules
internal import SQLite

/// A query as SQL: conditions, and the values for their question marks in order.
struct QueueFilter {
    private var conditions: [String] = []
    private(set) var values: [any Bindable] = []
    /// What rows are ordered by before their number.
    private var moment = "rank"
    private var isNewestFirst = false
    /// The table with the index to walk over. Left to itself the planner takes one that leads to
    /// every row of the table, which costs many times more.
    private(set) var source = "cases INDEXED BY cases_by_rank"

    var condition: String {
        conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    /// In which order rows are shown.
    var order: String { order(backwards: false) }

    func order(backwards: Bool) -> String {
        isNewestFirst != backwards ? "\(moment) DESC, number DESC" : "\(moment), number"
    }

    init(_ query: OfficerQueue.Query) {
        choose(query.view, query)
        require("kind", among: query.kinds.map(\.rawValue))
        require("status", among: query.statuses.map(\.rawValue))
        require("service", among: query.services)
        require("department", among: query.departments)
        require("channel", among: query.channels.map(\.rawValue))
        require("urgency", among: query.urgencies.map(\.rawValue))
        chooseCategories(query.categories)
        chooseOwners(query)
        chooseScope(query)
        if let moo = query.moo { require("moo = ?", moo) }
        if query.isUnread { require("unread > 0") }
        if let area = query.area {
            // A code's digits name the province, the district and the subdistrict in turn.
            require("area >= ? AND area < ?", area, area + ":")
        }
        if let isOverdue = query.isOverdue {
            if query.view == .all || query.view == .finishedToday { require("is_open") }
            require(isOverdue ? "rank <= ?" : "rank > ?", query.at.milliseconds)
        }
        if let number = query.number { require("instr(number, ?) > 0", number.uppercased()) }
        if let numbers = query.among {
            // Of none nothing can be walked over: no index leads to them.
            if numbers.isEmpty { source = "cases" }
            conditions.append("number IN (\(Self.marks(numbers)))")
            values += numbers.map { $0 as any Bindable }
        }
        if let end = query.after { go(behind: end) }
        if let start = query.before { go(behind: start, backwards: true) }
    }

    private mutating func choose(_ view: OfficerQueue.DeskView, _ query: OfficerQueue.Query) {
        let now = query.at.milliseconds
        let today = ThaiDay.number(of: query.at)
        if view != .all, view != .finishedToday { require("is_open") }
        switch view {
        case .mine:
            source = "cases INDEXED BY cases_by_owner"
            // Whoever stands in for somebody has that one's work too.
            let officers = query.scope?.officers.sorted() ?? [query.officer ?? ""]
            conditions.append("owner IN (\(Self.marks(officers)))")
            values += officers.map { $0 as any Bindable }
        case .unclaimed: require("owner IS NULL")
        case .awaitingCitizen: require("awaits_citizen")
        // An open case stands in the order of its first deadline.
        case .near: require("next_near <= ? AND rank > ?", now, now)
        case .overdue: require("rank <= ?", now)
        case .appointments:
            require(
                "appointment_at >= ? AND appointment_at < ?", ThaiDay.start(of: today),
                ThaiDay.start(of: today + 1))
        case .returned: require("(returns > 0 OR reopenings > 0)")
        case .finishedToday:
            require(
                "finished_at >= ? AND finished_at < ?", ThaiDay.start(of: today),
                ThaiDay.start(of: today + 1))
            (moment, isNewestFirst) = ("finished_at", true)
            source = "cases"
        case .open: break
        case .all:
            (moment, isNewestFirst) = ("entered_at", true)
            source = "cases"
        }
    }

    private mutating func chooseCategories(_ codes: [String]) {
        guard !codes.isEmpty else { return }
        let marks = Self.marks(codes)
        conditions.append("(category IN (\(marks)) OR subcategory IN (\(marks)))")
        values += (codes + codes).map { $0 as any Bindable }
    }

    private mutating func chooseOwners(_ query: OfficerQueue.Query) {
        guard query.isWithNobody else { return require("owner", among: query.owners) }
        conditions.append("(owner IS NULL OR owner IN (\(Self.marks(query.owners))))")
        values += query.owners.map { $0 as any Bindable }
    }

    private mutating func chooseScope(_ query: OfficerQueue.Query) {
        if let scope = query.scope, let departments = scope.departments?.sorted() {
            // What is finished is with nobody any more.
            let officers = query.view == .finishedToday ? [] : scope.officers.sorted()
            conditions.append(
                """
                (department IS NULL OR department IN (\(Self.marks(departments)))
                OR owner IN (\(Self.marks(officers))))
                """)
            values += (departments + officers).map { $0 as any Bindable }
        }
        if let scope = query.outside {
            let departments = scope.departments?.sorted() ?? []
            let officers = scope.officers.sorted()
            source = "cases INDEXED BY cases_by_owner"
            conditions.append(
                "owner IN (\(Self.marks(officers))) AND department NOT IN "
                    + "(\(Self.marks(departments)))")
            values += (officers + departments).map { $0 as any Bindable }
        }
    }

    private mutating func go(behind end: OfficerQueue.PageEnd, backwards: Bool = false) {
        let comparison = isNewestFirst != backwards ? "<" : ">"
        require("(\(moment), number) \(comparison) (?, ?)", end.rank, end.number)
    }

    private static func marks(_ values: [String]) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }

    private mutating func require(_ condition: String, _ values: any Bindable...) {
        conditions.append(condition)
        self.values += values
    }

    private mutating func require(_ column: String, among values: [String]) {
        guard !values.isEmpty else { return }
        conditions.append("\(column) IN (\(Self.marks(values)))")
        self.values += values.map { $0 as any Bindable }
    }
}

extension OfficerQueue.Entry {
    /// Where a page that ends with this row ends.
    package func pageEnd(of view: OfficerQueue.DeskView) -> OfficerQueue.PageEnd {
        let rank =
            switch view {
            case .finishedToday: row.course.finishedAt?.milliseconds ?? 0
            case .all: row.course.enteredAt.milliseconds
            default: row.rank
            }
        return OfficerQueue.PageEnd(rank: rank, number: row.number)
    }
}
