internal import Entries
package import Events
internal import Rules

/// Reporting: cases, events and clocks without personal data, and SQL views over them that any
/// SQLite client opens.
package struct Reporting: View {
    package static let name = ViewName.reporting
    package static let version = 1
    package static var schema: String { Resource.text(PackageResources.Reporting_sql) }
    package static var indexes: String { Resource.text(PackageResources.ReportingViews_sql) }
    package static let tables: [any TableRow.Type] = [
        PetitionRow.self, ClockRow.self, EventRow.self, RatingRow.self, LabelRow.self,
    ]

    private var petitions = RowCache<PetitionRow>()
    private var clocks = RowCache<ClockRow>()
    private var labels = RowCache<LabelRow>()
    private var events: [EventRow] = []
    private var ratings: [RatingRow] = []
    private var mustRecompute = false

    package init() {}

    package var pending: Int { petitions.count + clocks.count + events.count / 4 }

    package mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        events.append(EventRow(event, in: surroundings.office))
        switch event.event {
        case .petition(let fact):
            try petitions.fold(event, in: surroundings, from: file)
            if case .rated(let data) = fact { rate(data, event) }
            // What the clocks of a closed case came to was computed as the office then stood.
            if let row = petitions.row(event.stream.name), !row.course.isOpen {
                try show(row, in: surroundings.office, from: file)
            }
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

    private mutating func show(
        _ row: PetitionRow, in office: OfficeContext, from file: ViewFile?
    ) throws {
        guard row.course.hasClocks else { return }
        for reading in office.readings(of: row.course) {
            let clock = ClockRow(reading, of: row.number)
            try clocks.update(clock.key, from: file) { $0 = clock }
        }
    }

    package mutating func write(to file: ViewFile, in office: OfficeContext) throws {
        if mustRecompute, !file.isFresh {
            for row in try file.rows(PetitionRow.self, where: "is_open") { petitions.load(row) }
        }
        let source = file.isFresh ? nil : file
        for slot in petitions.slots {
            guard let row = slot.row, row.course.isOpen else { continue }
            try show(row, in: office, from: source)
        }
        try file.write(petitions)
        try file.write(clocks)
        try file.write(labels)
        try file.append(events)
        try file.append(ratings)
        petitions.removeAll()
        clocks.removeAll()
        labels.removeAll()
        events.removeAll(keepingCapacity: events.count < 4096)
        ratings.removeAll()
        mustRecompute = false
    }
}
