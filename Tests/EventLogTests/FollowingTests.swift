import Entries
import EventLog
import LMDB
import TestSupport
import Testing
import Threads

@Suite struct FollowingTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    @Test func `a follower beside a busy writer sees each position once, in order`() throws {
        let writer = try desk.writer()
        let log = desk.log
        let seen = Monitor<[Position]>([])
        let follower = WorkerThread {
            guard var follower = try? log.follower() else { return }
            while (seen.with { $0.last } ?? 0) < 2000 {
                guard (try? follower.wait(milliseconds: 5000)) == true else { return }
                guard let entries = try? follower.next(limit: 7) else { return }
                seen.with { $0 += entries.map(\.position) }
            }
        }
        let left = Monitor(2000)
        var mint = Mint()
        for _ in 0..<2000 {
            writer.submit(.init(entries: [mint.entry()])) { _ in
                left.with { $0 -= 1 }
                left.signal()
            }
        }
        left.wait { $0 == 0 ? () : nil }
        follower.join()
        #expect(seen.with { $0 } == Array(1...2000))
    }

    @Test mutating func `a follower goes on behind its cursor`() throws {
        let writer = try desk.writer()
        _ = writer.performAndWait(.init(entries: (0..<5).map { _ in mint.entry() }))
        var follower = try desk.log.follower(after: Cursor(epoch: 1, position: 3))
        let read = try follower.next(limit: 10).map(\.position)
        #expect(read == [4, 5])
        #expect(follower.cursor == Cursor(epoch: 1, position: 5))
        let more = try follower.next(limit: 10)
        #expect(more == [])
        #expect(try follower.wait(milliseconds: 1) == false)
    }

    @Test mutating func `a cursor of another epoch, or ahead of the head, is told so`() throws {
        let writer = try desk.writer()
        _ = writer.performAndWait(.init(entries: [mint.entry()]))
        #expect(throws: LogError.wrongEpoch(cursor: 2, log: 1)) {
            try desk.log.follower(after: Cursor(epoch: 2, position: 0))
        }
        #expect(throws: LogError.aheadOfHead(cursor: 2, head: 1)) {
            try desk.log.follower(after: Cursor(epoch: 1, position: 2))
        }
    }

    @Test mutating func `a hole stops the follower and says where`() throws {
        let writer = try desk.writer()
        _ = writer.performAndWait(.init(entries: (0..<9).map { _ in mint.entry() }))
        try desk.raw().write { _ = try $0.remove(Desk.row(6), from: Desk.entries) }
        var follower = try desk.log.follower()
        for _ in 0..<2 {
            let before = try follower.next(limit: 5).map(\.position)
            #expect(before == [1, 2, 3, 4, 5])
            #expect(throws: LogDamage.hole(at: 6)) { _ = try follower.next(limit: 5) }
            #expect(follower.cursor.position == 5)
            follower = try desk.log.follower()
        }
        #expect(throws: LogDamage.hole(at: 6)) { try desk.log.read(after: 0, limit: 100) }
        #expect(throws: LogDamage.hole(at: 6)) { try desk.log.read(before: 100, limit: 100) }
        #expect(throws: LogDamage.hole(at: 6)) { try desk.log.read(before: 7, limit: 1) }
        #expect(throws: LogDamage.hole(at: 6)) { try desk.log.readStream(mint.entry().stream) }
        #expect(throws: LogDamage.hole(at: 6)) {
            try desk.log.read(type: "th.", after: 0, limit: 100)
        }
        #expect(throws: LogDamage.hole(at: 6)) {
            try desk.log.replay(read: \.position, deliver: { _ in })
        }
    }
}
