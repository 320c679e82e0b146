internal import SQLite

/// What a view keeps beside its rows and could make from them at any time: sums, an index of words.
///
/// No digest covers it, since a rebuild may lay it out otherwise; what it says must be the same.
package struct DerivedTable: Sendable {
    let name: String
    /// Makes it readable, in the connection's own temporary schema; empty if it is so already.
    /// The file was opened for reading only and stays as it is.
    let setUp: String
    /// A key and a number, in the order of the bytes of the key.
    let select: String
    /// Whether its keys may be shown: words of a person's text may not.
    let hasOpenKeys: Bool

    init(_ name: String, setUp: String = "", select: String, hasOpenKeys: Bool = true) {
        self.name = name
        self.setUp = setUp
        self.select = select
        self.hasOpenKeys = hasOpenKeys
    }

    func cursor(_ database: Database) throws -> Cursor {
        if !setUp.isEmpty { try database.execute(setUp) }
        return Cursor(try database.prepare(select))
    }

    /// Walks it in the order of its keys.
    final class Cursor {
        private let statement: Statement

        init(_ statement: Statement) { self.statement = statement }

        deinit { statement.reset() }

        func next() throws -> (key: String, value: Int)? {
            guard try statement.step() else { return nil }
            return (statement.row.text(0), statement.row.int(1))
        }
    }
}

extension ViewDifference {
    /// Walks what is derived in two files side by side.
    init(_ derived: DerivedTable, file: Database, rebuilt: Database) throws {
        self.init(table: derived.name)
        try walk(derived.cursor(file).next, derived.cursor(rebuilt).next) {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        if !derived.hasOpenKeys { examples = [] }
    }
}
