import Entries
import EventLog
import TestSupport
import Testing

@Suite struct ReadingTests {
    private let desk: Desk
    private let log: EventLog

    /// Thirty entries in three streams, every fifth a note.
    init() throws {
        desk = try Desk()
        log = desk.log
        var mint = Mint()
        let writer = try desk.writer()
        let entries = (1...30).map { number in
            mint.entry(
                "petition/KT\(number % 3)", type: number % 5 == 0 ? "noted" : "in-progress")
        }
        _ = writer.performAndWait(.init(entries: entries))
        writer.close()
    }

    @Test func `an empty log has nothing to read`() throws {
        let log = try Desk().log
        #expect(try log.head == 0)
        #expect(try log.read(after: 0, limit: 10) == [])
        #expect(try log.read(before: 10, limit: 10) == [])
        #expect(try log.readStream("petition/KT1") == [])
        #expect(try log.rootHash(atSize: 0)?.description.hasPrefix("e3b0c442") == true)
        #expect(try log.rootHash(atSize: 1) == nil)
    }

    @Test(
        arguments: [(0, 10, 1...10), (10, 100, 11...30), (29, 1, 30...30)]
            as [(Position, Int, ClosedRange<Position>)]) func `entries are read from a position on`(
            after: Position, limit: Int, positions: ClosedRange<Position>
        ) throws
    {
        #expect(try log.read(after: after, limit: limit).map(\.position) == Array(positions))
    }

    @Test func `behind the head there is nothing`() throws {
        #expect(try log.read(after: 30, limit: 5) == [])
        #expect(try log.read(after: .max, limit: 5) == [])
        #expect(try log.read(after: 0, limit: 0) == [])
        #expect(try log.entry(at: 31) == nil)
        #expect(try log.entry(at: 0) == nil)
        #expect(try log.entry(at: 7)?.position == 7)
    }

    @Test(
        arguments: [(31, 3, 28...30), (.max, 3, 28...30), (5, 10, 1...4), (2, 10, 1...1)]
            as [(Position, Int, ClosedRange<Position>)]) func `entries are read backwards`(
            before: Position, limit: Int, positions: ClosedRange<Position>
        ) throws
    {
        let read = try log.read(before: before, limit: limit).map(\.position)
        #expect(read == Array(positions.reversed()))
    }

    @Test func `a stream is read both ways`() throws {
        let stream = "petition/KT1"
        #expect(try log.version(of: stream) == 10)
        #expect(try log.readStream(stream).map(\.position) == Array(stride(from: 1, to: 31, by: 3)))
        #expect(try log.readStream(stream, afterVersion: 8).map(\.position) == [25, 28])
        #expect(try log.readStream(stream, afterVersion: 2, limit: 2).map(\.position) == [7, 10])
        #expect(try log.readStream(stream, afterVersion: 10) == [])
        #expect(try log.readStreamBackwards(stream, limit: 2).map(\.position) == [28, 25])
        #expect(
            try log.readStreamBackwards(stream, beforeVersion: 3, limit: 9).map(\.position)
                == [4, 1])
        #expect(try log.readStreamBackwards(stream, beforeVersion: 1, limit: 9) == [])
        #expect(try log.version(of: "petition/KT9") == 0)
    }

    @Test func `entries of a type are picked out, page by page`() throws {
        let type = "th.khamrong.petition.noted."
        var positions: [Position] = []
        var at: Position? = 0
        while let after = at {
            let page = try log.read(type: type, after: after, limit: 2, scanLimit: 7)
            positions += page.entries.map(\.position)
            at = page.next
        }
        #expect(positions == [5, 10, 15, 20, 25, 30])
        positions = []
        at = .max
        while let before = at {
            let page = try log.read(type: type, before: before, limit: 2, scanLimit: 7)
            positions += page.entries.map(\.position)
            at = page.next
        }
        #expect(positions == [30, 25, 20, 15, 10, 5])
        #expect(try log.read(type: "th.khamrong.office.", after: 0, limit: 5).entries == [])
    }

    @Test func `a replay gives every entry once and in order`() throws {
        for threads in 1...3 {
            var positions: [Position] = []
            try log.replay(threads: threads, read: \.position) { positions += $0 }
            #expect(positions == Array(1...30))
        }
        var part: [Position] = []
        try log.replay(after: 3, through: 7, read: \.position) { part += $0 }
        #expect(part == [4, 5, 6, 7])
    }

    @Test func `a replay stops with the first error`() throws {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try log.replay(
                read: { entry in
                    if entry.position == 17 { throw Enough() }
                }, deliver: { _ in })
        }
    }
}
