package import Entries
package import SQLite

/// Up to where a view's rows are true, and by which rules.
package struct ViewCheckpoint: Equatable, Sendable {
    package var epoch: UInt64
    package var position: Position
    /// The version of the view's schema and fold.
    package var version: Int
    /// The version of the rules that the fold asks.
    package var rules: Int

    /// Whether a view that stands so can be brought along: it is of this version and of the log
    /// whose head that is.
    package func goesOn(as view: ViewName, at head: Cursor) -> Bool {
        epoch == head.epoch && position <= head.position && version == view.type.version
            && rules == OfficeContext.rulesVersion
    }

    static let table = """
        CREATE TABLE checkpoint(
            id INTEGER PRIMARY KEY CHECK (id = 1),
            epoch INTEGER NOT NULL,
            position INTEGER NOT NULL,
            version INTEGER NOT NULL,
            rules INTEGER NOT NULL
        );
        """

    /// What a file says of itself; nil if nothing was ever written.
    package init?(in database: Database) throws {
        let read = try database.first(
            "SELECT epoch, position, version, rules FROM checkpoint"
        ) { row in
            (row.int(0), row.int(1), row.int(2), row.int(3))
        }
        guard let read else { return nil }
        self.init(
            epoch: UInt64(clamping: read.0), position: Position(clamping: read.1),
            version: read.2, rules: read.3)
    }

    init(epoch: UInt64, position: Position, version: Int, rules: Int) {
        self.epoch = epoch
        self.position = position
        self.version = version
        self.rules = rules
    }
}
