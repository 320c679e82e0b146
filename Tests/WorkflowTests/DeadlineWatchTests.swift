import Entries
import EventLog
import Events
import Projections
import Rules
import Testing
import Threads
import Workflow

/// What becomes of deadlines is written down once each, in order, whatever happens to the watch.
@Suite struct DeadlineWatchTests {
    /// A complaint that nobody touches: take in by the 4th, answer by the 9th, finish by the 17th.
    static let untouched = [
        "03-04 08:30 near receive 1", "03-04 16:30 missed receive 1",
        "03-04 16:30 escalated receive 1", "03-08 00:00 near first-answer 1",
        "03-10 00:00 missed first-answer 1", "03-10 00:00 escalated first-answer 1",
        "03-15 00:00 near finish 1", "03-15 00:00 escalated finish 1",
        "03-18 00:00 missed finish 1", "03-18 00:00 escalated finish 2",
        "03-24 23:59 escalated finish 3", "03-24 23:59 notice 1", "03-31 23:59 notice 2",
        "04-01 23:59 escalated finish 4", "04-07 23:59 notice 3",
    ]

    @Test func `what becomes of a petition that nobody touches is written down when it comes`()
        throws
    {
        let office = try WatchedOffice()
        let number = try office.file()
        try office.watch(until: "2026-04-08 10:00")
        #expect(try office.alarms(of: number) == Self.untouched)
        let notice = try #require(
            try office.recorded(number).first {
                if case .petition(.delayNoticed) = $0.event { true } else { false }
            })
        #expect(notice.actor == "system")
        let reason = try office.office.office.section(Reason.self, of: notice)
        #expect(reason?.text.contains("ทุก 7 วัน") == true)
    }

    @Test func `whoever is heard and helped in time meets no alarm`() throws {
        let office = try WatchedOffice()
        let number = try office.file()
        try office.take(number, .start(.init()))
        try office.take(number, .answer(.init()), [PlainSection(Message(text: "จะไปดู"))])
        try office.take(
            number, .complete(.init(outcome: "solved")), [PlainSection(CaseResult(text: "ซ่อมแล้ว"))])
        try office.take(
            number, .notify(.init(channel: .phone, template: "completed", outcome: .delivered)))
        try office.watch(until: "2026-06-30 10:00")
        #expect(try office.alarms(of: number) == [])
    }

    @Test func `while the citizen is waited for, the office's clocks ring no bell`() throws {
        let office = try WatchedOffice()
        let number = try office.file()
        try office.take(number, .receive(.init()))
        try office.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ภาพถ่าย")]))])
        try office.watch(until: "2026-06-30 10:00")
        #expect(
            try office.alarms(of: number)
                == ["03-15 00:00 near correction 1", "03-18 00:00 missed correction 1"])
    }

    @Test func `an officer who told why puts the house's own notice off`() throws {
        let office = try WatchedOffice()
        let number = try office.file()
        try office.watch(until: "2026-03-20 10:00")
        try office.take(
            number, .noticeDelay(.init(clock: "finish")), [PlainSection(Reason(text: "รอวัสดุ"))])
        try office.watch(until: "2026-03-28 10:00")
        #expect(
            try office.alarms(of: number).filter { $0.contains("notice") }
                == ["03-20 10:00 notice 1", "03-27 23:59 notice 2"])
    }

    // MARK: Whatever happens

    @Test func `a watch that was killed after every case goes on where it stood`() throws {
        let (whole, killed) = (try WatchedOffice(), try WatchedOffice())
        for office in [whole, killed] {
            for _ in 0..<3 { _ = try office.file() }
            office.set("2026-03-12 10:00")
        }
        try whole.office.deadlines().runOnce()
        var turns = 0
        while try killed.office.deadlines(batch: 1).turn() {
            turns += 1
            try killed.reopen()
        }
        #expect(turns >= 3)
        #expect(try killed.words().sorted() == whole.words().sorted())
        #expect(try whole.words().count == 18)
    }

    @Test func `two watches at once write everything once`() throws {
        let office = try WatchedOffice()
        for _ in 0..<5 { _ = try office.file() }
        office.set("2026-03-18 10:00")
        let served = office.office
        let failures = Monitor<[String]>([])
        let threads = (0..<2).map { _ in
            WorkerThread {
                do { try served.deadlines(batch: 2).runOnce() } catch {
                    failures.with { $0.append("\(error)") }
                }
            }
        }
        for thread in threads { thread.join() }
        #expect(failures.with { $0 } == [])
        let words = try office.words()
        #expect(words.count == 5 * 10)
        #expect(Set(words).count == words.count)
    }

    @Test func `a clock that steps back brings nothing twice`() throws {
        let office = try WatchedOffice()
        let number = try office.file()
        try office.watch(until: "2026-03-12 10:00")
        let before = try office.alarms(of: number)
        office.set("2026-03-03 10:00")
        try office.watch(until: "2026-03-12 10:00")
        #expect(try office.alarms(of: number) == before)
        try office.watch(until: "2026-04-08 10:00")
        #expect(
            try office.alarms(of: number).map { $0.dropFirst(12) }
                == Self.untouched.map { $0.dropFirst(12) })
    }

    @Test func `after a long time without a watch everything is caught up in order, one notice`()
        throws
    {
        let office = try WatchedOffice()
        let number = try office.file()
        office.set("2026-08-31 10:00")
        try office.office.deadlines().runOnce()
        #expect(
            try office.alarms(of: number).map { $0.dropFirst(12) }
                == Self.untouched.map { $0.dropFirst(12) }.filter {
                    !$0.hasSuffix("notice 2") && !$0.hasSuffix("notice 3")
                })
        try office.watch(until: "2026-09-08 10:00")
        #expect(try office.alarms(of: number).last == "09-07 23:59 notice 2")
    }

    @Test func `a case of another system that does not join the clocks is left alone`() throws {
        let office = try WatchedOffice()
        _ = try office.bring("A-1", filed: "2025-01-02 09:00", joinsClocks: false)
        try office.watch(until: "2026-12-31 10:00")
        #expect(try office.words() == [])
    }

    @Test func `what was due before a case joined the clocks is not written down, what comes is`()
        throws
    {
        let office = try WatchedOffice()
        office.set("2026-03-12 10:00")
        let number = try office.bring("A-1", filed: "2026-03-02 10:00", joinsClocks: true)
        // By its real receipt, as the case of `untouched`.
        try office.watch(until: "2026-04-08 10:00")
        #expect(
            try office.alarms(of: number) == Self.untouched.filter { $0 > "03-12 10:00" })
    }

    @Test func `a case that was overdue for years when it joined the clocks makes no noise`() throws
    {
        let office = try WatchedOffice()
        let number = try office.bring("A-1", filed: "2023-05-02 09:00", joinsClocks: true)
        let row = try #require(
            try office.office.views.read(.officerQueue) { database in
                try OfficerQueue.page(.init(.overdue, at: office.clock.now()), in: database).first
            }?.row)
        #expect(row.number == number && row.finish.due.map { $0 < office.clock.now() } == true)
        #expect(row.alarmAt == nil)
        try office.watch(until: "2026-12-31 10:00")
        #expect(try office.words() == [])
        // Not even when somebody asks for it.
        #expect(throws: TestOffice.NotAccepted.self) {
            try office.perform(
                .petition(
                    number: number,
                    .missDeadline(.init(clock: "finish", round: 1, due: office.clock.now()))),
                by: .system)
        }
    }

    @Test func `what officers do in a case that joined the clocks starts what follows from it`()
        throws
    {
        let office = try WatchedOffice()
        let number = try office.bring("A-1", filed: "2023-05-02 09:00", joinsClocks: true)
        try office.take(number, .receive(.init()))
        try office.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ภาพถ่าย")]))])
        try office.watch(until: "2026-06-30 10:00")
        #expect(
            try office.alarms(of: number)
                == ["03-15 00:00 near correction 1", "03-18 00:00 missed correction 1"])
    }

    @Test func `a holiday that is declared late moves what is to come, and nothing that was`()
        throws
    {
        let office = try WatchedOffice()
        let number = try office.file()
        let date = try #require(CivilDate(year: 2026, month: 3, day: 4))
        try office.perform(
            .office(
                OfficeCommand(
                    .holidayDeclared(.init(date: date, name: LocalText("วันหยุด"), kind: .cabinet)))),
            by: .system)
        try office.watch(until: "2026-03-06 10:00")
        #expect(
            try office.alarms(of: number) == [
                "03-05 08:30 near receive 1", "03-05 16:30 missed receive 1",
                "03-05 16:30 escalated receive 1",
            ])
    }

    @Test func `an office at work and a replay of its log agree`() throws {
        let office = try WatchedOffice()
        let numbers = try (0..<4).map { _ in try office.file() }
        try office.watch(until: "2026-03-11 10:00")
        try office.take(numbers[0], .start(.init()))
        try office.take(numbers[1], .start(.init()))
        try office.take(numbers[1], .answer(.init()), [PlainSection(Message(text: "จะไปดู"))])
        try office.take(
            numbers[1], .complete(.init(outcome: "solved")),
            [PlainSection(CaseResult(text: "ซ่อมแล้ว"))])
        try office.watch(until: "2026-07-01 10:00")
        office.office.close()
        let views = OfficeViews(of: try Office(reading: office.paths))
        let live = try views.reader(of: .officerQueue).digest()
        let reports = try views.reader(of: .reporting).digest()
        try views.rebuild(.officerQueue)
        try views.rebuild(.reporting)
        #expect(try views.reader(of: .officerQueue).digest() == live)
        #expect(try views.reader(of: .reporting).digest() == reports)
        // What the folded queue says comes next is what the watch did: nothing is left behind it.
        let events = try office.office.office.log.read(after: 0, limit: 10_000)
            .map { try RecordedEvent.read($0) }
        let rows = try OfficerQueue.fold(events)
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0.alarmAt.map { $0 > office.clock.now() } ?? true })
        try office.reopen()
    }

    @Test func `an office that cannot write keeps what is due for later`() throws {
        let office = try WatchedOffice()
        _ = try office.file()
        office.set("2026-03-12 10:00")
        let watch = try office.office.deadlines()
        office.office.close()
        #expect(throws: (any Error).self) { try watch.runOnce() }
        try office.reopen()
        try office.office.deadlines().runOnce()
        #expect(try office.words().count == 6)
    }

    // MARK: By itself

    @Test
    func `the watch wakes by itself, for what is due and for what comes in, and ends at once`()
        throws
    {
        let office = try WatchedOffice()
        let number = try office.file()
        office.set("2026-03-04 10:00")
        let head = try office.office.office.log.head
        try office.office.beginDeadlines { Issue.record("\($0)") }
        #expect(office.office.views.wait(for: .officerQueue, at: head + 1, milliseconds: 10_000))
        #expect(try office.alarms(of: number) == ["03-04 10:00 near receive 1"])
        // The time passes; the watch learns of it when the queue moves.
        office.set("2026-03-05 10:00")
        _ = try office.file()
        #expect(office.office.views.wait(for: .officerQueue, at: head + 4, milliseconds: 10_000))
        let start = ContinuousClock.now
        try office.reopen()
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(
            try office.alarms(of: number).map { $0.dropFirst(12) }
                == Self.untouched.prefix(3).map { $0.dropFirst(12) })
    }
}
