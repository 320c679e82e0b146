import Projections
import Rules
import SQLite
import Terminal

/// The codes that the queue may be asked for: those of the office, and those that its cases bear,
/// since an import brings words of its own.
struct QueueWords {
    private let settings: OfficeSettings

    init(_ settings: OfficeSettings) { self.settings = settings }

    /// An empty queue must not be what a mistyped code looks like.
    func check(_ query: OfficerQueue.Query, in database: Database) throws {
        let officers = settings.officers.keys.sorted()
        try check(query.categories, "category", "--category", settings.categories.keys.sorted()) {
            try OfficerQueue.codes(of: .category, in: database)
        }
        try check(
            query.departments, "department", "--department", settings.departments.keys.sorted()
        ) {
            try OfficerQueue.codes(of: .department, in: database)
        }
        try check(query.owners, "officer", "--owner", officers) {
            try OfficerQueue.codes(of: .owner, in: database)
        }
        try check(query.officer.map { [$0] } ?? [], "officer", "--officer", officers) { [] }
    }

    private func check(
        _ asked: [String], _ name: String, _ option: String, _ known: [String],
        _ inCases: () throws -> [String]
    ) throws {
        guard let code = asked.first, !known.contains(code) else { return }
        let others = try inCases()
        guard !others.contains(code) else { return }
        let all = Set(known).union(others).sorted()
        let shown = Printable.text(code)
        guard all.count <= Self.few, !all.isEmpty else {
            throw UsageError(
                "\(option): there is no \(name) “\(shown)” here",
                closest: Spelling.closest(to: code, among: all))
        }
        throw UsageError(
            "\(option) is one of \(all.joined(separator: ", ")), not “\(shown)”",
            closest: Spelling.closest(to: code, among: all))
    }

    /// So many are named, of more the nearest.
    private static let few = 20
}
