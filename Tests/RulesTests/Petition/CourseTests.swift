import Entries
import Events
import Rules
import Testing

@Suite struct CourseTests {
    @Test func `a case goes from filing to completion`() throws {
        var file = try CaseFile.filed()
        try file.act(.receive(.init()), by: TestOffice.handler)
        #expect(file.petition?.owner == "handler")
        #expect(file.petition?.status == .received)
        try file.act(.start(.init()), by: TestOffice.handler)
        try file.act(.answer(.init()), by: TestOffice.handler, with: [.message])
        try file.act(
            .complete(.init(outcome: "repaired")), by: TestOffice.handler, with: [.result])
        let petition = try #require(file.petition)
        #expect(petition.status == .completed && petition.isFinished && petition.isAnswered)
        #expect(petition.completedAt == file.now && petition.outcome == "repaired")
        #expect(petition.version == 5)
    }

    @Test(arguments: [
        ("start", PetitionCommand.start(.init())),
        ("complete", .complete(.init(outcome: "repaired"))),
        ("correct", .correct(.init())), ("accept", .acceptCorrection(.init())),
        ("resume", .resume(.init())), ("reopen", .reopen(.init(ground: .mistake))),
        ("unmerge", .unmerge(.init())),
    ]) func `a step out of turn is refused`(name: String, command: PetitionCommand) throws {
        let file = try CaseFile.filed()
        #expect(
            file.refusal(command, by: TestOffice.head, with: [.result, .reason, .text])
                == .notNow(state: "new", status: .submitted))
    }

    @Test func `a step needs one of the roles that the definition names`() throws {
        let file = try CaseFile.filed()
        #expect(file.refusal(.receive(.init()), by: TestOffice.auditor) == .wrongRole)
        #expect(file.refusal(.receive(.init()), by: TestOffice.citizen) == .wrongRole)
        let working = try CaseFile.working()
        #expect(
            working.refusal(
                .reject(.init(ground: "private-road")), by: TestOffice.handler, with: [.reason],
                remedy: true) == .wrongRole)
    }

    @Test func `a role that was taken away since the session began no longer helps`() throws {
        var file = try CaseFile.filed()
        file.settings = TestOffice.fold(
            TestOffice.events + [.officerChanged(.init(officer: "handler", roles: [.auditor]))])
        #expect(file.refusal(.receive(.init()), by: TestOffice.handler) == .wrongRole)
        file.settings = TestOffice.fold(
            TestOffice.events + [.officerDismissed(.init(officer: "handler"))])
        #expect(
            file.refusal(.receive(.init()), by: TestOffice.handler)
                == .unknown(.officer, "handler"))
    }

    @Test func `another officer's case is not touched, except from above or in his place`() throws {
        var file = try CaseFile.taken()
        let start = PetitionCommand.start(.init())
        #expect(file.refusal(start, by: TestOffice.colleague) == .withAnother(officer: "handler"))
        #expect(file.refusal(start, by: TestOffice.head) == nil)
        file.settings = TestOffice.fold(
            TestOffice.events + [
                .substituteSet(
                    .init(
                        officer: "handler", substitute: "colleague",
                        from: CivilDate(year: 2024, month: 7, day: 8),
                        until: CivilDate(year: 2024, month: 7, day: 9)))
            ])
        #expect(file.refusal(start, by: TestOffice.colleague) == nil)
        file.wait(days: 2)
        #expect(file.refusal(start, by: TestOffice.colleague) == .withAnother(officer: "handler"))
    }

    @Test func `only the petitioner takes a petition back`() throws {
        let file = try CaseFile.filed()
        let withdraw = PetitionCommand.withdraw(.init())
        #expect(file.refusal(withdraw, by: .citizen("c-2")) == .notThePetitioner)
        #expect(file.refusal(withdraw, by: TestOffice.citizen) == nil)
        // What an officer enters for the petitioner says how that one asked for it, and why.
        let entered = PetitionCommand.withdraw(.init(channel: .phone))
        let receiver = TestOffice.receiver
        #expect(file.refusal(withdraw, by: receiver, with: [.reason]) == .missing(.channel))
        #expect(file.refusal(entered, by: receiver) == .missing(.reason))
        let event = try file.outcome(entered, by: receiver, with: [.reason])
        guard case .withdrawn(let data) = event else { return #expect(Bool(false)) }
        #expect(data.filedBy == "receiver" && data.channel == .phone)
    }

    @Test func `completion needs a result and one of the outcomes`() throws {
        let file = try CaseFile.working()
        let handler = TestOffice.handler
        #expect(
            file.refusal(.complete(.init(outcome: "repaired")), by: handler) == .missing(.result))
        #expect(
            file.refusal(.complete(.init()), by: handler, with: [.result])
                == .unknown(.outcome, ""))
        #expect(
            file.refusal(.complete(.init(outcome: "x")), by: handler, with: [.result])
                == .unknown(.outcome, "x"))
    }

    @Test func `rejection needs a reason, a ground and how to appeal`() throws {
        let file = try CaseFile.working()
        let reject = PetitionCommand.reject(.init(ground: "private-road"))
        #expect(file.refusal(reject, by: TestOffice.head, remedy: true) == .missing(.reason))
        #expect(file.refusal(reject, by: TestOffice.head, with: [.reason]) == .missing(.remedy))
        #expect(
            file.refusal(.reject(.init()), by: TestOffice.head, with: [.reason], remedy: true)
                == .unknown(.ground, ""))
        let event = try file.outcome(reject, by: TestOffice.head, with: [.reason], remedy: true)
        guard case .rejected(let data) = event else { return #expect(Bool(false)) }
        #expect(data.appeal == TimeSpan(amount: 15, unit: .days))
    }

    @Test func `the house takes the steps that the definition leaves to it`() throws {
        var file = try CaseFile.taken()
        let withdraw = PetitionCommand.withdraw(.init())
        #expect(file.refusal(withdraw, by: .system) == .wrongRole)
        var definition = TestService.definition
        for index in definition.actions.indices where definition.actions[index].code == "withdraw" {
            definition.actions[index].roles.append(.system)
        }
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: definition))])
        #expect(file.refusal(withdraw, by: .system) == nil)
    }

    @Test func `an action that is named must exist here`() throws {
        let file = try CaseFile.filed()
        #expect(
            file.refusal(.receive(.init(action: "x")), by: TestOffice.receiver)
                == .unknown(.action, "x"))
        #expect(file.refusal(.receive(.init(action: "take")), by: TestOffice.receiver) == nil)
    }

    @Test func `guards hold whoever asks`() throws {
        func refusal(
            _ kind: GuardKind, _ value: String? = nil, in file: CaseFile,
            by actor: Actor = TestOffice.handler
        ) -> PetitionRefusal? {
            var guarded = file
            var definition = TestService.definition
            for index in definition.actions.indices where definition.actions[index].code == "finish"
            {
                definition.actions[index].guards = [Guard(kind: kind, value: value)]
            }
            guarded.settings = TestOffice.fold(
                TestOffice.events + [.serviceDefined(.init(definition: definition))])
            return guarded.refusal(
                .complete(.init(outcome: "repaired")), by: actor, with: [.result])
        }
        var file = try CaseFile.working()
        for kind in [GuardKind.answered, .documentIssued, .feePaid, .identityChecked] {
            #expect(refusal(kind, in: file) == .guarded(kind))
        }
        #expect(refusal(.identityLevel, "2.1", in: file) == .guarded(.identityLevel))
        #expect(refusal(.identityLevel, in: file) == nil)
        // The account was verified after the case was filed; what was known before stays known.
        var later = file
        later.petitionerLevel = .ial21
        #expect(refusal(.identityLevel, "2.1", in: later) == nil)
        later.petitionerLevel = .contact
        #expect(refusal(.identityLevel, "2.1", in: later) == .guarded(.identityLevel))
        #expect(refusal(.identityLevel, "1.3", in: later) == nil)
        #expect(refusal(.isOwner, in: file, by: TestOffice.head) == .guarded(.isOwner))
        #expect(refusal(.isOwner, in: file) == nil)
        #expect(refusal(.notReturnedBefore, in: file) == nil)
        let handler = TestOffice.handler
        try file.act(.answer(.init()), by: handler, with: [.message])
        try file.act(
            .recordPayment(.init(satang: 10_000, method: .cash, fee: "repair")), by: handler)
        try file.act(
            .issueDocument(.init(number: "1/2567", kind: .certificate)), by: handler,
            with: [.document])
        try file.act(
            .checkIdentity(.init(method: .card, outcome: .matched, level: .ial21)),
            by: TestOffice.checker)
        for kind in [GuardKind.answered, .documentIssued, .feePaid, .identityChecked] {
            #expect(refusal(kind, in: file) == nil)
        }
        #expect(refusal(.identityLevel, "2.1", in: file) == nil)
    }

    @Test func `a step that wants a reason gets one`() throws {
        var file = try CaseFile.filed()
        var definition = TestService.definition
        definition.actions[0].isReasonRequired = true
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: definition))])
        #expect(file.refusal(.receive(.init()), by: TestOffice.receiver) == .missing(.reason))
        #expect(file.refusal(.receive(.init()), by: TestOffice.receiver, with: [.note]) == nil)
    }
}
