internal import Entries
package import Events
internal import Rules

/// Reporting: cases, events and clocks without personal data, and SQL views over them that any
/// SQLite client opens.
package struct Reporting: View {
    package static let name = ViewName.reporting
    package static let version = 5
    package static let needsSections = false
    package static var schema: String { Resource.text(PackageResources.Reporting_sql) }
    package static var indexes: String { Resource.text(PackageResources.ReportingViews_sql) }
    package static let tables: [any TableRow.Type] = [
        PetitionRow.self, ClockRow.self, EventRow.self, RatingRow.self, LabelRow.self,
    ]

    private var petitions = RowCache<PetitionRow>()
    private var labels = RowCache<LabelRow>()
    /// What the clocks of touched cases show; a later row of a clock takes an earlier one's place.
    private var clocks: [ClockRow] = []
    private var events: [EventRow] = []
    private var ratings: [RatingRow] = []
    private var mustRecompute = false

    package init() {}

    package var pending: Int { petitions.count }
    package var settled: Int { events.count + ratings.count + clocks.count }

    package mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        events.append(EventRow(event, in: surroundings.office))
        switch event.event {
        case .petition(let fact):
            // What the clocks of a closed case came to is computed as the office then stood.
            let closed = try petitions.update(event.stream.name, from: file) { row in
                PetitionRow.apply(event, to: &row, in: surroundings)
                return row.flatMap { $0.course.isOpen ? nil : surroundings.office.clocks($0) }
            }
            if let closed { clocks += closed }
            if case .rated(let data) = fact { rate(data, event) }
        case .office(let fact):
            if OfficeContext.movesClocks(fact) { mustRecompute = true }
            if let label = LabelRow(fact) {
                try labels.update(label.key, from: file) { $0 = label }
            }
        case .account: break
        }
    }

    private mutating func rate(_ data: PetitionEvent.Rated, _ event: RecordedEvent) {
        var rating = RatingRow()
        rating.position = event.position
        rating.number = event.stream.name
        rating.score = data.score
        rating.at = event.occurredAt
        ratings.append(rating)
    }

    package mutating func write(to file: ViewFile, in office: OfficeContext) throws {
        if mustRecompute, !file.isFresh {
            for row in try file.rows(PetitionRow.self, where: "is_open") { petitions.load(row) }
        }
        for index in 0..<petitions.count {
            guard let row = petitions[index].row, row.course.isOpen else { continue }
            clocks += office.clocks(row)
            if clocks.count > ViewKeeper<Self>.mostSettled { try writeClocks(to: file) }
        }
        try file.write(&petitions)
        try file.write(&labels)
        try writeSettled(to: file)
        mustRecompute = false
    }

    package mutating func writeSettled(to file: ViewFile) throws {
        try writeClocks(to: file)
        // Beside a past figure stands only when the last event was recorded.
        try file.append(file.isPassing ? Array(events.suffix(1)) : events)
        try file.append(ratings)
        events.removeAll(keepingCapacity: file.isFresh || events.count < 4096)
        ratings.removeAll()
    }

    private mutating func writeClocks(to file: ViewFile) throws {
        try file.replace(clocks)
        clocks.removeAll(keepingCapacity: file.isFresh || clocks.count < 4096)
    }
}

extension OfficeContext {
    /// What the clocks of a case show, as definitions and calendar now stand.
    fileprivate func clocks(_ row: PetitionRow) -> [ClockRow] {
        row.course.hasClocks
            ? readings(of: row.course).map {
                ClockRow($0, of: row.number, fiscalYear: row.fiscalYear)
            } : []
    }
}
