package import Events

/// A read model: one file, kept by the runner.
///
/// Its version is raised when its schema or what it folds changes: it then rebuilds itself.
package protocol View {
    static var name: ViewName { get }
    static var version: Int { get }
    /// Whether it asks what is sealed beside an event.
    static var needsSections: Bool { get }
    /// The tables.
    static var schema: String { get }
    /// Indexes and SQL views, made once the tables of a new build are filled.
    static var indexes: String { get }
    /// What its digest covers, in order.
    static var tables: [any TableRow.Type] { get }

    init()
    /// How many rows wait in memory for `write`.
    var pending: Int { get }
    /// Folds one event; rows that are not in memory come from the file.
    mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?) throws
    /// Writes what has changed, within the caller's transaction, and forgets it.
    mutating func write(to file: ViewFile, in office: OfficeContext) throws
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
