import Foundation
import SQLite
import TestSupport
import Testing

@Suite struct DatabaseTests: ~Copyable {
    let scratch: Scratch
    let database: Database

    init() throws {
        let scratch = try Scratch()
        let database = try Database(path: scratch.path("a.sqlite"))
        try database.execute(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB, x REAL)")
        self.scratch = scratch
        self.database = database
    }

    @Test func `values come back as they were bound`() throws {
        let long = String(repeating: "คำร้อง", count: 1000)
        try database.run("INSERT INTO t VALUES (?, ?, ?, ?)", 1, long, [0, 1, 255] as [UInt8], 1.5)
        try database.run("INSERT INTO t VALUES (?, ?, ?, ?)", 2, "", [] as [UInt8], nil)
        let rows = try database.rows("SELECT id, name, data, x FROM t ORDER BY id") { row in
            (0..<row.count).map { row.value($0) }
        }
        #expect(
            rows == [
                [.integer(1), .text(long), .bytes([0, 1, 255]), .real(1.5)],
                [.integer(2), .text(""), .bytes([]), .null],
            ])
        let name = try database.first("SELECT name FROM t WHERE id = ?", 2) { $0.optionalText(0) }
        #expect(name == "")
        let missing = try database.first("SELECT 1 FROM t WHERE id = ?", 9) { $0.int(0) }
        #expect(missing == nil)
    }

    @Test func `who only reads opens what a killed writer left half done, as it was before`() throws
    {
        var settings = Database.Settings()
        settings.journal = .delete
        settings.synchronous = .full
        settings.cacheKibibytes = 8
        let path = scratch.path("killed.sqlite")
        let writer = try Database(path: path, settings: settings)
        try writer.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)")
        try writer.run("INSERT INTO t VALUES (1, 'before')")
        try writer.execute("BEGIN IMMEDIATE")
        for id in 2..<400 {
            try writer.run(
                "INSERT INTO t VALUES (?, ?)", id, String(repeating: "x", count: 500))
        }
        try writer.run("UPDATE t SET name = 'after' WHERE id = 1")
        // What lies on the disk now is what a killed process leaves.
        let left = scratch.path("left.sqlite")
        for part in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: path + part, toPath: left + part)
        }
        try writer.execute("ROLLBACK")
        for _ in 0..<2 {
            let reader = try Database(path: left, mode: .read, settings: settings)
            #expect(try reader.rows("SELECT name FROM t") { $0.text(0) } == ["before"])
        }
    }

    @Test func `integers keep all their bits`() throws {
        for value in [Int64.min, -1, 0, Int64.max] {
            let read = try database.first("SELECT ?", value) { $0.int64(0) }
            #expect(read == value)
        }
    }

    @Test func `a transaction that throws leaves nothing`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try database.transaction {
                try database.run("INSERT INTO t (id) VALUES (1)")
                throw Stop()
            }
        }
        try database.transaction { try database.run("INSERT INTO t (id) VALUES (2)") }
        #expect(database.changes == 1)
        #expect(try database.rows("SELECT id FROM t") { $0.int(0) } == [2])
        #expect(!database.isInTransaction)
    }

    @Test func `a statement used while it steps gives way to another`() throws {
        try database.run("INSERT INTO t (id) VALUES (1), (2)")
        let sql = "SELECT id FROM t"
        let pairs = try database.rows(sql) { outer in
            let outer = outer.int(0)
            return try database.rows(sql) { [outer, $0.int(0)] }
        }
        #expect(pairs == [[[1, 1], [1, 2]], [[2, 1], [2, 2]]])
    }

    @Test func `an upsert writes the row that is now true`() throws {
        let upsert = try database.prepare(
            "INSERT INTO t (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name"
        )
        for name in ["a", "b"] {
            upsert.bind(7)
            upsert.bind(name)
            try upsert.runBound()
        }
        #expect(try database.rows("SELECT name FROM t") { $0.text(0) } == ["b"])
        #expect(try database.prepare("SELECT id, name FROM t").columnNames == ["id", "name"])
    }

    @Test func `rows may be stepped through by hand`() throws {
        try database.run("INSERT INTO t (id) VALUES (1), (2)")
        let statement = try database.prepare("SELECT id FROM t WHERE id >= ? ORDER BY id")
        statement.bind(1)
        #expect(try statement.step())
        let row = statement.row
        #expect(row.int(0) == 1)
        #expect(try statement.step())
        #expect(row.int(0) == 2)
        #expect(try !statement.step())
        #expect(row.count == 0)
        statement.reset()
        #expect(row.count == 0)
    }

    @Test func `rows that were put down together are written one after the other`() throws {
        let long = String(repeating: "คำร้อง", count: 1000)
        var rows = ValueRows()
        rows.add(1)
        rows.add(long)
        rows.add([0, 255] as [UInt8])
        rows.add(2)
        rows.add("")
        rows.add([] as [UInt8])
        rows.add(3)
        rows.addNull()
        rows.addNull()
        let insert = RowInsert(database, into: "t", ["id", "name", "data"])
        try insert.run(rows)
        let read = try database.rows("SELECT name, data FROM t ORDER BY id") { row in
            (0..<2).map { row.value($0) }
        }
        #expect(
            read == [
                [.text(long), .bytes([0, 255])], [.text(""), .bytes([])], [.null, .null],
            ])
        rows.removeAll()
        #expect(rows.count == 0)
        try insert.run(rows)
        #expect(try database.rows("SELECT id FROM t") { $0.int(0) } == [1, 2, 3])
    }

    @Test(arguments: [341, 342, 1023, 1024])
    func `many rows go in together, and none of the rest is left out`(count: Int) throws {
        var rows = ValueRows()
        for id in 0..<count {
            rows.add(id)
            if id.isMultiple(of: 3) { rows.addNull() } else { rows.add("ชื่อ \(id)") }
            rows.add(Array(repeating: UInt8(id & 0xFF), count: id % 5))
        }
        try RowInsert(database, into: "t", ["id", "name", "data"]).run(rows)
        let read = try database.rows("SELECT id, name, data FROM t ORDER BY id") { row in
            (0..<3).map { row.value($0) }
        }
        #expect(
            read
                == (0..<count).map { id in
                    [
                        .integer(Int64(id)), id.isMultiple(of: 3) ? .null : .text("ชื่อ \(id)"),
                        .bytes(Array(repeating: UInt8(id & 0xFF), count: id % 5)),
                    ]
                })
        // Again: each in the place of the one with its key.
        try RowInsert(
            database, into: "t", ["id", "name", "data"],
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name || '!'"
        ).run(rows)
        #expect(
            try database.first("SELECT count(*), sum(name LIKE '%!') FROM t") {
                [$0.int(0), $0.int(1)]
            } == [count, count - (count + 2) / 3])
    }

    @Test func `a row that is refused ends the rows, and the statement goes on with others`() throws
    {
        let insert = RowInsert(database, into: "t", ["id"])
        var rows = ValueRows()
        for id in [1, 1, 2] { rows.add(id) }
        let error = #expect(throws: SQLiteError.self) { try insert.run(rows) }
        #expect(error?.kind == .constraint)
        rows.removeAll()
        rows.add(3)
        try insert.run(rows)
        #expect(try database.rows("SELECT id FROM t") { $0.int(0) } == [1, 3])
    }

    @Test func `a file that is kept to oneself lets nobody else in until it is shared`() throws {
        var settings = Database.Settings()
        settings.journal = .off
        settings.isExclusive = true
        let path = scratch.path("own.sqlite")
        let own = try Database(path: path, settings: settings)
        try own.execute("CREATE TABLE t (id)")
        var hasty = Database.Settings()
        hasty.busyTimeoutMilliseconds = 0
        let error = #expect(throws: SQLiteError.self) {
            try Database(path: path, mode: .read, settings: hasty).rows("SELECT id FROM t") {
                $0.int(0)
            }
        }
        #expect(error?.kind == .busy)
        try own.execute("PRAGMA locking_mode=NORMAL; SELECT id FROM t")
        let other = try Database(path: path, mode: .read, settings: hasty)
        #expect(try other.rows("SELECT id FROM t") { $0.int(0) } == [])
    }

    @Test func `values bound and not run are forgotten`() throws {
        let sql = "INSERT INTO t (id, name) VALUES (?, ?)"
        try database.prepare(sql).bind(1)
        let insert = try database.prepare(sql)
        insert.bind(2)
        insert.bind("b")
        try insert.runBound()
        #expect(try database.rows("SELECT id FROM t") { $0.int(0) } == [2])
    }

    @Test func `a hundred thousand rows go in and come out`() throws {
        let insert = try database.prepare("INSERT INTO t (id, name, data) VALUES (?, ?, ?)")
        try database.transaction {
            for number in 0..<100_000 {
                insert.bind(number)
                insert.bind("KT\(number)")
                insert.bind([UInt8(truncatingIfNeeded: number)])
                try insert.runBound()
            }
        }
        var next = 0
        try database.prepare("SELECT id, name, data FROM t ORDER BY id").forEach { row in
            let isAsWritten =
                row.int(0) == next && row.text(1) == "KT\(next)"
                && row.withBytes(2) { $0.count == 1 && $0[0] == UInt8(truncatingIfNeeded: next) }
            if isAsWritten { next += 1 }
        }
        #expect(next == 100_000)
    }

    @Test func `full text is found by three letters`() throws {
        try database.execute("CREATE VIRTUAL TABLE s USING fts5(text, tokenize='trigram')")
        try database.run("INSERT INTO s (text) VALUES (?), (?)", "ขอซ่อมไฟถนน", "ขอถมดิน")
        let found = try database.rows("SELECT rowid FROM s WHERE s MATCH ?", "ไฟถนน") { $0.int(0) }
        #expect(found == [1])
    }

    @Test func `a reader sees one state while a writer goes on`() throws {
        try database.run("INSERT INTO t (id) VALUES (1)")
        let reader = try Database(path: scratch.path("a.sqlite"), mode: .read)
        let counts = try reader.transaction(.reading) {
            let before = try reader.first("SELECT count(*) FROM t") { $0.int(0) }
            try database.run("INSERT INTO t (id) VALUES (2)")
            return [before, try reader.first("SELECT count(*) FROM t") { $0.int(0) }]
        }
        #expect(counts == [1, 1])
        #expect(try reader.first("SELECT count(*) FROM t") { $0.int(0) } == 2)
    }

    @Test func `a copy holds what the original holds`() throws {
        try database.run("INSERT INTO t (id, name) VALUES (1, 'a')")
        try database.copy(to: scratch.path("copy ? # %.sqlite"))
        let copy = try Database(path: scratch.path("copy ? # %.sqlite"), mode: .readImmutable)
        #expect(try copy.rows("SELECT name FROM t") { $0.text(0) } == ["a"])
        #expect(try copy.damage() == [])
    }
}
