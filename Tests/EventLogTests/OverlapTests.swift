import Entries
import EventLog
import TestSupport
import Testing
import Threads

/// What comes while a commit waits for the disk is decided meanwhile.
@Suite struct OverlapTests {
    private let desk: Desk
    private let words = Monitor<[String]>([])
    private let gate = Monitor(false)

    init() throws { desk = try Desk() }

    /// A writer whose first commit waits at the gate, and then meets `fault`.
    private func writer(_ fault: CommitFault?, unindexed: Int = 128) throws -> LogWriter<Clerk> {
        var limits = WriterLimits()
        limits.unindexed = unindexed
        let (clock, gate, words, isFirst) = (desk.clock, gate, words, Monitor(true))
        return try LogWriter(
            desk.log, decider: Clerk(), clock: { clock.now }, limits: limits,
            faults: {
                guard
                    isFirst.with({ isFirst in
                        defer { isFirst = false }
                        return isFirst
                    })
                else { return nil }
                words.with { $0.append("commit") }
                words.broadcast()
                gate.wait { $0 ? () : nil }
                return fault
            })
    }

    private func wait(for count: Int) -> [String] { words.wait { $0.count >= count ? $0 : nil } }

    private func open() {
        gate.with { $0 = true }
        gate.broadcast()
    }

    private func submit(
        _ name: String, _ command: Clerk.Command, to writer: LogWriter<Clerk>,
        look: @escaping @Sendable (borrowing AppendTransaction) throws -> Void = { _ in }
    ) {
        let words = words
        let note: @Sendable (String) -> Void = { word in
            words.with { $0.append(word) }
            words.broadcast()
        }
        var command = command
        command.look = { transaction in
            note("\(name) decided")
            try look(transaction)
        }
        writer.submit(command) { outcome in
            switch outcome {
            case .committed(let answer, _): note("\(name) \(answer)")
            case .unknown: note("\(name) unknown")
            default: note("\(name) \(outcome)")
            }
        }
    }

    @Test(arguments: [0, 128])
    func `a decision sees what is not durable yet, and nobody is told of it`(
        unindexed: Int
    ) throws {
        var mint = Mint()
        let writer = try writer(nil, unindexed: unindexed)
        let key = IdempotencyKey(high: 1, low: 2)
        let first = mint.entry("petition/KT1", sections: [[1, 2]])
        submit("a", .init(entries: [first], key: key), to: writer)
        #expect(wait(for: 2) == ["a decided", "commit"])
        let look: @Sendable (borrowing AppendTransaction) throws -> Void = { transaction in
            #expect(transaction.nextPosition == 2)
            let stream = try transaction.readStream("petition/KT1").map(\.position)
            #expect(stream == [1])
            #expect(try transaction.read(after: 0, limit: 5).map(\.position) == [1])
            #expect(try transaction.section(at: 1, number: 1) == [1, 2])
            #expect(try transaction.section(at: 1, number: 2) == nil)
            #expect(try transaction.position(of: first.id) == 1)
            #expect(try transaction.version(of: "petition/KT1") == 1)
        }
        submit("b", .init(entries: [mint.entry("petition/KT1")]), to: writer, look: look)
        submit("c", .init(entries: [first], key: key), to: writer)
        #expect(wait(for: 4) == ["a decided", "commit", "b decided", "c decided"])
        #expect(try desk.log.head == 0)
        open()
        #expect(
            wait(for: 7).suffix(3) == [
                "a done(version: 1)", "b done(version: 2)", "c repeated(ClosedRange(1...1))",
            ])
        #expect(try desk.log.readStream("petition/KT1").map(\.position) == [1, 2])
        writer.close()
    }

    @Test(arguments: [CommitFault.lost, .kept])
    func `what was decided on the strength of a failed commit is decided again`(
        fault: CommitFault
    ) throws {
        var mint = Mint()
        let writer = try writer(fault)
        submit("a", .init(entries: [mint.entry("petition/KT1")]), to: writer)
        _ = wait(for: 2)
        submit("b", .init(entries: [mint.entry("petition/KT1")]), to: writer)
        submit("c", .init(entries: [mint.entry("petition/KT2")]), to: writer)
        _ = wait(for: 4)
        open()
        let told = wait(for: 9)
        let version = fault == .kept ? 2 : 1
        #expect(told.filter { $0 == "b decided" }.count == 2)
        #expect(told.filter { $0 == "c decided" }.count == 2)
        #expect(
            told.filter { !$0.hasSuffix("decided") } == [
                "commit", "a unknown", "b done(version: \(version))", "c done(version: 1)",
            ])
        writer.close()
        #expect(try desk.log.head == (fault == .kept ? 3 : 2))
        try expectSound()
    }

    private func expectSound() throws {
        _ = try LogVerifier(desk.log).run { damage in
            Issue.record("\(damage)")
            return true
        }
    }
}
