import Entries
import EventLog
import LMDB
import TestSupport
import Testing

@Suite struct IdempotencyTests {
    private let desk: Desk
    private var mint = Mint()
    private let key = IdempotencyKey(high: 1, low: 2)

    init() throws { desk = try Desk() }

    private mutating func command(_ key: IdempotencyKey, fingerprint: UInt64 = 5) -> Clerk.Command {
        .init(entries: [mint.entry(), mint.entry()], key: key, fingerprint: fingerprint)
    }

    private func rows() throws -> Int {
        try desk.raw().read { transaction in
            try transaction.withCursor(over: Desk.entries) { cursor in
                var rows = 0
                while let number = try cursor.row(
                    .next, { key, _ in key.native(UInt64.self) & 255 })
                {
                    if number == 255 { rows += 1 }
                }
                return rows
            }
        }
    }

    @Test mutating func `a repetition is recognised, also after opening again`() throws {
        do {
            let writer = try desk.writer()
            #expect(writer.performAndWait(command(key)).positions == 1...2)
            #expect(writer.performAndWait(command(key)).answer == .repeated(1...2))
            writer.close()
        }
        let writer = try desk.writer()
        #expect(writer.performAndWait(command(key)).answer == .repeated(1...2))
        #expect(writer.performAndWait(command(key, fingerprint: 6)).answer == .anotherRequest)
        #expect(try desk.log.head == 2)
    }

    @Test mutating func `a key is remembered for 30 days and then let go`() throws {
        let writer = try desk.writer(limits: .indexedAtOnce)
        let day = 86_400_000
        for number in 0..<40 as Range<UInt64> {
            _ = writer.performAndWait(command(IdempotencyKey(high: number, low: 0)))
        }
        #expect(try rows() == 40)
        desk.clock.now = noon.advanced(milliseconds: 30 * day)
        #expect(
            writer.performAndWait(command(IdempotencyKey(high: 7, low: 0))).answer
                == .repeated(15...16))
        desk.clock.now = noon.advanced(milliseconds: 31 * day)
        #expect(
            writer.performAndWait(command(IdempotencyKey(high: 7, low: 0))).positions == 81...82)
        // Rows go a few at a time, with the batches that are written anyway.
        #expect(try rows() < 40)
        _ = writer.performAndWait(command(key))
        #expect(try rows() == 2)
    }

    @Test mutating func `keys that left the window are not read back`() throws {
        do {
            let writer = try desk.writer()
            _ = writer.performAndWait(command(key))
            writer.close()
        }
        desk.clock.now = noon.advanced(milliseconds: 40 * 86_400_000)
        let writer = try desk.writer()
        #expect(writer.performAndWait(command(key)).positions == 3...4)
    }

    @Test mutating func `nothing is remembered of what wrote nothing`() throws {
        let writer = try desk.writer()
        let refused = Clerk.Command(entries: [mint.entry()], expectedVersion: 9, key: key)
        #expect(writer.performAndWait(refused).answer == .stale(version: 0))
        var large = command(key)
        large.entries[1].data = [UInt8](repeating: 0x20, count: 70_000)
        #expect(writer.performAndWait(large).failure is LogError)
        #expect(writer.performAndWait(command(key)).positions == 1...2)
    }
}
