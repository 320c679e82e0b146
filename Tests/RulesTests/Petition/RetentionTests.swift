import Entries
import Events
import Rules
import Testing

/// Personal data goes when its time is over: announced, held or not, and never before.
@Suite struct RetentionTests {
    private let dpo = TestOffice.dpo
    private var file: CaseFile
    private let erase = PetitionCommand.approveErasure(.init(ground: .retention))

    private static func settings(keeping days: Int) -> OfficeSettings {
        var definition = TestService.definition
        definition.retention = "short"
        return TestOffice.fold(
            TestOffice.events + [
                .retentionSet(
                    .init(
                        code: "short", name: LocalText("สั้น"),
                        keep: TimeSpan(amount: days, unit: .days))),
                .serviceDefined(.init(definition: definition)),
            ])
    }

    init() throws {
        file = try CaseFile.completed()
        file.settings = Self.settings(keeping: 90)
    }

    private func day(_ days: Int) -> CivilDate {
        CivilDate(dayNumber: file.now.local.date.dayNumber + days)
    }

    private func schedule(on days: Int) -> PetitionCommand {
        .scheduleErasure(.init(on: day(days)))
    }

    @Test func `the last of the days that are kept is not the day on which it goes`() {
        #expect(file.petition?.retentionEnd(in: file.settings) == day(91))
        #expect(file.petition?.retentionEnd(in: TestOffice.settings) == nil)
    }

    @Test func `a day is announced by the house alone, late enough and once`() throws {
        var file = file
        #expect(file.refusal(schedule(on: 91), by: dpo) == .wrongRole)
        #expect(file.refusal(schedule(on: 90), by: .system) == .stillKept)
        let event = try file.act(schedule(on: 91), by: .system)
        #expect(event == .erasureScheduled(.init(on: day(91), retention: "short")))
        #expect(file.refusal(schedule(on: 91), by: .system) == .nothingChanges)
        // Long over: still thirty days of notice.
        file.wait(days: 200)
        let today = file.now.local.date.dayNumber
        let tooSoon = PetitionCommand.scheduleErasure(.init(on: CivilDate(dayNumber: today + 29)))
        #expect(file.refusal(tooSoon, by: .system) == .stillKept)
        let late = PetitionCommand.scheduleErasure(.init(on: CivilDate(dayNumber: today + 30)))
        #expect(file.refusal(late, by: .system) == nil)
    }

    @Test func `it goes on the announced day and not before`() throws {
        var file = file
        #expect(file.refusal(erase, by: .system) == .stillKept)
        try file.act(schedule(on: 91), by: .system)
        file.wait(days: 90)
        #expect(file.refusal(erase, by: .system) == .stillKept)
        file.wait(days: 1)
        #expect(try file.act(erase, by: .system) == .erasureApproved(.init(ground: .retention)))
        #expect(file.refusal(schedule(on: 400), by: .system) == .alreadyApproved)
    }

    @Test func `whoever keeps longer from now on keeps what was announced`() throws {
        var file = file
        try file.act(schedule(on: 91), by: .system)
        file.settings = Self.settings(keeping: 365)
        file.wait(days: 100)
        #expect(file.refusal(erase, by: .system) == .stillKept)
    }

    @Test func `a hold keeps it until its day, or until it is ended`() throws {
        var file = file
        let hold = PetitionCommand.holdErasure(.init())
        let end = PetitionCommand.endErasureHold(.init())
        #expect(file.refusal(hold, by: TestOffice.administrator, with: [.reason]) == .wrongRole)
        #expect(file.refusal(hold, by: dpo) == .missing(.reason))
        #expect(file.refusal(end, by: dpo, with: [.reason]) == .notOnHold)
        let past = PetitionCommand.holdErasure(.init(until: day(-1)))
        #expect(file.refusal(past, by: dpo, with: [.reason]) == .inThePast)
        try file.act(schedule(on: 91), by: .system)
        try file.act(.holdErasure(.init(until: day(95))), by: dpo, with: [.reason])
        file.wait(days: 95)
        #expect(file.refusal(erase, by: .system) == .onHold)
        file.wait(days: 1)
        #expect(file.refusal(erase, by: .system) == nil)
        try file.act(hold, by: dpo, with: [.reason])
        file.wait(days: 1000)
        #expect(file.refusal(erase, by: .system) == .onHold)
        #expect(file.refusal(end, by: dpo) == .missing(.reason))
        try file.act(end, by: dpo, with: [.reason])
        #expect(file.refusal(erase, by: .system) == nil)
    }

    @Test func `a case that goes on is announced anew`() throws {
        var file = file
        try file.act(schedule(on: 91), by: .system)
        try file.act(.reopen(.init(ground: .office)), by: TestOffice.head, with: [.reason])
        #expect(file.petition?.erasureDay == nil)
        #expect(file.refusal(schedule(on: 91), by: .system) == .notFinished)
    }
}
