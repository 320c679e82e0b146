internal import Entries
package import SQLite

/// One build of a view: an SQLite file that this process writes.
package final class ViewFile {
    package let database: Database
    /// Whether it is being filled for the first time: no indexes, nothing to look up.
    private(set) var isFresh: Bool
    /// Whether it goes when it was looked at: what nobody asks of the past is left out.
    let isPassing: Bool
    private var statements: [String: TableStatements] = [:]
    /// The tables of a fresh build that hold rows already.
    private var filled: Set<String> = []

    /// Makes the file of a new build.
    init(creating path: String, schema: String) throws {
        var settings = Database.Settings()
        settings.journal = .off
        settings.synchronous = .off
        settings.secureDelete = true
        settings.isExclusive = true
        settings.cacheKibibytes = 8192
        database = try Database(path: path, mode: .create, settings: settings)
        isFresh = true
        isPassing = false
        try database.execute(ViewCheckpoint.table + schema)
    }

    /// Opens a build that is there; `isPrivate`: that nobody else reads and that nothing outlives.
    init(opening path: String, isPrivate: Bool) throws {
        var settings = Database.Settings()
        if isPrivate {
            settings.journal = .off
            settings.synchronous = .off
            settings.isExclusive = true
            settings.cacheKibibytes = 65_536
        } else {
            settings.secureDelete = true
        }
        database = try Database(path: path, mode: .write, settings: settings)
        isFresh = false
        isPassing = false
    }

    /// Opens a whole file that stays as it is: what is written goes with this object.
    init(passing path: String) throws {
        database = try Database(passing: path, room: Self.mostGrowth)
        isFresh = false
        isPassing = true
    }

    /// More than the events between two copies come to.
    private static let mostGrowth = 1 << 30

    /// Where its rows stand; nil if nothing was ever written.
    func checkpoint() throws -> ViewCheckpoint? { try ViewCheckpoint(in: database) }

    func write(_ checkpoint: ViewCheckpoint) throws {
        try database.run(
            "INSERT OR REPLACE INTO checkpoint VALUES (1, ?, ?, ?, ?)",
            Int(clamping: checkpoint.epoch), Int(clamping: checkpoint.position),
            checkpoint.version, checkpoint.rules)
    }

    /// Ends the first filling: indexes, and from here on a file that readers may share.
    func finish(indexes: String) throws {
        // Each index reads its table once more: out of the system's pages, not through a buffer.
        try database.execute("PRAGMA mmap_size=\(1 << 30);")
        try database.execute(indexes)
        try database.execute("PRAGMA mmap_size=0;")
        // The next reading lets go of the lock; with the journal it would be kept for good.
        try database.execute("PRAGMA locking_mode=NORMAL;")
        _ = try checkpoint()
        try database.execute("PRAGMA synchronous=NORMAL; PRAGMA journal_mode=WAL;")
        isFresh = false
    }

    // MARK: Rows

    func row<Row: ViewRow>(_ type: Row.Type, key: String) throws -> Row? {
        let select = try table(type).select
        defer { select.reset() }
        select.bind(key)
        guard try select.step() else { return nil }
        return try Self.read(type, from: select)
    }

    /// Every row that `condition` chooses.
    func rows<Row: TableRow>(_ type: Row.Type, where condition: String) throws -> [Row] {
        let names = try ColumnNames(of: type).names.joined(separator: ", ")
        let select = try database.prepare(
            "SELECT \(names) FROM \(type.table) WHERE \(condition)")
        defer { select.reset() }
        var rows: [Row] = []
        while try select.step() { rows.append(try Self.read(type, from: select)) }
        return rows
    }

    static func read<Row: TableRow>(_ type: Row.Type, from statement: Statement) throws -> Row {
        var row = type.init()
        var reader = RowReader(statement)
        try row.visit(&reader)
        return row
    }

    /// Adds rows that are never changed; one that is there already stays.
    func append<Row: TableRow>(_ rows: [Row]) throws {
        guard !rows.isEmpty else { return }
        let names = try ColumnNames(of: Row.self).names
        try run(RowInsert(database, "INSERT OR IGNORE", into: Row.table, names), with: rows)
    }

    /// Writes rows one after the other, each in the place of one with its key.
    func replace<Row: ViewRow>(_ rows: [Row]) throws {
        guard !rows.isEmpty else { return }
        try run(try table(Row.self).upsert, with: rows)
    }

    private func run<Row: TableRow>(_ write: RowInsert, with rows: [Row]) throws {
        var binder = RowBinder()
        for var row in rows {
            try binder.add(&row)
            guard binder.rows.count > Self.mostValues else { continue }
            try write.run(binder.rows)
            binder.removeAll()
        }
        try write.run(binder.rows)
    }

    /// So many values are put down before they are written: they should stay near the processor.
    private static var mostValues: Int { 8192 }

    func delete<Row: ViewRow>(_ type: Row.Type, key: String) throws {
        try table(type).delete.run(key)
    }

    /// Writes the rows of a cache in key order and empties it.
    ///
    /// `complete` puts into each row what is computed last, `count` hears what it was and is, both
    /// on whichever thread puts the row down, one row at a time; `change` hears the same on the
    /// caller's, and may use the file.
    func write<Row: ViewRow>(
        _ cache: inout RowCache<Row>,
        complete: @escaping @Sendable (inout Row) -> Void = { _ in },
        count: @escaping @Sendable (_ before: Row?, _ after: Row?) -> Void = { _, _ in },
        change: ((_ before: Row?, _ after: Row?) throws -> Void)? = nil
    ) throws {
        let order = cache.order()
        if change == nil, isFresh, !filled.contains(Row.table), order.count > RowFeed<Row>.fewRows {
            return try fill(with: cache.removeAll(), order) {
                complete(&$0)
                count(nil, $0)
            }
        }
        var changed: [Int] = []
        for slot in order {
            let before = cache.stored(slot)
            try cache.lend(slot) { key, row in
                guard row != nil else {
                    guard before != nil else { return }
                    count(before, nil)
                    try change?(before, nil)
                    return try delete(Row.self, key: key)
                }
                complete(&row!)
                if let before, before == row! { return }
                count(before, row)
                try change?(before, row)
                changed.append(slot)
            }
        }
        try write(cache.removeAll(), changed)
    }

    /// Writes the first rows of a table: there is nothing that they were before.
    private func fill<Row: ViewRow>(
        with slots: consuming RowSlots<Row>, _ order: [Int],
        prepare: @escaping @Sendable (inout Row) -> Void
    ) throws {
        filled.insert(Row.table)
        try feed(slots, order, to: try table(Row.self).insert, prepare: prepare)
    }

    private func feed<Row: ViewRow>(
        _ slots: consuming RowSlots<Row>, _ order: [Int], to write: RowInsert,
        prepare: @escaping @Sendable (inout Row) -> Void = { _ in }
    ) throws {
        let feed = RowFeed(slots, order: order, prepare: prepare)
        while let rows = try feed.next() { try write.run(rows) }
    }

    private func write<Row: ViewRow>(_ slots: consuming RowSlots<Row>, _ order: [Int]) throws {
        guard !order.isEmpty else { return }
        let statements = try table(Row.self)
        let isFirst = isFresh && filled.insert(Row.table).inserted
        let write = isFirst ? statements.insert : statements.upsert
        guard order.count > RowFeed<Row>.fewRows else {
            return try write.run(try RowFeed.rows(slots, order))
        }
        try feed(slots, order, to: write)
    }

    private struct TableStatements {
        let select: Statement
        let insert: RowInsert
        let upsert: RowInsert
        let delete: Statement
    }

    private func table<Row: ViewRow>(_ type: Row.Type) throws -> TableStatements {
        if let known = statements[type.table] { return known }
        let names = try ColumnNames(of: type).names
        let assignments = names.dropFirst().map { "\($0) = excluded.\($0)" }
        let conflict =
            assignments.isEmpty
            ? "DO NOTHING" : "DO UPDATE SET " + assignments.joined(separator: ", ")
        let made = TableStatements(
            select: try database.prepare(
                "SELECT \(names.joined(separator: ", ")) FROM \(type.table) "
                    + "WHERE \(names[0]) = ?"),
            insert: RowInsert(database, into: type.table, names),
            upsert: RowInsert(
                database, into: type.table, names, "ON CONFLICT (\(names[0])) \(conflict)"),
            delete: try database.prepare("DELETE FROM \(type.table) WHERE \(names[0]) = ?"))
        statements[type.table] = made
        return made
    }
}
