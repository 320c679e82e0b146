import Crypto
import Entries
import EventLog
import TestSupport
import Testing
import Threads

@Suite struct AppendingTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    @Test mutating func `an entry that was answered is there as it was given`() throws {
        let writer = try desk.writer()
        let first = mint.entry(sections: [[1, 2, 3], [4]])
        var second = mint.entry(type: "completed")
        second.cause = first.id
        second.correlation = first.id
        let outcome = writer.performAndWait(.init(entries: [first, second]))
        #expect(outcome.answer == .done(version: 2))
        #expect(outcome.positions == 1...2)

        let entries = try desk.log.read(after: 0, limit: 10)
        #expect(entries.map(\.position) == [1, 2])
        let expected = Envelope(
            actor: first.actor, data: first.data, id: first.id, source: Desk.origin,
            streamVersion: 1, subject: first.stream, time: noon, type: first.type)
        #expect(try Envelope(entries[0].bytes) == expected)
        let envelope = try Envelope(entries[1].bytes)
        #expect(envelope.streamVersion == 2)
        #expect(envelope.cause == first.id)
        #expect(envelope.correlation == first.id)
        #expect(entries[0].leafHash == SHA256.hash([0] + entries[0].bytes))
        #expect(try desk.log.section(at: 1, number: 1) == [1, 2, 3])
        #expect(try desk.log.section(at: 1, number: 2) == [4])
        #expect(try desk.log.section(at: 1, number: 3) == nil)
        #expect(try desk.log.position(of: second.id) == 2)
        #expect(try desk.log.position(of: mint.id()) == nil)
    }

    @Test func `many callers get positions without holes, each its own`() throws {
        let writer = try desk.writer()
        let positions = Monitor<[Position]>([])
        let callers = (0..<8).map { caller in
            WorkerThread {
                var mint = Mint(seed: UInt64(caller))
                for _ in 0..<100 {
                    let entry = mint.entry("petition/KT\(caller)")
                    let outcome = writer.performAndWait(.init(entries: [entry]))
                    guard let range = outcome.positions else { continue }
                    positions.with { $0.append(range.lowerBound) }
                }
            }
        }
        for caller in callers { caller.join() }
        #expect(positions.with { $0.sorted() } == Array(1...800))
        #expect(try desk.log.head == 800)
        for caller in 0..<8 {
            let versions = try desk.log.readStream("petition/KT\(caller)").map {
                try Envelope($0.bytes).streamVersion
            }
            #expect(versions == Array(1...100))
        }
    }

    @Test mutating func `a stale version is refused by the decider and writes nothing`() throws {
        let writer = try desk.writer()
        let first = mint.entry(), second = mint.entry()
        #expect(
            writer.performAndWait(.init(entries: [first], expectedVersion: 0)).positions == 1...1)
        let stale = writer.performAndWait(.init(entries: [second], expectedVersion: 0))
        #expect(stale.answer == .stale(version: 1))
        #expect(stale.positions == nil)
        #expect(try desk.log.head == 1)
    }

    @Test mutating func `a decision sees what the command before it in the batch wrote`() throws {
        let writer = try desk.writer()
        let gate = Monitor(false)
        let answers = Monitor<[Clerk.Answer?]>([])
        // Holds the writer so that the others wait together.
        let first = mint.entry("petition/KT0")
        writer.submit(.init(entries: [first], look: { _ in gate.wait { $0 ? () : nil } })) { _ in }
        let subject = "petition/KT1"
        for number in 0..<3 {
            let entry = mint.entry(subject)
            writer.submit(
                .init(
                    entries: [entry], expectedVersion: number,
                    look: { transaction in
                        let seen = try transaction.readStream(subject).count
                        #expect(seen == number)
                        #expect(transaction.nextPosition == UInt64(number + 2))
                    })
            ) { outcome in
                answers.with { $0.append(outcome.answer) }
                answers.signal()
            }
        }
        gate.with { $0 = true }
        gate.signal()
        let all = answers.wait { $0.count == 3 ? $0 : nil }
        #expect(all == [.done(version: 1), .done(version: 2), .done(version: 3)])
    }

    @Test mutating func `a command may bring thousands of entries`() throws {
        let writer = try desk.writer()
        let entries = (0..<5000).map { mint.entry("petition/KT\($0 % 700)") }
        #expect(writer.performAndWait(.init(entries: entries)).positions == 1...5000)
        #expect(try desk.log.version(of: "petition/KT3") == 8)
        #expect(try desk.log.version(of: "petition/KT699") == 7)
        #expect(try desk.log.read(after: 4990, limit: 100).count == 10)
    }

    @Test mutating func `the log goes on where it was when it is opened again`() throws {
        do {
            let writer = try desk.writer()
            for _ in 0..<5 { _ = writer.performAndWait(.init(entries: [mint.entry()])) }
            writer.close()
        }
        let writer = try desk.writer()
        #expect(writer.performAndWait(.init(entries: [mint.entry()])).positions == 6...6)
        #expect(try desk.log.version(of: mint.entry().stream) == 6)
    }

    @Test mutating func `async callers are answered too`() async throws {
        let writer = try desk.writer()
        let outcome = await writer.perform(.init(entries: [mint.entry()]))
        #expect(outcome.positions == 1...1)
    }
}
