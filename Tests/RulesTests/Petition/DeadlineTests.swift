import Entries
import Events
import Rules
import Testing

@Suite struct DeadlineTests {
    let handler = TestOffice.handler
    let extend = PetitionCommand.extend(.init(clock: "finish"))

    @Test func `a deadline is put off before it has passed, with a reason`() throws {
        var file = try CaseFile.working()
        #expect(file.refusal(extend, by: handler) == .missing(.reason))
        let event = try file.act(extend, by: handler, with: [.reason])
        let by = TimeSpan(amount: 15, unit: .days)
        #expect(event == .extended(.init(clock: "finish", by: by, number: 1)))
        file.wait(days: 20)
        try file.act(extend, by: handler, with: [.reason])
        #expect(file.refusal(extend, by: handler, with: [.reason]) == .extensionsUsedUp(2))
    }

    @Test func `what has run out is not extended`() throws {
        var file = try CaseFile.working()
        file.wait(days: 16)
        guard case .deadlinePassed = file.refusal(extend, by: handler, with: [.reason]) else {
            Issue.record("it was extended")
            return
        }
    }

    @Test func `no longer than allowed, no clock that is not there, nobody else's case`() throws {
        let file = try CaseFile.working()
        func refusal(
            _ clock: String, _ by: TimeSpan? = nil, actor: Actor = TestOffice.handler
        ) -> PetitionRefusal? {
            file.refusal(.extend(.init(clock: clock, by: by)), by: actor, with: [.reason])
        }
        let tooLong = PetitionRefusal.longerThanAllowed(TimeSpan(amount: 15, unit: .days))
        #expect(refusal("finish", TimeSpan(amount: 16, unit: .days)) == tooLong)
        #expect(tooLong.wording.thai.contains("15 วัน"))
        #expect(refusal("finish", TimeSpan(amount: 1, unit: .months)) == tooLong)
        #expect(refusal("finish", TimeSpan(amount: 0, unit: .days)) == tooLong)
        #expect(refusal("finish", TimeSpan(amount: 7, unit: .days)) == nil)
        #expect(refusal("receive") == .notExtendable)
        #expect(refusal("x") == .unknown(.clock, "x"))
        #expect(refusal("finish", actor: TestOffice.colleague) == .withAnother(officer: "handler"))
    }

    @Test func `a finished case has no deadline to put off`() throws {
        let file = try CaseFile.completed()
        #expect(file.refusal(extend, by: handler, with: [.reason]) == .clockStopped)
    }

    @Test func `a clock that waits for the petitioner may be put off`() throws {
        var file = try CaseFile.returned()
        file.wait(days: 40)
        #expect(file.refusal(extend, by: handler, with: [.reason]) == nil)
    }

    @Test func `a deadline is noticed when it comes, once, as the clock has it`() throws {
        var file = try CaseFile.filed()
        let near = PetitionCommand.nearDeadline(.init(clock: "finish", round: 9, due: file.now))
        let missed = PetitionCommand.missDeadline(.init(clock: "finish", round: 9, due: file.now))
        guard case .tooEarly = file.refusal(near, by: .system),
            case .tooEarly = file.refusal(missed, by: .system)
        else {
            Issue.record("it came too early")
            return
        }
        #expect(file.refusal(near, by: handler) == .wrongRole)
        file.wait(days: 14)
        let event = try file.act(near, by: .system)
        guard case .deadlineNear(let data) = event else { return #expect(Bool(false)) }
        #expect(data.round == 1 && data.due > file.now)
        #expect(file.refusal(near, by: .system) == .nothingChanges)
        file.wait(days: 2)
        try file.act(missed, by: .system)
        #expect(file.refusal(missed, by: .system) == .nothingChanges)
    }

    @Test func `a late case is brought before the next rung, once`() throws {
        var file = try CaseFile.filed()
        let escalate = PetitionCommand.escalate(.init(clock: "finish", rung: 1))
        guard case .tooEarly = file.refusal(escalate, by: .system) else {
            Issue.record("it came too early")
            return
        }
        file.wait(days: 16)
        let event = try file.act(escalate, by: .system)
        #expect(
            event
                == .escalated(.init(clock: "finish", rung: 1, to: [.head], department: "works")))
        #expect(file.refusal(escalate, by: .system) == .nothingChanges)
        #expect(
            file.refusal(.escalate(.init(clock: "finish", rung: 2)), by: .system)
                == .unknown(.clock, "finish 2"))
    }

    @Test func `a notice of delay says why and is counted`() throws {
        var file = try CaseFile.working()
        let notice = PetitionCommand.noticeDelay(.init(clock: "finish"))
        #expect(file.refusal(notice, by: handler) == .missing(.reason))
        try file.act(notice, by: handler, with: [.reason])
        let event = try file.act(notice, by: handler, with: [.reason])
        #expect(event == .delayNoticed(.init(clock: "finish", number: 2)))
    }

    @Test func `nobody gives notice that what is done or has not begun is late`() throws {
        var file = try CaseFile.working()
        func refusal(_ clock: String) -> PetitionRefusal? {
            file.refusal(.noticeDelay(.init(clock: clock)), by: handler, with: [.reason])
        }
        // Taken in already; nobody was asked for a correction; and running.
        #expect(refusal("receive") == .clockStopped)
        #expect(refusal("correction") == .clockStopped)
        #expect(refusal("x") == .unknown(.clock, "x"))
        #expect(refusal("finish") == nil)
        file.wait(days: 40)
        #expect(refusal("finish") == nil, "late already")
        let offers = Petition.offers(
            in: Frozen(try #require(file.petition)), to: handler, at: file.now,
            settings: Frozen(file.settings))
        #expect(offers.first { $0.act == .noticeDelay }?.choices == ["finish"])
    }

    @Test func `an appointment lies ahead, is moved and called off`() throws {
        var file = try CaseFile.working()
        let tomorrow = file.now.advanced(milliseconds: 86_400_000)
        func set(_ at: Instant, _ number: Int? = nil) -> PetitionCommand {
            .setAppointment(.init(number: number, at: at))
        }
        #expect(file.refusal(set(file.now), by: handler, with: [.appointment]) == .inThePast)
        #expect(file.refusal(set(tomorrow), by: handler) == .missing(.appointment))
        #expect(
            file.refusal(set(tomorrow, 3), by: handler, with: [.appointment])
                == .unknown(.appointment, "3"))
        try file.act(set(tomorrow), by: handler, with: [.appointment])
        let later = tomorrow.advanced(milliseconds: 1)
        try file.act(set(later, 1), by: handler, with: [.appointment])
        #expect(file.petition?.appointments.map(\.at) == [later])
        try file.act(.cancelAppointment(.init(number: 1)), by: handler)
        #expect(file.petition?.appointments.isEmpty == true)
        #expect(
            file.refusal(.cancelAppointment(.init(number: 1)), by: handler)
                == .unknown(.appointment, "1"))
    }

    @Test func `personal data goes when the case is over, approved, by its key`() throws {
        var file = try CaseFile.working()
        let approve = PetitionCommand.approveErasure(.init(ground: .request))
        let erase = PetitionCommand.erase(.init(key: TestOffice.key, ground: .mistake))
        #expect(file.refusal(approve, by: TestOffice.dpo, with: [.reason]) == .notFinished)
        file = try CaseFile.completed()
        #expect(file.refusal(approve, by: TestOffice.head, with: [.reason]) == .wrongRole)
        #expect(file.refusal(approve, by: TestOffice.dpo) == .missing(.reason))
        #expect(
            file.refusal(.approveErasure(.init(ground: .retention)), by: .system) == .stillKept)
        #expect(file.refusal(erase, by: .system) == .erasureNotApproved)
        try file.act(approve, by: TestOffice.dpo, with: [.reason])
        #expect(file.refusal(approve, by: TestOffice.dpo, with: [.reason]) == .alreadyApproved)
        let other = KeyReference(high: 9, low: 9)
        #expect(
            file.refusal(.erase(.init(key: other, ground: .request)), by: .system)
                == .unknown(.key, "\(other)"))
        let event = try file.act(erase, by: .system)
        #expect(event == .erased(.init(key: TestOffice.key, ground: .request)))
        #expect(file.petition?.isErased == true)
        #expect(file.refusal(.note(.init()), by: handler, with: [.note]) == .erased)
    }
}
