import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct DraftTests {
    private static func draft(in scratch: borrowing Scratch) throws -> EventLog {
        try EventLog.draft(at: scratch.path("log"), origin: "petitions.example/kt", now: noon)
    }

    private static func append(_ count: Int, to log: EventLog) throws {
        let writer = try LogWriter(log, decider: Clerk(), clock: { noon })
        var mint = Mint()
        for _ in 0..<count {
            let outcome = writer.performAndWait(.init(entries: [mint.entry()]))
            guard case .committed = outcome else { throw Clerk.Failure(word: "\(outcome)") }
        }
        writer.close()
    }

    @Test func `a draft becomes a log that is durable and whole when it is finished`() throws {
        let scratch = try Scratch()
        do {
            let log = try Self.draft(in: scratch)
            #expect(!log.isDurable)
            try Self.append(40, to: log)
            try log.finish()
            #expect(log.isDurable)
        }
        let log = try EventLog.open(at: scratch.path("log"))
        #expect(log.isDurable)
        #expect(try log.head == 40)
        var damages: [LogDamage] = []
        _ = try LogVerifier(log).run { damage in
            damages.append(damage)
            return true
        }
        #expect(damages == [])
    }

    @Test func `nobody opens a draft, and no copy of one`() throws {
        let scratch = try Scratch()
        let log = try Self.draft(in: scratch)
        let place = scratch.path("log"), copy = scratch.path("copy")
        #expect(throws: LogError.unfinished(directory: place)) { try EventLog.open(at: place) }
        try FileManager.default.copyItem(atPath: place, toPath: copy)
        #expect(throws: LogError.unfinished(directory: copy)) { try EventLog.open(at: copy) }
        try log.finish()
        #expect(try EventLog.open(at: place).head == 0)
        #expect(throws: LogError.unfinished(directory: copy)) { try EventLog.open(at: copy) }
    }

    @Test func `to finish what is no draft changes nothing`() throws {
        let desk = try Desk()
        #expect(desk.log.isDurable)
        try desk.log.finish()
        #expect(desk.log.isDurable)
    }
}
