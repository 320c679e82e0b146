import Crypto
import Entries
import EventLog
import LMDB
import TestSupport
import Testing

/// Entries that hash as they should and are still not what the log would have written.
@Suite struct ForgedEntryTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        var mint = Mint()
        let writer = try desk.writer(limits: .indexedAtOnce)
        for minute in 0..<3 {
            desk.clock.now = noon.advanced(milliseconds: minute * 60_000)
            _ = writer.performAndWait(.init(entries: [mint.entry()]))
        }
        writer.close()
    }

    /// The third entry of the first stream.
    private let place: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 3]

    /// Puts `bytes` in the place of the third entry, with a leaf hash that fits.
    private func forge(_ bytes: [UInt8]) throws -> [LogDamage] {
        try desk.raw().write { transaction in
            try transaction.put(
                SHA256.leafHash(bytes).bytes + place + bytes, under: Desk.row(3), in: Desk.entries)
        }
        var found: [LogDamage] = []
        _ = try LogVerifier(desk.log).run {
            found.append($0)
            return true
        }
        return found
    }

    private var third: Envelope {
        get throws { try Envelope(try #require(try desk.log.entry(at: 3)).bytes) }
    }

    @Test func `an earlier time is found`() throws {
        var envelope = try third
        envelope.time = noon
        #expect(try forge(envelope.encoded()) == [.time(at: 3)])
    }

    @Test func `another office's entry is found`() throws {
        var envelope = try third
        envelope.source = "petitions.example/other"
        #expect(try forge(envelope.encoded()) == [.origin(at: 3)])
    }

    @Test func `another stream, version or id is found`() throws {
        var envelope = try third
        envelope.subject = "petition/KT2"
        #expect(try forge(envelope.encoded()) == [.streamIndex(at: 3)])
        envelope = try third
        envelope.subject = "petition/KT1080767000001"
        envelope.streamVersion = 4
        #expect(try forge(envelope.encoded()) == [.streamIndex(at: 3)])
        envelope.streamVersion = 3
        envelope.id = envelope.id.successor
        #expect(try forge(envelope.encoded()) == [.idIndex(at: 3)])
    }

    @Test func `what is not canonical is found`() throws {
        var envelope = try third
        let bytes = envelope.encoded()
        #expect(try forge(bytes + [0x0A]) == [.envelope(at: 3, .malformed(at: bytes.count))])
        envelope.data = Array(#"{"b":1,"a":2}"#.utf8)
        let found = try forge(envelope.encoded())
        #expect(found.count == 1)
    }

    @Test func `a writer does not go on behind an entry that it cannot read`() throws {
        _ = try forge([0x7B])
        #expect(throws: LogDamage.self) { try desk.writer() }
        // It has let go of the lock.
        #expect(throws: LogDamage.self) { try desk.writer() }
    }
}
