import Entries
import EventLog
import TestSupport
import Testing
import Threads

@Suite struct FailedCommitTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    private func writer(
        _ clerk: Clerk = Clerk(), failing faults: Monitor<[CommitFault?]>
    ) throws -> LogWriter<Clerk> {
        let clock = desk.clock
        return try LogWriter(
            desk.log, decider: clerk, clock: { clock.now },
            faults: { faults.with { $0.isEmpty ? nil : $0.removeFirst() } })
    }

    @Test(arguments: [CommitFault.lost, .kept])
    func `after a failed commit the outcome is unknown, and the key tells it`(fault: CommitFault)
        throws
    {
        var mint = Mint()
        let clerk = Clerk()
        let writer = try writer(clerk, failing: Monitor([nil, fault]))
        #expect(writer.performAndWait(.init(entries: [mint.entry()])).positions == 1...1)
        let key = IdempotencyKey(high: 3, low: 4)
        let entry = mint.entry("petition/KT2")
        let outcome = writer.performAndWait(.init(entries: [entry], key: key))
        guard case .unknown = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(clerk.forgotten.value == 1)
        let again = writer.performAndWait(.init(entries: [entry], key: key))
        #expect(again.answer == (fault == .kept ? .repeated(2...2) : .done(version: 1)))
        #expect(try desk.log.head == 2)
        #expect(try desk.log.version(of: "petition/KT2") == 1)
    }

    @Test mutating func `all of a failed batch are told, and the next batch is like any`() throws {
        let gate = Monitor(false)
        let words = Monitor<[String]>([])
        let writer = try writer(failing: Monitor([.lost]))
        for number in 0..<5 {
            var command = Clerk.Command(entries: [mint.entry()])
            if number == 0 { command.look = { _ in gate.wait { $0 ? () : nil } } }
            writer.submit(command) { outcome in
                if case .unknown = outcome {
                    words.with { $0.append("unknown") }
                } else {
                    words.with { $0.append("committed") }
                }
                words.signal()
            }
        }
        gate.with { $0 = true }
        gate.signal()
        words.wait { $0.count == 5 ? () : nil }
        #expect(words.with { $0 }.first == "unknown")
        #expect(writer.performAndWait(.init(entries: [mint.entry()])).positions != nil)
        let committed = words.with { $0.filter { $0 == "committed" }.count } + 1
        #expect(try desk.log.head == UInt64(committed))
        let result = try LogVerifier(desk.log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == UInt64(committed))
    }

    @Test mutating func `readers go on while the log is opened again`() throws {
        let faults = Monitor<[CommitFault?]>((0..<200).map { $0 % 3 == 0 ? .kept : nil })
        let writer = try writer(failing: faults)
        let log = desk.log
        let stop = Monitor(false)
        let failures = Counter()
        let readers = (0..<2).map { _ in
            WorkerThread {
                while !stop.with({ $0 }) {
                    if (try? log.read(after: 0, limit: 20)) == nil { failures.increment() }
                }
            }
        }
        for _ in 0..<100 { _ = writer.performAndWait(.init(entries: [mint.entry()])) }
        stop.with { $0 = true }
        for reader in readers { reader.join() }
        #expect(failures.value == 0)
        #expect(try log.head == 100)
    }
}
