internal import Entries
package import Events
internal import Threads

/// The officer queue: every case with its clocks, every identity to be checked, and the counts of
/// the desk's views.
package struct OfficerQueue: View {
    package static let name = ViewName.officerQueue
    package static let version = 7
    package static let needsSections = false
    package static var schema: String { Resource.text(PackageResources.OfficerQueue_sql) }
    package static var indexes: String { Resource.text(PackageResources.OfficerQueueIndexes_sql) }
    package static let tables: [any TableRow.Type] = [CaseRow.self, IdentityRow.self]
    package static let derived = [
        DerivedTable(
            "counts",
            select: """
                SELECT tally || ' ' || scope || ' ' || bucket AS key, count FROM counts
                WHERE count <> 0 ORDER BY key
                """)
    ]

    private var cases = RowCache<CaseRow>()
    private var identities = RowCache<IdentityRow>()
    /// Whether deadlines of open cases must be computed anew.
    private var mustRecompute = false

    package init() {}

    package var pending: Int { cases.count + identities.count }

    package mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        switch event.event {
        case .petition: try cases.fold(event, in: surroundings, from: file)
        case .account: try identities.fold(event, in: surroundings, from: file)
        case .office(let fact): if OfficeContext.movesClocks(fact) { mustRecompute = true }
        }
    }

    package mutating func write(to file: ViewFile, in office: OfficeContext) throws {
        if mustRecompute, !file.isFresh {
            for row in try file.rows(CaseRow.self, where: "is_open OR alarm_at IS NOT NULL") {
                cases.load(row)
            }
        }
        let tally = Monitor(QueueTally())
        try file.write(&cases) {
            $0.computeClocks(in: office)
        } count: { before, after in
            tally.with { $0.change(before, after) }
        }
        try file.write(
            &identities,
            count: { before, after in
                tally.with { $0.change(before, after) }
            })
        try tally.with { try $0.write(to: file) }
        mustRecompute = false
    }

    /// The queue as it stood after `events`, least time remaining first: open cases, then closed
    /// ones. Needs no file.
    package static func fold(_ events: some Sequence<RecordedEvent>) throws -> [CaseRow] {
        var replay = Replay()
        for event in events { try replay.fold(event) }
        return replay.rows()
    }

    /// The queue as it stood at some moment, folded event by event: holds the cases, not the
    /// events, and needs no file.
    package struct Replay {
        private var queue = OfficerQueue()
        private var surroundings = Surroundings { _, _ in .unavailable }

        package init() {}

        /// Takes the next event of the log.
        package mutating func fold(_ event: RecordedEvent) throws {
            if case .office(let fact) = event.event { surroundings.office.apply(fact) }
            try queue.fold(event, in: surroundings, from: nil)
        }

        /// Least time remaining first: open cases, then closed ones.
        package mutating func rows() -> [CaseRow] {
            let office = surroundings.office
            queue.cases.forEach { $0.computeClocks(in: office) }
            return (0..<queue.cases.count).compactMap { queue.cases[$0].row }.sorted {
                ($0.course.isOpen ? 0 : 1, $0.rank, $0.number) < (
                    $1.course.isOpen ? 0 : 1, $1.rank, $1.number
                )
            }
        }
    }
}

extension CaseRow {
    /// Computes when each clock is near and due, as the office and its calendar now stand.
    mutating func computeClocks(in office: OfficeContext) {
        alarmAt = office.nextAlarm(of: course, but: alarms)
        guard course.isOpen, course.hasClocks else { return }
        let clocks = office.clocks(of: course)
        receive = clocks.receive
        answer = clocks.answer
        finish = clocks.finish
        next = clocks.next
    }
}
