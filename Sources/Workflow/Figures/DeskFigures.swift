package import Entries
package import Projections
internal import SQLite
internal import Threads

/// The figures that officers look at, a set for each fiscal year: counted at one position of the
/// log, which they name, so that anybody can count them again.
///
/// In a large office counting takes longer than anybody likes to wait. It is done at most twice a
/// minute, on a thread of its own; whoever comes meanwhile gets what was counted before.
package final class DeskFigures: Sendable {
    package struct Snapshot: Sendable {
        package let year: Int
        /// The years of which there are figures, the newest first.
        package let years: [Int]
        package let checkpoint: ViewCheckpoint
        /// When the last event was recorded that is counted.
        package let recordedAt: Instant
        package let tables: [Reporting.Report: ReportTable]
        /// When it was counted.
        package let at: Instant

        package subscript(report: Reporting.Report) -> ReportTable {
            tables[report] ?? ReportTable(columns: [], rows: [])
        }
    }

    fileprivate struct Held {
        var snapshot: Snapshot?
        var isCounting = false
        var failure: (any Error)?
    }

    fileprivate static let shelfMilliseconds = 30_000
    /// A small office is counted by then.
    private static let patienceMilliseconds = 40

    private let views: LiveViews
    private let clock: @Sendable () -> Instant
    private let held = Monitor<[Int: Held]>([:])

    init(_ views: LiveViews, clock: @escaping @Sendable () -> Instant) {
        self.views = views
        self.clock = clock
    }

    /// The figures of a fiscal year; waits for them only where there are none yet.
    package func snapshot(of year: Int) throws -> Snapshot {
        let now = clock()
        let position = views.status(of: .reporting).position
        let mustCount = held.with { held -> Bool in
            let known = held[year] ?? Held()
            guard !known.isCounting, !known.isFresh(at: now, position) else { return false }
            held[year, default: Held()].isCounting = true
            return true
        }
        if mustCount { _ = WorkerThread { [self] in count(year) } }
        let counted = held.wait(milliseconds: Self.patienceMilliseconds) { held in
            held[year].flatMap { $0.isCounting ? nil : $0 }
        }
        let answer =
            counted
            ?? held.wait { held in
                held[year].flatMap { $0.isCounting && $0.snapshot == nil ? nil : $0 }
            }
        if let snapshot = answer.snapshot { return snapshot }
        throw answer.failure ?? OfficeProblem.viewMissing
    }

    /// Waits until nothing is being counted.
    func stop() {
        held.wait { held in held.values.contains(where: \.isCounting) ? nil : () }
    }

    private func count(_ year: Int) {
        let result = Result { try read(year) }
        held.with { held in
            switch result {
            case .success(let snapshot): held[year] = Held(snapshot: snapshot)
            case .failure(let error):
                held[year, default: Held()].isCounting = false
                held[year, default: Held()].failure = error
            }
        }
        held.broadcast()
    }

    /// All tables from one state of the view.
    private func read(_ year: Int) throws -> Snapshot {
        let now = clock()
        return try views.read(.reporting) { database in
            guard let checkpoint = try ViewCheckpoint(in: database) else {
                throw OfficeProblem.viewMissing
            }
            var tables: [Reporting.Report: ReportTable] = [:]
            for report in Reporting.Report.allCases where !report.isList {
                tables[report] = try Reporting.table(
                    report, year: report.isByYear ? year : nil, in: database)
            }
            return Snapshot(
                year: year, years: try Reporting.fiscalYears(in: database),
                checkpoint: checkpoint, recordedAt: try Reporting.recordedAt(in: database) ?? now,
                tables: tables, at: now)
        }
    }
}

extension DeskFigures.Held {
    /// Where nothing has happened since, figures do not age.
    fileprivate func isFresh(at now: Instant, _ position: Position) -> Bool {
        guard let snapshot else { return false }
        return snapshot.checkpoint.position >= position
            || abs(now.milliseconds - snapshot.at.milliseconds) < DeskFigures.shelfMilliseconds
    }
}
