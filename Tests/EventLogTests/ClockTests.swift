import Entries
import EventLog
import TestSupport
import Testing
import Threads

@Suite struct ClockTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    @Test mutating func `recorded time does not step back with the clock, which is reported`()
        throws
    {
        let behind = Monitor<[Instant]>([])
        let writer = try desk.writer { notice in
            if case .clockBehind(let clock, let last) = notice {
                behind.with { $0 += [clock, last] }
            }
        }
        let log = desk.log
        var times: [Int] = []
        for seconds in [0, 10, 4, 5, 10, 11, 3] {
            desk.clock.now = noon.advanced(milliseconds: seconds * 1000)
            _ = writer.performAndWait(.init(entries: [mint.entry()]))
            let entry = try #require(try log.read(before: .max, limit: 1).first)
            let time = try Envelope(entry.bytes).time
            times.append((time.milliseconds - noon.milliseconds) / 1000)
        }
        #expect(times == [0, 10, 10, 10, 10, 11, 11])
        // Once for each time that it stepped back.
        let told = behind.with { $0 }.map { ($0.milliseconds - noon.milliseconds) / 1000 }
        #expect(told == [4, 10, 3, 11])
    }

    @Test mutating func `a clock that stands before the log's last entry is noticed at once`()
        throws
    {
        do {
            let writer = try desk.writer()
            _ = writer.performAndWait(.init(entries: [mint.entry()]))
            writer.close()
        }
        desk.clock.now = noon.advanced(milliseconds: -86_400_000)
        let told = Counter()
        let writer = try desk.writer { _ in told.increment() }
        let seen = Monitor<Instant?>(nil)
        let command = Clerk.Command(
            entries: [mint.entry()], look: { seen.with { [time = $0.time] in $0 = time } })
        #expect(writer.performAndWait(command).positions == 2...2)
        #expect(seen.with { $0 } == noon)
        #expect(told.value == 1)
    }

    @Test mutating func `a time that cannot be written is an error and writes nothing`() throws {
        let writer = try desk.writer()
        desk.clock.now = Instant(milliseconds: 253_402_300_800_000)
        let outcome = writer.performAndWait(.init(entries: [mint.entry()]))
        #expect(outcome.failure as? LogError == .unusableTime)
        #expect(try desk.log.head == 0)
    }
}
