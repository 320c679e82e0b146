import Entries
import EventLog
import LMDB
import TestSupport
import Testing

/// The indices follow the entries some commits behind; nobody who reads may notice.
@Suite struct IndexTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func limits(_ unindexed: Int) -> WriterLimits {
        var limits = WriterLimits()
        limits.unindexed = unindexed
        return limits
    }

    private func indexed() throws -> [Int] {
        try desk.raw().read { transaction in
            try [Desk.names, Desk.streams, Desk.ids].map { try transaction.count(of: $0) }
        }
    }

    private func expectSound() throws {
        _ = try LogVerifier(desk.log).run { damage in
            Issue.record("\(damage)")
            return true
        }
    }

    @Test(arguments: [0, 1, 7, 40, 1000])
    func `a stream is the same wherever the indices end`(unindexed: Int) throws {
        var random = SeededGenerator(seed: UInt64(unindexed))
        var mint = Mint()
        var streams: [String: [Position]] = [:]
        var ids: [EventID] = []
        for _ in 0..<6 {
            let writer = try desk.writer(limits: limits(unindexed))
            for _ in 0..<25 {
                let subject = "petition/KT\(Int.random(in: 0..<12, using: &random))"
                let entries = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    mint.entry(subject)
                }
                let known = streams[subject] ?? []
                let look: @Sendable (borrowing AppendTransaction) throws -> Void = { transaction in
                    let read = try transaction.readStream(subject).map(\.position)
                    #expect(read == known)
                    #expect(try transaction.version(of: subject) == known.count)
                }
                let outcome = writer.performAndWait(.init(entries: entries, look: look))
                streams[subject, default: []] += try #require(outcome.positions)
                ids += entries.map(\.id)
            }
            writer.close()
            for (subject, positions) in streams { try expect(positions, in: subject) }
        }
        for (index, id) in ids.enumerated() {
            #expect(try desk.log.position(of: id) == Position(index + 1))
        }
        #expect(try desk.log.version(of: "petition/KT1") == streams["petition/KT1"]?.count)
        #expect(try desk.log.readStream("petition/KT") == [])
        try expectSound()
    }

    private func expect(_ positions: [Position], in subject: String) throws {
        let (log, half) = (desk.log, positions.count / 2)
        #expect(try log.version(of: subject) == positions.count)
        #expect(try log.readStream(subject).map(\.position) == positions)
        #expect(
            try log.readStream(subject, afterVersion: half, limit: 3).map(\.position)
                == Array(positions[half...].prefix(3)))
        #expect(
            try log.readStreamBackwards(subject, limit: 100).map(\.position)
                == positions.reversed())
        #expect(
            try log.readStreamBackwards(subject, beforeVersion: half + 1, limit: 2).map(\.position)
                == positions[..<half].suffix(2).reversed())
    }

    @Test func `the rows of the indices are written for many entries at once`() throws {
        var mint = Mint()
        let writer = try desk.writer(limits: limits(5))
        for number in 0..<5 {
            _ = writer.performAndWait(.init(entries: [mint.entry("petition/KT\(number % 2)")]))
        }
        #expect(try indexed() == [0, 0, 0])
        _ = writer.performAndWait(.init(entries: [mint.entry()]))
        #expect(try indexed() == [3, 6, 6])
        // In a flood they wait longer, and the first small batch after it brings them.
        _ = writer.performAndWait(.init(entries: (0..<700).map { _ in mint.entry() }))
        #expect(try indexed() == [3, 6, 6])
        _ = writer.performAndWait(.init(entries: (0..<700).map { _ in mint.entry() }))
        #expect(try indexed() == [3, 1406, 1406])
        _ = writer.performAndWait(.init(entries: (0..<50).map { _ in mint.entry() }))
        #expect(try indexed() == [3, 1406, 1406])
        _ = writer.performAndWait(.init(entries: [mint.entry()]))
        #expect(try indexed() == [3, 1457, 1457])
        writer.close()
        try expectSound()
    }

    @Test(arguments: [CommitFault.lost, .kept], [0, 3, 1000])
    func `a failed commit leaves the indices true`(fault: CommitFault, unindexed: Int) throws {
        var mint = Mint()
        let clock = desk.clock
        let faults = Counter()
        let writer = try LogWriter(
            desk.log, decider: Clerk(), clock: { clock.now }, limits: limits(unindexed),
            faults: {
                faults.increment()
                return faults.value % 3 == 0 ? fault : nil
            })
        for number in 0..<30 {
            let entry = mint.entry("petition/KT\(number % 4)")
            _ = writer.performAndWait(.init(entries: [entry]))
        }
        writer.close()
        try expectSound()
        let expected = fault == .kept ? 30 : 20
        #expect(try desk.log.head == Position(expected))
        let versions = try (0..<4).map { try desk.log.version(of: "petition/KT\($0)") }
        #expect(versions.reduce(0, +) == expected)
    }

    @Test func `a decision that is given up leaves streams as they were`() throws {
        var mint = Mint()
        let writer = try desk.writer()
        _ = writer.performAndWait(.init(entries: [mint.entry("petition/KT1")]))
        var large = mint.entry("petition/KT1")
        large.data = [UInt8](repeating: 0x20, count: 70_000)
        let entries = [mint.entry("petition/KT2"), mint.entry("petition/KT1"), large]
        #expect(writer.performAndWait(.init(entries: entries)).failure is LogError)
        let outcome = writer.performAndWait(
            .init(entries: [mint.entry("petition/KT3"), mint.entry("petition/KT1")]))
        #expect(outcome.positions == 2...3)
        writer.close()
        #expect(try desk.log.version(of: "petition/KT1") == 2)
        #expect(try desk.log.version(of: "petition/KT2") == 0)
        try expectSound()
    }

    @Test func `an id that came before is refused wherever it is`() throws {
        var mint = Mint()
        let writer = try desk.writer(limits: limits(2))
        let entries = (0..<4).map { _ in mint.entry() }
        for entry in entries { _ = writer.performAndWait(.init(entries: [entry])) }
        #expect(try indexed() == [1, 3, 3])
        for entry in entries {
            let outcome = writer.performAndWait(.init(entries: [entry]))
            #expect(outcome.failure as? LogError == .repeatedID(entry.id))
        }
    }
}
