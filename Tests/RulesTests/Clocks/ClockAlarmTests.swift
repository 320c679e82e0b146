import Entries
import Events
import Rules
import Testing

/// What is to be written down of a case's clocks, and when.
@Suite struct ClockAlarmTests {
    private let complaint = DefaultServices.general[1]

    private func alarms(
        _ script: CaseScript, but recorded: [ClockAlarm] = [], of service: ServiceDefinition? = nil,
        after joined: Instant? = nil
    ) -> [String] {
        ServiceClocks(service ?? complaint)
            .alarms(of: script.history, but: recorded, after: joined, calendar: .government)
            .map { due in
                let alarm = due.alarm
                return "\(text(due.at) ?? "") \(alarm.kind) \(alarm.clock) \(alarm.round)"
            }
    }

    @Test func `a petition that nobody touches comes to this`() throws {
        #expect(
            alarms(try CaseScript(filed: "2026-06-08 10:00")) == [
                "2026-06-09 08:30 near receive 1", "2026-06-09 16:30 missed receive 1",
                "2026-06-09 16:30 escalated receive 1", "2026-06-14 00:00 near first-answer 1",
                "2026-06-16 00:00 missed first-answer 1",
                "2026-06-16 00:00 escalated first-answer 1", "2026-06-21 00:00 near finish 1",
                "2026-06-21 00:00 escalated finish 1", "2026-06-24 00:00 missed finish 1",
                "2026-06-24 00:00 escalated finish 2",
            ])
    }

    @Test func `the upper rungs and the notices follow once the missed deadline is written down`()
        throws
    {
        let script = try CaseScript(filed: "2026-06-08 10:00").answered("2026-06-08 11:00")
            .received("2026-06-08 11:00")
            .missed("finish", due: "2026-06-23 23:59", "2026-06-24 00:00")
        var recorded = [
            ClockAlarm(.near, "finish", round: 1), ClockAlarm(.escalated, "finish", round: 1),
            ClockAlarm(.missed, "finish", round: 1), ClockAlarm(.escalated, "finish", round: 2),
        ]
        #expect(
            alarms(script, but: recorded) == [
                "2026-06-30 24:00 escalated finish 3", "2026-06-30 24:00 delay delay-notice 1",
                "2026-07-08 24:00 escalated finish 4",
            ])
        recorded += (3...4).map { ClockAlarm(.escalated, "finish", round: $0) }
        #expect(
            alarms(try script.noticed("2026-06-30 09:00"), but: recorded)
                == ["2026-07-07 24:00 delay delay-notice 2"])
    }

    @Test func `where nothing follows from delay, its clock is one like the others`() throws {
        var service = complaint
        service.overdue = .nothing
        let script = try CaseScript(filed: "2026-06-08 10:00").answered("2026-06-08 11:00")
            .received("2026-06-08 11:00")
            .missed("finish", due: "2026-06-23 23:59", "2026-06-24 00:00")
        let recorded =
            [ClockAlarm(.missed, "finish", round: 1)]
            + (1...4).map { ClockAlarm(.escalated, "finish", round: $0) }
        #expect(
            alarms(script, but: recorded, of: service) == [
                "2026-06-29 00:00 near delay-notice 1", "2026-07-01 00:00 missed delay-notice 1",
            ])
    }

    @Test func `a clock that stands still rings no bell`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").received("2026-06-08 11:00")
            .returned("2026-06-08 12:00")
        // Only the petitioner's own clock runs.
        #expect(
            alarms(script) == [
                "2026-06-21 00:00 near correction 1", "2026-06-24 00:00 missed correction 1",
            ])
    }

    @Test func `a closed case is told of and nothing else`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").completed("2026-06-08 11:00")
        #expect(
            alarms(script) == [
                "2026-06-14 00:00 near result-notice 1",
                "2026-06-16 00:00 missed result-notice 1",
            ])
        #expect(alarms(try script.told("2026-06-08 12:00")) == [])
    }

    @Test func `what is due at once has no time that could run out`() throws {
        let service = try #require(DefaultServices.all.first { $0.code == "ambulance" })
        let script = try CaseScript(filed: "2026-06-08 10:00").received("2026-06-08 10:01")
            .answered("2026-06-08 10:02")
        #expect(alarms(script, of: service) == [])
    }

    @Test func `the house gives notice of delay when it is time, and not again`() throws {
        var definition = TestService.definition
        definition.version = 2
        definition.overdue = .notify
        definition.clocks.append(
            ClockDefinition(
                code: "delay-notice", name: LocalText("แจ้งเหตุล่าช้า"), kind: .delayNotice,
                limit: TimeSpan(amount: 7, unit: .days), starts: .deadlineMissed,
                stops: .finished, isRepeating: true))
        var file = CaseFile()
        let notice = PetitionCommand.noticeDelay(.init(clock: "finish"))
        file.settings.apply(.serviceDefined(.init(definition: definition)))
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        #expect(file.refusal(notice, by: .system, with: [.reason]) == .clockStopped)
        file.wait(days: 17)
        try file.act(
            .missDeadline(.init(clock: "finish", round: 1, due: file.now)), by: .system)
        guard case .tooEarly = file.refusal(notice, by: .system, with: [.reason]) else {
            Issue.record("it came too early")
            return
        }
        file.wait(days: 7)
        try file.act(notice, by: .system, with: [.reason])
        guard case .tooEarly = file.refusal(notice, by: .system, with: [.reason]) else {
            Issue.record("it came twice")
            return
        }
    }

    @Test func `the house gives no notice where the service does not say so`() throws {
        let file = try CaseFile.filed()
        let notice = PetitionCommand.noticeDelay(.init(clock: "finish"))
        #expect(file.refusal(notice, by: .system, with: [.reason]) == .clockStopped)
    }
}
