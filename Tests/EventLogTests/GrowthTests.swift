import Entries
import EventLog
import TestSupport
import Testing
import Threads

@Suite struct GrowthTests {
    @Test func `a small map grows under readers, and every command is carried out once`() throws {
        let desk = try Desk(mapSize: 256 << 10)
        let sizes = Monitor<[Int]>([])
        let clerk = Clerk()
        let writer = try desk.writer(clerk) { notice in
            if case .grown(let size) = notice { sizes.with { $0.append(size) } }
        }
        let log = desk.log
        let stop = Monitor(false)
        let wrong = Counter()
        let readers = (0..<3).map { _ in
            WorkerThread {
                while !stop.with({ $0 }) {
                    guard let entries = try? log.read(after: 0, limit: 50) else {
                        wrong.increment()
                        continue
                    }
                    if entries.map(\.position) != Array(1...50).prefix(entries.count).map({ $0 }) {
                        wrong.increment()
                    }
                }
            }
        }
        let left = Monitor(1000)
        var mint = Mint()
        let text = #"{"text":"\#(String(repeating: "x", count: 1500))"}"#
        for number in 0..<1000 {
            let entry = mint.entry("petition/KT\(number % 50)", data: text)
            let key = IdempotencyKey(high: UInt64(number), low: 9)
            writer.submit(.init(entries: [entry], key: key)) { outcome in
                if outcome.positions == nil { wrong.increment() }
                left.with { $0 -= 1 }
                left.signal()
            }
        }
        left.wait { $0 == 0 ? () : nil }
        stop.with { $0 = true }
        for reader in readers { reader.join() }
        #expect(wrong.value == 0)
        #expect(try log.head == 1000)
        #expect(sizes.with { $0.prefix(3) } == [512 << 10, 1 << 20, 2 << 20])
        // What was decided is written again, not decided again.
        #expect(clerk.forgotten.value == 0)
        let result = try LogVerifier(log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == 1000)
    }

    @Test func `a batch larger than the map is carried out`() throws {
        let desk = try Desk(mapSize: 256 << 10)
        let writer = try desk.writer()
        var mint = Mint()
        let entries = (0..<2000).map { mint.entry("petition/KT\($0)") }
        #expect(writer.performAndWait(.init(entries: entries)).positions == 1...2000)
    }
}
