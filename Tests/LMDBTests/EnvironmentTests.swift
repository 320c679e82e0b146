import Foundation
import LMDB
import TestSupport
import Testing
import Threads

@Suite struct EnvironmentTests {
    @Test func `a full map says so, grows and takes what did not fit`() throws {
        let shelf = try Shelf(mapSize: 256 << 10)
        let big = [UInt8](repeating: 1, count: 150_000)
        func fill(_ name: String) throws {
            try shelf.environment.write { try $0.put(big, under: name, in: Shelf.words) }
        }
        try fill("a")
        let error = #expect(throws: LMDBError.self) { try fill("b") }
        #expect(error?.isMapFull == true)
        #expect(try shelf.word("b") == nil)
        try shelf.environment.grow()
        #expect(shelf.environment.mapSize == 512 << 10)
        try fill("b")
        #expect(try shelf.word("b")?.count == 150_000)
        #expect(try shelf.word("a")?.count == 150_000)
    }

    @Test func `what was moved while it was open is opened again where it was found`() throws {
        let scratch = try Scratch()
        let files = FileManager.default
        try files.createDirectory(
            atPath: scratch.path("old"), withIntermediateDirectories: false)
        let first = try Shelf.open(scratch.path("old"))
        try first.write { try $0.put([1], under: "a", in: Shelf.words) }
        try files.moveItem(atPath: scratch.path("old"), toPath: scratch.path("new"))
        let second = try Shelf.open(scratch.path("new"), mode: .write)
        #expect(second === first)
        try second.reopen()
        let word = try second.read { try $0.value(under: "a", in: Shelf.words) { $0.copied() } }
        #expect(word == [1])
    }

    @Test func `a reader that stays is as old as the commits it has missed`() throws {
        let shelf = try Shelf()
        let environment = shelf.environment
        #expect(environment.oldestReaderAge == nil)
        let ages = try environment.read { _ in
            let before = environment.oldestReaderAge
            for number in 0..<3 {
                try environment.write { try $0.put([UInt8(number)], under: "a", in: Shelf.words) }
            }
            return [before, environment.oldestReaderAge]
        }
        #expect(ages == [0, 3])
        #expect(environment.oldestReaderAge == nil)
    }

    @Test func `growing waits for readers, and new readers wait for it`() throws {
        let shelf = try Shelf()
        let environment = shelf.environment
        let order = Monitor<[String]>([])
        @Sendable func note(_ word: String) {
            order.with { $0.append(word) }
            order.broadcast()
        }
        let reader = WorkerThread {
            try? environment.read { _ in
                note("reading")
                _ = order.wait(milliseconds: 100) { $0.contains("never") ? true : nil }
                note("read")
            }
        }
        order.wait { $0.contains("reading") ? () : nil }
        try environment.grow()
        note("grown")
        reader.join()
        #expect(order.with { $0 } == ["reading", "read", "grown"])
    }

    @Test func `many readers and growth do not disturb one another`() throws {
        let shelf = try Shelf(mapSize: 1 << 20)
        let environment = shelf.environment
        try environment.write { try $0.put([9], under: "a", in: Shelf.words) }
        let stop = Monitor(false)
        let wrong = Monitor(0)
        let readers = (0..<4).map { _ in
            WorkerThread {
                while !stop.with({ $0 }) {
                    let value = try? environment.read {
                        try $0.value(under: "a", in: Shelf.words) { $0.copied() }
                    }
                    if value != [9] { wrong.with { $0 += 1 } }
                }
            }
        }
        for _ in 0..<8 { try environment.grow() }
        try environment.reopen()
        stop.with { $0 = true }
        for reader in readers { reader.join() }
        #expect(wrong.with { $0 } == 0)
        #expect(environment.mapSize == 256 << 20)
    }

    @Test func `a directory is open once in a process, whatever its path`() throws {
        let shelf = try Shelf()
        let path = shelf.scratch.path()
        let again = try Shelf.open(path + "/../" + shelf.scratch.url.lastPathComponent)
        #expect(again === shelf.environment)
    }

    @Test func `an environment that was let go is opened anew`() throws {
        let scratch = try Scratch()
        do {
            let environment = try Shelf.open(scratch.path())
            try environment.write { try $0.put([1], under: "a", in: Shelf.words) }
        }
        for _ in 0..<20 {
            let environment = try Shelf.open(scratch.path(), mode: .write)
            #expect(try environment.read { try $0.count(of: Shelf.words) } == 1)
        }
    }

    @Test func `what is not there, or not LMDB, is told apart`() throws {
        let scratch = try Scratch()
        let absent = #expect(throws: LMDBError.self) {
            try Shelf.open(scratch.path("nowhere"), mode: .write)
        }
        #expect(absent?.isAbsent == true)
        try Data(repeating: 1, count: 8192).write(to: scratch.url.appending(path: "data.mdb"))
        let strange = #expect(throws: LMDBError.self) { try Shelf.open(scratch.path()) }
        #expect(strange?.isDamage == true)
    }

    @Test func `a table that is missing is told`() throws {
        let shelf = try Scratch()
        do {
            _ = try Environment.open(
                shelf.path(), tables: [TableSpecification("words")], mapSize: 1 << 20,
                mode: .create)
        }
        let error = #expect(throws: LMDBError.self) {
            try Shelf.open(shelf.path(), mode: .write)
        }
        #expect(error?.isMissingTable == true)
    }

    @Test func `a lock has one holder and is free again when let go`() throws {
        let scratch = try Scratch()
        let path = scratch.path("lock")
        let lock = try #require(try FileLock.take(path))
        #expect(try FileLock.take(path) == nil)
        lock.release()
        let next = try #require(try FileLock.take(path))
        #expect(try FileLock.take(path) == nil)
        next.release()
    }
}
