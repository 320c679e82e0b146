import Entries
import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct ProcessTests {
    private let scratch: Desk

    init() throws { scratch = try Desk() }

    private var directory: String { scratch.log.directory }

    @Test func `another process reads what this one writes`() throws {
        let other = try OtherProcess("follow", directory, "300")
        let writer = try scratch.writer()
        var mint = Mint()
        for _ in 0..<300 { _ = writer.performAndWait(.init(entries: [mint.entry()])) }
        #expect(other.lines() == (1...300).map { "\($0)" })
    }

    @Test func `a log that grows while it is opened is not taken for one that was cut off`() throws
    {
        let writer = try scratch.writer()
        var mint = Mint()
        let other = try OtherProcess("open", directory, "6000")
        for _ in 0..<1500 {
            let entries = (0..<30).map { _ in mint.entry() }
            _ = writer.performAndWait(.init(entries: entries))
        }
        #expect(other.lines() == ["opened"])
    }

    @Test func `this process follows what another writes, through its growing map`() throws {
        let other = try OtherProcess("append", directory, "1000")
        var follower = try scratch.log.follower()
        var positions: [Position] = []
        while positions.count < 1000, try follower.wait(milliseconds: 5000) {
            positions += try follower.next(limit: 100).map(\.position)
        }
        #expect(positions == Array(1...1000))
        #expect(other.lines().count == 1000)
    }

    @Test func `a log that another process writes takes no second writer`() throws {
        let other = try OtherProcess("hold", directory)
        #expect(other.read() == "held\n")
        #expect(throws: LogError.lockedByAnother) { try scratch.writer() }
        try other.closeInput()
        #expect(other.lines() == [])
        let writer = try scratch.writer()
        writer.close()
    }

    @Test func `a lock dies with its holder`() throws {
        let other = try OtherProcess("hold", directory)
        #expect(other.read() == "held\n")
        other.kill()
        _ = other.lines()
        let writer = try scratch.writer()
        writer.close()
    }

    @Test func `what was acknowledged before SIGKILL is there, once`() throws {
        var random = SeededGenerator.fresh()
        var acknowledged: [String] = []
        for _ in 0..<12 {
            let other = try OtherProcess("append", directory, "1000000")
            // From its first acknowledgement on, at any moment.
            var output = other.read()
            usleep(UInt32.random(in: 0..<100_000, using: &random))
            other.kill()
            output += other.rest()
            acknowledged += output.split(separator: "\n").map(String.init)
        }
        #expect(acknowledged.count >= 12, "seed \(random.seed)")
        var stored: Set<String> = []
        var head: Position = 0
        try scratch.log.replay { entry in
            "\(entry.position) \(try Envelope(entry.bytes).id)"
        } deliver: { lines in
            stored.formUnion(lines)
            head += UInt64(lines.count)
        }
        // The last line may have been cut by the signal; a full queue is a word without an id.
        let whole = acknowledged.filter { $0.split(separator: " ").last?.count == 36 }
        #expect(whole.filter { !stored.contains($0) } == [])
        #expect(Set(whole).count == whole.count)
        #expect(try scratch.log.head == head)
        let result = try LogVerifier(scratch.log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == head)
    }
}
