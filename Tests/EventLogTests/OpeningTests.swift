import Entries
import EventLog
import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct OpeningTests {
    @Test func `a log knows its origin, its epoch and when it was made`() throws {
        let scratch = try Scratch()
        do {
            let log = try EventLog.create(
                at: scratch.path("log"), origin: "petitions.example/kt", now: noon)
            #expect(log.mapSize == EventLog.defaultMapSize)
        }
        let log = try EventLog.open(at: scratch.path("log"))
        #expect(log.origin == "petitions.example/kt")
        #expect(log.epoch == 1)
        #expect(log.created == noon)
        #expect(!log.isReadOnly)
    }

    @Test func `a log is made once`() throws {
        let desk = try Desk()
        #expect(throws: LogError.exists(directory: desk.log.directory)) {
            try EventLog.create(at: desk.log.directory, origin: "x", now: noon)
        }
    }

    @Test func `what is no log is told apart`() throws {
        let scratch = try Scratch()
        #expect(throws: LogError.absent(directory: scratch.path())) {
            try EventLog.open(at: scratch.path())
        }
        try Data(repeating: 9, count: 16384).write(to: scratch.url.appending(path: "data.mdb"))
        #expect(throws: LogError.notALog(directory: scratch.path())) {
            try EventLog.open(at: scratch.path())
        }
        let other = try Scratch()
        do {
            _ = try Environment.open(
                other.path(), tables: [TableSpecification("things")], mapSize: 1 << 20,
                mode: .create)
        }
        #expect(throws: LogError.notALog(directory: other.path())) {
            try EventLog.open(at: other.path())
        }
    }

    @Test func `a log of a newer format is left alone`() throws {
        let desk = try Desk()
        try desk.raw().write { try $0.put([0, 0, 0, 3], under: "format", in: Desk.meta) }
        #expect(throws: LogError.unknownFormat(3)) { try EventLog.open(at: desk.log.directory) }
    }

    @Test func `opening a log twice in a process is opening it once`() throws {
        let desk = try Desk()
        let again = try EventLog.open(at: desk.log.directory)
        var mint = Mint()
        let writer = try desk.writer()
        _ = writer.performAndWait(.init(entries: [mint.entry()]))
        #expect(try again.head == 1)
        #expect(try again.follower().wait(milliseconds: 1000))
    }
}
