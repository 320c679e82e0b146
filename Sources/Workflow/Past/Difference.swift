package import Entries
internal import EventLog
package import Projections

/// A value that is another than it was; what was not there, or is not any more, is nil.
package struct ChangedValue: Equatable, Sendable {
    package let name: String
    package let before: String?
    package let after: String?
}

/// One end of a difference: up to where the log was looked at, and when that was recorded.
package struct PastMoment: Equatable, Sendable {
    package let position: Position
    package let at: Instant
}

package enum DifferenceProblem: Error, Equatable, Sendable {
    /// The second moment lies before the first.
    case backwards
}

/// What happened to the queue between two moments: the cases that an event changed.
package struct QueueDifference: Sendable {
    package struct Case: Sendable {
        package let number: String
        /// Nil where there was no such case yet.
        package let before: CaseRow?
        package let after: CaseRow
        /// The columns that are others than they were, by the names of the view.
        package let changes: [ChangedValue]
    }

    package let from: PastMoment
    package let to: PastMoment
    package let cases: [Case]
    package let countsBefore: OfficerQueue.Counts
    package let countsAfter: OfficerQueue.Counts
}

/// What became of a report between two moments.
package struct FigureDifference: Sendable {
    package struct Row: Sendable {
        /// What the row is of: its words and years, in the order of the columns.
        package let of: [String]
        package let changes: [ChangedValue]
    }

    package let from: PastMoment
    package let to: PastMoment
    /// The columns by which rows are told apart.
    package let keys: [String]
    package let rows: [Row]
}

extension Office {
    /// - Throws: `DifferenceProblem.backwards` for a second moment before the first.
    package func moments(from: Until, to: Until) throws -> (from: PastMoment, to: PastMoment) {
        let (start, end) = (try from.end(in: log), try to.end(in: log))
        guard start <= end else { throw DifferenceProblem.backwards }
        return (
            PastMoment(position: start, at: try from.instant ?? recordedTime(at: start)),
            PastMoment(position: end, at: try to.instant ?? recordedTime(at: end))
        )
    }

    /// - Parameter progress: hears how many entries are folded, of those up to both moments.
    package func queueDifference(
        from: Until, to: Until, progress: @escaping @Sendable (Position) -> Void = { _ in }
    ) throws -> QueueDifference {
        let (start, end) = try moments(from: from, to: to)
        let (after, countsAfter) = try asItStood(
            .officerQueue, at: end.position, progress: progress
        ) { database in
            (
                try OfficerQueue.changed(after: start.position, in: database),
                try OfficerQueue.counts(at: end.at, in: database)
            )
        }
        let numbers = Set(after.map(\.number))
        let (before, countsBefore) = try asItStood(
            .officerQueue, at: start.position, progress: { progress(end.position + $0) }
        ) { database in
            (
                try OfficerQueue.cases(numbers, in: database),
                try OfficerQueue.counts(at: start.at, in: database)
            )
        }
        let known = Dictionary(uniqueKeysWithValues: before.map { ($0.number, $0) })
        return QueueDifference(
            from: start, to: end,
            cases: try after.map { row in
                QueueDifference.Case(
                    number: row.number, before: known[row.number], after: row,
                    changes: try RowChange.between(known[row.number], row).map {
                        ChangedValue(name: $0.column, before: $0.before, after: $0.after)
                    })
            }, countsBefore: countsBefore, countsAfter: countsAfter)
    }

    /// A row is told by its words and years: two rows of the same are the same row.
    /// - Parameter progress: hears how many entries are folded, of those up to both moments.
    package func figureDifference(
        _ report: Reporting.Report, year: Int? = nil, from: Until, to: Until,
        progress: @escaping @Sendable (Position) -> Void = { _ in }
    ) throws -> FigureDifference {
        let (start, end) = try moments(from: from, to: to)
        let (old, new) = (
            try figures(report, year, at: start.position, progress: progress),
            try figures(report, year, at: end.position) { progress(start.position + $0) }
        )
        let (before, after) = (old.byKey, new.byKey)
        let values = Set(new.columns.indices).subtracting(new.keyColumns).sorted()
        let keys = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
        return FigureDifference(
            from: start, to: end, keys: new.keyColumns.map { new.columns[$0] },
            rows: keys.compactMap { key in
                let changes = values.compactMap {
                    column -> ChangedValue? in
                    let (was, now) = (before[key]?[column], after[key]?[column])
                    guard was != now else { return nil }
                    return ChangedValue(name: new.columns[column], before: was, after: now)
                }
                return changes.isEmpty ? nil : FigureDifference.Row(of: key, changes: changes)
            })
    }

    private func figures(
        _ report: Reporting.Report, _ year: Int?, at end: Position,
        progress: @escaping @Sendable (Position) -> Void
    ) throws -> ReportTable {
        try asItStood(
            .reporting, at: end, fromNothing: report == .events, progress: progress
        ) {
            try Reporting.table(report, year: year, in: $0)
        }
    }
}

extension ReportTable {
    /// The columns by which a report has its rows.
    private static let keys: Set<String> = [
        "fiscal_year", "category", "subcategory", "channel", "department", "officer", "status",
        "month", "step", "service", "kind", "day",
    ]

    /// Of rows that are cases or events, their number or position alone: the rest may change.
    private static let namesOfRows: Set<String> = ["number", "clock", "round", "position"]

    fileprivate var keyColumns: [Int] {
        let isNamed = columns.contains("number") || columns.contains("position")
        let names = isNamed ? Self.namesOfRows : Self.keys
        return columns.indices.filter { names.contains(columns[$0]) }
    }

    /// Its rows as texts, by what they are of.
    fileprivate var byKey: [[String]: [String]] {
        let key = keyColumns
        var found: [[String]: [String]] = [:]
        for row in rows {
            let texts = row.map(\.reportText)
            found[key.map { texts[$0] }] = texts
        }
        return found
    }
}
