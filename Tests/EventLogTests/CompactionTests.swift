import Entries
import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct CompactionTests {
    private func append(_ count: Int, to writer: LogWriter<Clerk>, _ mint: inout Mint) throws {
        for _ in 0..<count {
            let entry = mint.entry("petition/KT1", data: #"{"text":"abc"}"#)
            let outcome = writer.performAndWait(.init(entries: [entry]))
            try #require(outcome.positions != nil)
        }
    }

    private func check(_ log: EventLog, holds count: UInt64) throws {
        #expect(try log.head == count)
        let result = try LogVerifier(log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == Int(count))
    }

    /// LMDB picks the page that counts by whether the number of commits is even.
    @Test(arguments: [6, 7])
    func `a log that another process reads is written anew, read and written on`(count: Int) throws
    {
        let desk = try Desk()
        var mint = Mint()
        let writer = try desk.writer()
        try append(count, to: writer, &mint)
        // It has the log open before and after, and waits for more than there will be.
        let reader = try OtherProcess("follow", desk.scratch.path("log"), "1000")
        var seen = ""
        while !seen.contains("\n\(count)\n") { seen += reader.read() }
        try desk.log.compact()
        try check(desk.log, holds: UInt64(count))
        try append(5, to: writer, &mint)
        try check(desk.log, holds: UInt64(count) + 5)
        let other = try OtherProcess("follow", desk.scratch.path("log"), "\(count + 5)")
        #expect(other.lines() == (1...(count + 5)).map(String.init))
        reader.kill()
        _ = reader.rest()
        writer.close()
        try append(3, to: try desk.writer(), &mint)
        try check(desk.log, holds: UInt64(count) + 8)
    }

    @Test func `whoever writes next writes to the new file`() throws {
        let desk = try Desk()
        var mint = Mint()
        var writer = try desk.writer()
        try append(4, to: writer, &mint)
        writer.close()
        // Another process puts another file in its place; this one has the old one open.
        let directory = desk.scratch.path("log")
        let copy = desk.scratch.path("copy")
        try FileManager.default.copyItem(atPath: directory, toPath: copy)
        for name in ["data.mdb", "lock.mdb"] {
            try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
        }
        try FileManager.default.moveItem(
            atPath: "\(copy)/data.mdb", toPath: "\(directory)/data.mdb")
        writer = try desk.writer()
        try append(2, to: writer, &mint)
        let other = try OtherProcess("follow", directory, "6")
        #expect(other.lines() == (1...6).map(String.init))
        try check(desk.log, holds: 6)
    }

    @Test func `nothing is left of a copy that was broken off, and the next one is made`() throws {
        let desk = try Desk()
        var mint = Mint()
        let writer = try desk.writer()
        try append(4, to: writer, &mint)
        let draft = desk.scratch.path("log/compacting")
        try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false)
        try Data(repeating: 1, count: 100).write(to: URL(filePath: "\(draft)/data.mdb"))
        try desk.log.compact()
        #expect(!FileManager.default.fileExists(atPath: draft))
        try check(desk.log, holds: 4)
    }
}
