import Crypto
import Entries
import EventLog
import TestSupport
import Testing

@Suite struct AppendingTests {
    let desk: Desk
    var mint = Mint()

    init() throws { desk = try Desk() }

    @Test mutating func `an entry that was answered is there as it was given`() throws {
        let writer = try desk.writer()
        let first = mint.entry(sections: [[1, 2, 3], [4]])
        let second = mint.entry(type: "completed")
        let outcome = writer.performAndWait(.init(entries: [first, second]))
        #expect(outcome.answer == .done(version: 2))
        #expect(outcome.positions == 1...2)

        let entries = try desk.log.read(after: 0, limit: 10)
        #expect(entries.map(\.position) == [1, 2])
        let envelope = try Envelope(entries[0].bytes)
        #expect(
            envelope
                == Envelope(
                    actor: first.actor, data: first.data, id: first.id, source: Desk.origin,
                    streamVersion: 1, subject: first.stream, time: noon, type: first.type))
        #expect(try Envelope(entries[1].bytes).streamVersion == 2)
        #expect(entries[0].leafHash == SHA256.hash([0] + entries[0].bytes))
        #expect(try desk.log.section(at: 1, number: 1) == [1, 2, 3])
        #expect(try desk.log.section(at: 1, number: 2) == [4])
        #expect(try desk.log.section(at: 1, number: 3) == nil)
        #expect(try desk.log.position(of: second.id) == 2)
    }
}
