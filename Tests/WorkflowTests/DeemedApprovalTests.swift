import Entries
import EventLog
import Events
import Projections
import Rules
import Testing
import Workflow

/// An overdue application of a service that says so is approved by the watch over the deadlines.
@Suite struct DeemedApprovalTests {
    private let office: WatchedOffice

    init() throws {
        office = try WatchedOffice()
        var definition = try #require(
            try office.office.settings().value.definition(of: "complaint"))
        definition.version += 1
        definition.overdue = .deemedApproved
        try office.perform(
            .office(OfficeCommand(.serviceDefined(.init(definition: definition)))), by: .system)
    }

    private func approvals(_ number: String) throws -> [RecordedEvent] {
        try office.recorded(number).filter {
            if case .petition(.deemedApproved) = $0.event { true } else { false }
        }
    }

    @Test func `it follows the missed deadline at once, and ends the case`() throws {
        let number = try office.file()
        try office.watch(until: "2026-04-30 10:00")
        #expect(
            try office.alarms(of: number).filter { $0.hasPrefix("03-18") } == [
                "03-18 00:00 missed finish 1", "03-18 00:00 escalated finish 2",
                "03-18 00:00 approved finish 1",
            ])
        let approval = try #require(try approvals(number).first)
        #expect(approval.actor == "system")
        let row = try office.office.views.read(.officerQueue) {
            try OfficerQueue.entry(number, in: $0)
        }?.row
        #expect(row?.course.status == .completed && row?.alarmAt == nil)
    }

    @Test func `once, though the watch is killed after every case and runs twice`() throws {
        let numbers = try (0..<3).map { _ in try office.file() }
        office.set("2026-04-01 10:00")
        while try office.office.deadlines(batch: 1).turn() { try office.reopen() }
        try office.office.deadlines().runOnce()
        for number in numbers { #expect(try approvals(number).count == 1) }
    }

    @Test func `whoever decides in time is not overtaken by the law`() throws {
        let number = try office.file()
        try office.take(number, .start(.init()))
        try office.take(number, .answer(.init()), [PlainSection(Message(text: "จะไปดู"))])
        try office.take(
            number, .complete(.init(outcome: "solved")), [PlainSection(CaseResult(text: "ซ่อมแล้ว"))])
        try office.watch(until: "2026-06-30 10:00")
        #expect(try approvals(number) == [])
    }

    @Test func `a case that began under a version without it ends without it`() throws {
        let office = try WatchedOffice()
        let before = try office.file()
        var definition = try #require(
            try office.office.settings().value.definition(of: "complaint"))
        definition.version += 1
        definition.overdue = .deemedApproved
        try office.perform(
            .office(OfficeCommand(.serviceDefined(.init(definition: definition)))), by: .system)
        try office.watch(until: "2026-04-08 10:00")
        #expect(try office.alarms(of: before).contains { $0.contains("notice") })
        #expect(try !office.alarms(of: before).contains { $0.contains("approved") })
    }
}
