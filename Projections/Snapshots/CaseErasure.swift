package import Entries
package import SQLite

/// A case whose personal data was erased, and by which event: an erasure holds for the past too.
package struct CaseErasure: Equatable, Sendable {
    package let number: String
    package let at: Instant
    package let position: Position

    package init(number: String, at: Instant, by position: Position) {
        self.number = number
        self.at = at
        self.position = position
    }

    /// Those after a position, as the officers' queue knows them.
    package static func after(_ end: Position, in queue: Database) throws -> [CaseErasure] {
        try queue.rows(
            "SELECT number, erased_at, erased_position FROM cases WHERE erased_position > ?",
            Int(clamping: end)
        ) {
            CaseErasure(
                number: $0.text(0), at: Instant(milliseconds: $0.int(1)),
                by: Position(clamping: $0.int(2)))
        }
    }
}

extension ViewDirectory {
    /// Shows in a past view what was erased since.
    package func show(_ erasures: [CaseErasure], in view: ViewName) throws {
        guard !erasures.isEmpty, let build = current(view) else { return }
        let database = try Database(path: file(view, build: build), mode: .write)
        try CaseErasure.show(erasures, in: view, database)
    }
}

extension CaseErasure {
    /// Shows in a past view what was erased since.
    package static func show(
        _ erasures: [CaseErasure], in view: ViewName, _ database: Database
    ) throws {
        guard !erasures.isEmpty else { return }
        let table: String
        var forgotten = ""
        switch view {
        case .officerQueue: (table, forgotten) = (CaseRow.table, ", citizen = NULL")
        case .reporting: table = PetitionRow.table
        case .citizenDashboard:
            (table, forgotten) = (MyCaseRow.table, ", account = NULL, owner_key = NULL")
        case .search: return
        }
        let update = try database.prepare(
            "UPDATE \(table) SET erased_at = ?, erased_position = ?\(forgotten) WHERE number = ?")
        try database.transaction {
            for erasure in erasures {
                try update.run(
                    erasure.at.milliseconds, Int(clamping: erasure.position), erasure.number)
            }
        }
    }
}
