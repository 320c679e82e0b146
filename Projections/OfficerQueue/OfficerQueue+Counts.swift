package import Entries
package import Rules
package import SQLite

extension OfficerQueue {
    /// How many rows each view of the desk holds.
    package struct Counts: Equatable, Sendable {
        package var open = 0
        package var mine = 0
        package var unclaimed = 0
        package var awaitingCitizen = 0
        package var near = 0
        package var overdue = 0
        package var appointments = 0
        package var returned = 0
        package var finishedToday = 0
        package var identities = 0

        package init() {}
    }

    /// The counts at a moment, for an officer, of the cases in sight: sums of maintained numbers,
    /// and one day's range of an index where the moment falls within the day.
    package static func counts(
        at instant: Instant, officer: String? = nil, scope: DeskScope? = nil, in database: Database
    ) throws -> Counts {
        let sums = QueueSums(at: instant, departments: scope?.departments, in: database)
        var counts = Counts()
        if let officer {
            counts.mine = try sums.count(.owner, of: scope?.officers.sorted() ?? [officer])
        }
        counts.identities = try sums.count(.identity, of: [""])
        counts.open = try sums.count(.open)
        counts.unclaimed = try sums.count(.unclaimed)
        counts.awaitingCitizen = try sums.count(.awaitsCitizen)
        counts.returned = try sums.count(.returned)
        counts.appointments = try sums.count(.appointment, on: instant)
        counts.finishedToday = try sums.count(.finished, on: instant)
        counts.overdue = try sums.passed(.due, "next_due")
        // A clock that is due was near before.
        counts.near = try sums.passed(.near, "next_near") - counts.overdue
        if let scope { try counts.addOwn(outside: scope, at: instant, in: database) }
        return counts
    }
}

extension OfficerQueue.Counts {
    /// An officer's own open cases in other departments: few, looked at one by one.
    fileprivate mutating func addOwn(
        outside scope: DeskScope, at instant: Instant, in database: Database
    ) throws {
        guard scope.departments != nil else { return }
        for view in OfficerQueue.DeskView.counted {
            var query = OfficerQueue.Query(view, at: instant)
            query.outside = scope
            let count = try OfficerQueue.total(query, in: database)
            switch view {
            case .open: open += count
            case .unclaimed, .mine, .finishedToday, .all: break
            case .awaitingCitizen: awaitingCitizen += count
            case .near: near += count
            case .overdue: overdue += count
            case .appointments: appointments += count
            case .returned: returned += count
            }
        }
    }

    /// What a view holds; nil for the one that nobody counts.
    package subscript(view: OfficerQueue.DeskView) -> Int? {
        switch view {
        case .mine: mine
        case .unclaimed: unclaimed
        case .awaitingCitizen: awaitingCitizen
        case .near: near
        case .overdue: overdue
        case .appointments: appointments
        case .returned: returned
        case .finishedToday: finishedToday
        case .open: open
        case .all: nil
        }
    }
}
