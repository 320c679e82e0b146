import Foundation
import SQLite
import TestSupport
import Testing

@Suite struct SQLiteErrorTests: ~Copyable {
    let scratch: Scratch
    let path: String
    let database: Database

    init() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.sqlite")
        let database = try Database(path: path)
        try database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        self.scratch = scratch
        self.path = path
        self.database = database
    }

    private func kind(_ body: () throws -> Void) -> SQLiteError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SQLiteError)?.kind
        }
    }

    @Test func `a broken constraint names the rule and not the value`() throws {
        try database.run("INSERT INTO t (name) VALUES (?)", "somchai")
        let error = try #require(throws: SQLiteError.self) {
            try database.run("INSERT INTO t (name) VALUES (?)", "somchai")
        }
        #expect(error.kind == .constraint)
        #expect(error.extendedCode == 2067)
        #expect(error.description.contains("UNIQUE constraint failed: t.name"))
        #expect(!error.description.contains("somchai"))
        // The statement is as good as new.
        try database.run("INSERT INTO t (name) VALUES (?)", "somsri")
        #expect(database.changes == 1)
    }

    @Test func `a held lock is busy when the time is over`() throws {
        var settings = Database.Settings()
        settings.busyTimeoutMilliseconds = 1
        let other = try Database(path: path, mode: .write, settings: settings)
        try database.transaction {
            try database.run("INSERT INTO t (name) VALUES ('a')")
            #expect(kind { try other.transaction {} } == .busy)
        }
        #expect(kind { try other.transaction {} } == nil)
    }

    @Test func `a full file undoes the transaction and says so`() throws {
        try database.execute("PRAGMA max_page_count = 10")
        let long = String(repeating: "x", count: 3000)
        let full = kind {
            try database.transaction {
                for number in 0..<100 {
                    try database.run("INSERT INTO t (name) VALUES (?)", "\(number)\(long)")
                }
            }
        }
        #expect(full == .full)
        #expect(!database.isInTransaction)
        #expect(try database.first("SELECT count(*) FROM t") { $0.int(0) } == 0)
    }

    @Test func `a file that is no database is corrupt`() throws {
        let other = scratch.path("b.sqlite")
        try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: other))
        #expect(kind { _ = try Database(path: other) } == .corrupt)
    }

    @Test func `damage is found`() throws {
        try database.transaction {
            for number in 0..<2000 {
                try database.run("INSERT INTO t (name) VALUES (?)", "name \(number)")
            }
        }
        try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        #expect(try database.damage() == [])
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: 5 * 4096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
        try file.close()
        let again = try Database(path: path, mode: .read)
        #expect(try again.damage().isEmpty == false)
        #expect(kind { _ = try again.rows("SELECT id, name FROM t") { $0.text(1) } } == .corrupt)
    }

    @Test func `a reader cannot write`() throws {
        let reader = try Database(path: path, mode: .read)
        #expect(kind { try reader.run("INSERT INTO t (name) VALUES ('a')") } == .readOnly)
    }

    @Test func `a file that is not there cannot be opened`() {
        #expect(
            kind { _ = try Database(path: scratch.path("no.sqlite"), mode: .write) } == .cannotOpen)
        #expect(kind { _ = try Database(path: scratch.path("no/a.sqlite")) } == .cannotOpen)
    }

    @Test func `a mistake in the SQL is said with the SQL`() throws {
        let error = try #require(throws: SQLiteError.self) { try database.execute("SELEC 1") }
        #expect(error.kind == .other)
        #expect(error.sql == "SELEC 1")
    }
}
