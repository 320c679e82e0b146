internal import Foundation
package import SQLite

/// Reads a view from its current build, whoever writes it; belongs to one thread.
///
/// When a new build has been swapped in, the next reading opens it. What is being read stays
/// whole until then.
package final class ViewReader {
    private let directory: ViewDirectory
    let view: ViewName
    private var opened: (build: Int, database: Database)?

    package init(_ view: ViewName, in directory: ViewDirectory) {
        self.view = view
        self.directory = directory
    }

    /// Hands `body` one state of the view; nil if it was never built.
    package func read<Result>(_ body: (Database) throws -> Result) throws -> Result? {
        guard let database = try current() else { return nil }
        return try database.transaction(.reading) { try body(database) }
    }

    /// How far the view is; nil if it was never built.
    package func checkpoint() throws -> ViewCheckpoint? {
        try read { try ViewCheckpoint(in: $0) } ?? nil
    }

    private func current() throws -> Database? {
        // A build can go between reading the link and opening the file: then there is a newer one.
        for _ in 0..<20 {
            guard let build = directory.current(view) else { return nil }
            if let opened, opened.build == build { return opened.database }
            do {
                let database = try directory.open(view, build: build)
                opened = (build, database)
                return database
            } catch {
                guard directory.current(view) != build else { throw error }
            }
        }
        return nil
    }
}
