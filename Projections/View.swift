package import Entries
package import Events

/// A read model: one file, kept by the runner.
///
/// Its version is raised when its schema or what it folds changes: it then rebuilds itself.
package protocol View {
    static var name: ViewName { get }
    static var version: Int { get }
    /// Whether it asks what is sealed beside an event.
    static var needsSections: Bool { get }
    /// The fields of those sections that it opens.
    static var opens: Set<String> { get }
    /// The tables, and the indexes in which few of their rows stand.
    static var schema: String { get }
    /// The other indexes and SQL views, made once the tables of a new build are filled.
    static var indexes: String { get }
    /// What its digest covers, in order.
    static var tables: [any TableRow.Type] { get }
    /// What a comparison with a rebuild looks at besides.
    static var derived: [DerivedTable] { get }

    init()
    /// How many rows wait in memory for `write`.
    var pending: Int { get }
    /// How many of the rows that wait will never change.
    var settled: Int { get }
    /// Folds one event; rows that are not in memory come from the file.
    mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?) throws
    /// Folds those of `events` that follow `position`, one by one.
    ///
    /// The same for all views; a requirement, so that it is compiled for each.
    mutating func fold(
        _ events: [RecordedEvent], after position: inout Position,
        in surroundings: inout Surroundings, from file: ViewFile?) throws
    /// Writes what has changed, within the caller's transaction, and forgets it.
    mutating func write(to file: ViewFile, in office: OfficeContext) throws
    /// Writes, within the caller's transaction, the rows that will never change, and forgets them.
    mutating func writeSettled(to file: ViewFile) throws
}

extension View {
    package static var opens: Set<String> { [] }
    package static var derived: [DerivedTable] { [] }
    package var settled: Int { 0 }
    package mutating func writeSettled(to file: ViewFile) throws {}

    package mutating func fold(
        _ events: [RecordedEvent], after position: inout Position,
        in surroundings: inout Surroundings, from file: ViewFile?
    ) throws {
        // Events are big: a span lends them where an array's iterator copies each.
        let events = events.span
        for index in events.indices where events[index].position > position {
            guard events[index].position == position + 1 else {
                throw ProjectionFailure.hole(after: position, found: events[index].position)
            }
            if case .office(let fact) = events[index].event { surroundings.office.apply(fact) }
            try fold(events[index], in: surroundings, from: file)
            position += 1
        }
    }
}

/// The read models by name, as files and commands call them.
package enum ViewName: String, CaseIterable, Hashable, Sendable {
    case citizenDashboard = "citizen-dashboard"
    case officerQueue = "officer-queue"
    case reporting
    case search

    package var type: any View.Type {
        switch self {
        case .citizenDashboard: CitizenDashboard.self
        case .officerQueue: OfficerQueue.self
        case .reporting: Reporting.self
        case .search: Search.self
        }
    }
}
