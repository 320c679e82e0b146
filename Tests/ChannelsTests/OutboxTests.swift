import Channels
import Entries
import SQLite
import TestSupport
import Testing
import Threads

/// Rows, their states and their times, on a real file and a clock that the test moves.
@Suite struct OutboxTests: ~Copyable {
    let scratch: Scratch
    let outbox: Outbox
    let start = Instant(rfc3339: "2026-11-20T19:30:00+07:00")!

    init() throws {
        let scratch = try Scratch()
        outbox = try Outbox(scratch.path("outbox.sqlite"))
        self.scratch = scratch
    }

    private func event(_ number: UInt64) -> EventID { EventID(at: start, random: (0, number)) }

    private func row(_ number: UInt64, expiresAfter milliseconds: Int? = nil) -> NewOutboxRow {
        NewOutboxRow(
            event: event(number), position: number, stream: "petition/TS1200269000001",
            template: "submitted", expires: milliseconds.map { start.advanced(milliseconds: $0) })
    }

    private func add(_ rows: NewOutboxRow...) throws {
        let last = rows.map(\.position).max() ?? 0
        try outbox.add(rows, through: Cursor(epoch: 1, position: last), at: start)
    }

    private func worker(
        _ clock: Wristwatch, plan: RetryPlan = RetryPlan(),
        tell: @escaping @Sendable (OutboxRow) throws -> Bool = { _ in true },
        deliver: @escaping @Sendable (OutboxRow) -> OutboxWorker.Delivery
    ) -> OutboxWorker {
        OutboxWorker(
            outbox, plan: plan, clock: clock.now, chance: { 0.5 }, deliver: deliver, tell: tell)
    }

    private static let down = ChannelAnswer.temporary(ChannelReply(failure: "no connection"))
    private static let busy = ChannelAnswer.temporary(ChannelReply(code: 451, detail: "4.3.0"))
    private static let taken = ChannelAnswer.accepted(ChannelReply(code: 250, detail: "2.0.0"))

    @Test func `one event makes one row, however often it is read`() throws {
        #expect(try outbox.checkpoint() == nil)
        try add(row(1), row(2))
        #expect(try outbox.checkpoint() == Cursor(epoch: 1, position: 2))
        #expect(
            try outbox.add(
                [row(1), row(2), row(3)], through: Cursor(epoch: 1, position: 3), at: start) == 1)
        #expect(try outbox.rows().map(\.message) == [row(3), row(2), row(1)])
        let again = try Outbox(scratch.path("outbox.sqlite"))
        #expect(try again.checkpoint() == Cursor(epoch: 1, position: 3))
        #expect(try again.counts() == [.waiting: 3])
        #expect(try again.row(row(2).key)?.message == row(2))
    }

    @Test func `rows and the place in the log are kept together or not at all`() throws {
        try add(row(1))
        let database = try Database(path: scratch.path("outbox.sqlite"))
        try database.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON follower BEGIN SELECT raise(ABORT, 'no'); END")
        #expect(throws: SQLiteError.self) { try add(row(2)) }
        #expect(try outbox.rows().map(\.message) == [row(1)])
        #expect(try outbox.checkpoint() == Cursor(epoch: 1, position: 1))
    }

    @Test func `a notice is tried for a day, ever more seldom`() throws {
        try add(row(1))
        let clock = Wristwatch(start)
        let worker = worker(clock) { _ in .answered(Self.busy) }
        var waits: [Int] = []
        while try worker.sendOne() {
            guard let due = try outbox.nextDue() else { break }
            waits.append(due.milliseconds - clock.now().milliseconds)
            #expect(try !worker.sendOne())
            clock.set(due)
        }
        #expect(waits.prefix(4) == [30_000, 60_000, 120_000, 240_000])
        #expect(waits.max() == 7_200_000)
        let spent = clock.now().milliseconds - start.milliseconds
        #expect(spent > 20 * 3_600_000 && spent <= 24 * 3_600_000)
        let row = try #require(try outbox.rows().first)
        #expect(row.state == .failed && row.failure == .givenUp)
        #expect(row.answer == "451 4.3.0" && row.tries == waits.count + 1)
    }

    @Test func `messages that failed together do not come back together`() throws {
        let plan = RetryPlan()
        try add(row(1))
        let taken = try #require(try outbox.take(at: start))
        var random = SeededGenerator(seed: 7)
        let times = (0..<100).compactMap { _ in
            plan.again(taken, at: start, chance: .random(in: 0...1, using: &random))
        }
        let waits = times.map { $0.milliseconds - start.milliseconds }
        #expect(waits.allSatisfy { (24_000...36_000).contains($0) })
        #expect(Set(waits).count > 90)
    }

    @Test func `a code is tried while it is good, and dropped then`() throws {
        try add(row(1, expiresAfter: 600_000))
        let clock = Wristwatch(start)
        let worker = worker(clock) { _ in .answered(Self.busy) }
        while try worker.sendOne() {
            guard let due = try outbox.nextDue() else { break }
            #expect(due.milliseconds - clock.now().milliseconds <= 30_000)
            clock.set(due)
        }
        let row = try #require(try outbox.rows().first)
        #expect(row.state == .failed && row.failure == .expired && row.tries > 15)
        #expect(clock.now() < start.advanced(milliseconds: 600_000))
    }

    @Test func `a code that expired before anybody came to send it is not sent`() throws {
        try add(row(1, expiresAfter: 600_000))
        let clock = Wristwatch(start.advanced(milliseconds: 600_000))
        #expect(try !worker(clock) { _ in .answered(Self.taken) }.sendOne())
        #expect(try outbox.rows().first?.failure == .expired)
    }

    @Test func `an answer that did not come makes a code lost, and a notice go again`() throws {
        try add(row(1, expiresAfter: 600_000), row(2))
        let clock = Wristwatch(start)
        let worker = worker(clock) { _ in .answered(.unknown(ChannelReply(failure: "cut"))) }
        #expect(try worker.sendOne())
        #expect(try worker.sendOne())
        #expect(try outbox.row(row(1, expiresAfter: 600_000).key)?.failure == .lost)
        #expect(try outbox.row(row(2).key)?.state == .waiting)
    }

    @Test func `codes go before notices`() throws {
        try add(row(1), row(2), row(3, expiresAfter: 600_000))
        let sent = Monitor<[Position]>([])
        let worker = worker(Wristwatch(start)) { row in
            sent.with { $0.append(row.message.position) }
            return .answered(Self.taken)
        }
        while try worker.sendOne() {}
        #expect(sent.with { $0 } == [3, 1, 2])
    }

    @Test func `a server that is down is left alone, and then all goes out`() throws {
        try add(row(1), row(2), row(3))
        let clock = Wristwatch(start)
        let isUp = Monitor(false), tries = Monitor(0)
        let worker = worker(clock) { _ in
            tries.with { $0 += 1 }
            return .answered(isUp.with { $0 } ? Self.taken : Self.down)
        }
        for _ in 0..<10 { _ = try worker.sendOne() }
        #expect(tries.with { $0 } == 1)
        isUp.with { $0 = true }
        clock.advance(milliseconds: 3_000)
        #expect(try worker.sendOne())
        clock.advance(milliseconds: 60_000)
        while try worker.sendOne() {}
        #expect(try outbox.counts() == [.sent: 3])
        #expect(tries.with { $0 } == 4)
    }

    @Test func `no more than so many go out in a minute`() throws {
        try outbox.add(
            (1...25).map { row($0) }, through: Cursor(epoch: 1, position: 25), at: start)
        let clock = Wristwatch(start)
        var plan = RetryPlan()
        plan.mostAMinute = 10
        let worker = worker(clock, plan: plan) { _ in .answered(Self.taken) }
        for sent in [10, 20, 25] {
            while try worker.sendOne() {}
            #expect(try outbox.counts()[.sent] == sent)
            clock.advance(milliseconds: 60_000)
        }
    }

    @Test func `what the log could not be told is told later, and once it knows never again`()
        throws
    {
        try add(row(1), row(2))
        let told = Monitor<[Position]>([]), isReady = Monitor(false)
        let worker = worker(
            Wristwatch(start),
            tell: { row in
                told.with { $0.append(row.message.position) }
                return isReady.with { $0 }
            }, deliver: { _ in .answered(.permanent(ChannelReply(code: 550), .recipient)) })
        while try worker.sendOne() {}
        try worker.tellAll()
        isReady.with { $0 = true }
        try worker.tellAll()
        try worker.tellAll()
        #expect(told.with { $0 } == [1, 2, 1, 2])
        #expect(try outbox.rows().allSatisfy { $0.failure == .noRecipient && $0.isTold })
        #expect(try outbox.sweep(before: start.advanced(milliseconds: 1)) == 2)
        // The place in the log stays, so that what was swept does not come back.
        #expect(try outbox.checkpoint()?.position == 2)
    }

    @Test func `a thread of its own sends what comes, and stops when it is told to`() throws {
        let sent = Monitor<[Position]>([])
        let worker = OutboxWorker(outbox, clock: { [start] in start }) { row in
            sent.with { $0.append(row.message.position) }
            sent.signal()
            return .answered(Self.taken)
        }
        try worker.start()
        try add(row(1))
        worker.ring()
        #expect(sent.wait(milliseconds: 5_000) { $0 == [1] ? true : nil } == true)
        try add(row(2))
        worker.ring()
        #expect(sent.wait(milliseconds: 5_000) { $0 == [1, 2] ? true : nil } == true)
        worker.stop()
        try add(row(3))
        worker.ring()
        #expect(sent.wait(milliseconds: 100) { $0.count > 2 ? true : nil } == nil)
        #expect(try outbox.counts() == [.sent: 2, .waiting: 1])
    }
}

/// A clock that stands where the test puts it.
final class Wristwatch: Sendable {
    private let instant: Monitor<Instant>

    init(_ instant: Instant) { self.instant = Monitor(instant) }

    var now: @Sendable () -> Instant { { [instant] in instant.with { $0 } } }

    func set(_ moment: Instant) { instant.with { $0 = moment } }

    func advance(milliseconds: Int) {
        instant.with { $0 = $0.advanced(milliseconds: milliseconds) }
    }
}
