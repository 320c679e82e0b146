import Channels
import Entries
import EventLog
import Events
import Projections
import Rules
import Testing
import Threads
import Workflow

/// The way to the office's writer, with one case for which it always has the same answer.
private struct StubbornPort: CommandPort {
    let port: any CommandPort
    let stubborn = Monitor<(number: String, outcome: CommandOutcome)?>(nil)
    /// How often that case was tried.
    let tries = Monitor(0)

    func submit(
        _ drafts: [Draft], completion: @escaping @Sendable ([CommandOutcome]) -> Void
    ) {
        let answer = stubborn.with { stubborn -> [CommandOutcome]? in
            guard let stubborn, drafts.contains(where: { $0.number == stubborn.number }) else {
                return nil
            }
            // What is written together fails together.
            return .init(repeating: stubborn.outcome, count: drafts.count)
        }
        guard let answer else { return port.submit(drafts, completion: completion) }
        if drafts.allSatisfy({ $0.number == drafts[0].number }) { tries.with { $0 += 1 } }
        completion(answer)
    }

    func close() { port.close() }
}

extension Draft {
    fileprivate var number: String? {
        if case .petition(let number, _) = command { number } else { nil }
    }
}

/// What cannot be done by the house keeps nothing else waiting, and is known.
@Suite struct HeldWorkTests {
    @Test func `a case that cannot be written holds no other back, and is tried again`() throws {
        let office = try WatchedOffice()
        let (stuck, other) = (try office.file(), try office.file())
        office.set("2026-03-12 10:00")
        let port = StubbornPort(
            port: try Office.open(office.paths, clock: office.clock.now).port)
        port.stubborn.with { $0 = (stuck, .failed("damaged")) }
        for batch in [1, 50] {
            let watch = try DeadlineWatch(
                office.office.office, port: port, views: office.office.views, batch: batch,
                clock: office.clock.now)
            try watch.runOnce()
            #expect(try office.alarms(of: stuck) == [])
            #expect(try office.alarms(of: other).count == 6)
            let tries = port.tries.with { $0 }
            try watch.runOnce()
            #expect(port.tries.with { $0 } == tries, "it waits before it is tried again")
        }
        let held = try OfficeStatus(of: office.office.office).held
        #expect(held.map(\.worker) == [.deadlines])
        #expect(held.map(\.item.subject) == [stuck] && held[0].item.reason == "damaged")
        let watch = try DeadlineWatch(
            office.office.office, port: port, views: office.office.views, clock: office.clock.now)
        try watch.runOnce()
        port.stubborn.with { $0 = nil }
        office.set("2026-03-12 10:09")
        try watch.runOnce()
        #expect(try office.alarms(of: stuck) == [])
        office.set("2026-03-12 10:11")
        try watch.runOnce()
        #expect(try office.alarms(of: stuck).count == 6)
        #expect(try HeldWork.items(of: office.paths).isEmpty)
    }

    @Test func `what the rules refuse is set aside until something happens in the case`() throws {
        let office = try WatchedOffice()
        let number = try office.file()
        office.set("2026-03-12 10:00")
        let port = StubbornPort(
            port: try Office.open(office.paths, clock: office.clock.now).port)
        let no = Wording(thai: "ไม่", english: "no")
        port.stubborn.with { $0 = (number, .refused(code: "not-now", no)) }
        let watch = try DeadlineWatch(
            office.office.office, port: port, views: office.office.views, clock: office.clock.now)
        try watch.runOnce()
        port.stubborn.with { $0 = nil }
        office.set("2026-03-12 16:00")
        try watch.runOnce()
        #expect(try office.alarms(of: number) == [], "nothing has happened in it")
        try office.take(number, .receive(.init()))
        try watch.runOnce()
        #expect(try office.alarms(of: number).contains { $0.hasSuffix("missed first-answer 1") })
        #expect(try HeldWork.items(of: office.paths).isEmpty, "a refusal is no failure")
    }

    @Test func `an event of which no message can be made holds no later one back`() throws {
        let mailbox = try Mailbox()
        let number = try mailbox.file()
        try mailbox.take(number, .receive(.init()))
        try mailbox.post.runOnce()
        let said = try mailbox.post.outbox.rows().count
        try mailbox.appendUnknown(before: number)
        // The office cannot write: that a message went out it hears another time.
        try? mailbox.post.runOnce()
        #expect(try mailbox.post.outbox.rows().count == said + 1)
        let held = try HeldWork.items(of: mailbox.test.paths)
        #expect(held.map(\.worker) == [.post])
        #expect(held.first?.item.reason.contains("petition.sold") == true)
        mailbox.test.clock.set(mailbox.test.clock.now().advanced(milliseconds: 700_000))
        try? mailbox.post.runOnce()
        let again = try HeldWork.items(of: mailbox.test.paths)
        #expect(again.map(\.item.since) == held.map(\.item.since))
        #expect(again.map(\.item.tried) != held.map(\.item.tried))
        #expect(try mailbox.post.outbox.rows().count == said + 1)
    }
}

/// Appends an entry of a later version of the program.
private struct Stranger: Deciding {
    mutating func decide(
        _ command: NewEntry, in transaction: borrowing AppendTransaction
    ) throws -> Decision<Bool> { Decision(true, entries: [command]) }

    mutating func forget() {}
}

extension Mailbox {
    /// Closes the office's writer, and appends what this version does not know, then once more
    /// that the case was received.
    fileprivate func appendUnknown(before number: String) throws {
        let stream = "petition/\(number)"
        let received = try test.office.log.readStream(stream).map { try Envelope($0.bytes) }
            .last { $0.type == "th.khamrong.petition.received.v1" }
        test.port.close()
        let writer = try LogWriter(test.office.log, decider: Stranger(), clock: test.clock.now)
        defer { writer.close() }
        for (index, type) in ["sold", "received"].enumerated() {
            _ = writer.performAndWait(
                NewEntry(
                    id: EventID(at: test.clock.now(), random: (1, UInt64(index))),
                    stream: type == "sold" ? "petition/TS1020369000099" : stream,
                    type: "th.khamrong.petition.\(type).v1", actor: "system",
                    data: received?.data ?? [], sections: []))
        }
    }
}
