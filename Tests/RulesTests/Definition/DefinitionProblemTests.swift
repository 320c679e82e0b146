import Entries
import Events
import Rules
import Testing

@Suite struct DefinitionProblemTests {
    let sound: ServiceDefinition

    init() throws { sound = try #require(DefaultServices.general.first) }

    /// The problems of the sound definition once `change` has been made to it.
    func problems(_ change: (inout ServiceDefinition) -> Void) -> [DefinitionProblem] {
        var service = sound
        change(&service)
        return service.problems
    }

    @Test func `a sound definition has none`() {
        #expect(sound.problems.isEmpty)
    }

    // MARK: States

    @Test func `states must be there, begin once and have each one code`() {
        #expect(problems { $0.states = [] }.contains(.noStates))
        #expect(problems { $0.states[0].isInitial = false }.contains(.noInitialState))
        #expect(
            problems { $0.states[1].isInitial = true }
                == [.severalInitialStates(["submitted", "received"])])
        #expect(
            problems { $0.states.append($0.states[1]) }.contains(.duplicate(.state, "received")))
        #expect(problems { $0.states[1].code = "" }.contains(.noCode(.state)))
    }

    @Test func `a state that nothing leads to is named`() {
        let found = problems {
            $0.states.append(
                StateDefinition(code: "limbo", name: LocalText("ค้าง"), status: .inProgress))
        }
        #expect(found == [.unreachableState("limbo"), .noWayToFinish("limbo")])
    }

    @Test func `a state from which there is no end is named`() {
        let found = problems { service in
            service.states.append(
                StateDefinition(code: "trap", name: LocalText("ค้าง"), status: .inProgress))
            service.actions.append(
                ActionDefinition(
                    code: "fall", name: LocalText("ตก"), event: .inProgress, to: "trap",
                    from: ["received"], roles: [.handler]))
        }
        #expect(found == [.noWayToFinish("trap")])
    }

    @Test func `a definition without any end cannot finish`() {
        let found = problems { service in
            service.states.removeAll(where: \.isFinal)
            let codes = Set(service.states.map(\.code))
            service.actions.removeAll { !codes.contains($0.to) || !codes.isSuperset(of: $0.from) }
        }
        #expect(found.contains(.noWayToFinish("submitted")))
    }

    @Test func `what the public reads must agree with the state`() {
        #expect(
            problems { $0.states[1].status = .completed }
                .contains(.statusContradictsEnd("received")))
        #expect(
            DefinitionProblem(reading: .missing("status")) == .noPublicStatus(nil))
        #expect(DefinitionProblem(reading: .invalid("roles")) == .unknown(.role, ""))
        #expect(DefinitionProblem(reading: .malformed(at: 7)) == .unreadable("@7"))
    }

    @Test func `a stored state without public status and an unknown role are read as such`() throws
    {
        let stored = String(decoding: sound.encoded(), as: UTF8.self)
        func problem(_ old: String, _ new: String) -> DefinitionProblem? {
            let changed = stored.replacing(old, with: new, maxReplacements: 1)
            guard changed != stored else { return nil }
            do {
                _ = try ServiceDefinition.decoded(Array(changed.utf8))
                return nil
            } catch { return DefinitionProblem(reading: error) }
        }
        #expect(problem(#","status":"submitted""#, "") == .noPublicStatus(nil))
        #expect(problem(#""roles":["receiver""#, #""roles":["wizard""#) == .unknown(.role, ""))
    }

    // MARK: Actions

    @Test func `actions lead from states to states and are somebody's`() {
        #expect(problems { $0.actions[0].from = [] }.contains(.actionFromNowhere("receive")))
        #expect(
            problems { $0.actions[0].from.append("moon") }
                == [.actionFromUnknownState("receive", "moon")])
        #expect(
            problems { $0.actions[0].to = "moon" }.contains(
                .actionToUnknownState("receive", "moon")))
        #expect(problems { $0.actions[0].roles = [] } == [.actionWithoutRole("receive")])
        #expect(
            problems { $0.actions[0].roles.append(.citizen) } == [.actionNotForCitizens("receive")])
        #expect(problems { $0.actions.append($0.actions[0]) } == [.duplicate(.action, "receive")])
    }

    @Test func `what an action says fits the state that follows`() {
        #expect(
            problems { $0.actions[0].to = "returned" }
                .contains(.actionContradictsState("receive", "returned")))
        #expect(
            problems { $0.actions[0].from.append("completed") }
                == [.actionAfterTheEnd("receive", "completed")])
        #expect(
            problems { service in
                let index = service.actions.firstIndex { $0.code == "complete" } ?? 0
                service.actions[index].to = "rejected"
            }.contains(.actionContradictsState("complete", "rejected")))
    }

    @Test func `a guard must have something to look at`() {
        func with(_ condition: Guard) -> [DefinitionProblem] {
            problems { $0.actions[0].guards = [condition] }
        }
        #expect(with(Guard(kind: .feePaid)) == [.guardWithoutMeaning("receive", .feePaid)])
        #expect(
            with(Guard(kind: .identityLevel, value: "9"))
                == [.guardWithoutMeaning("receive", .identityLevel)])
        #expect(with(Guard(kind: .identityLevel, value: "1.3")).isEmpty)
        #expect(
            problems { $0.reopenWindow = nil } == [.guardWithoutMeaning("ask-again", .withinWindow)]
        )
    }

    // MARK: Clocks

    @Test func `a clock needs a start, a stop and a length`() {
        #expect(
            problems { service in
                service.actions.removeAll { $0.event == .corrected }
                service.states.removeAll { $0.code == "corrected" }
                for index in service.actions.indices {
                    service.actions[index].from.removeAll { $0 == "corrected" }
                }
                service.actions.removeAll { $0.from.isEmpty }
                service.clocks.removeAll { $0.code == "correction" }
                service.clocks[0].starts = .corrected
            } == [.clockWithoutStart("receive")])
        #expect(problems { $0.clocks[0].stops = .submitted } == [.clockWithoutStop("receive")])
        #expect(problems { $0.clocks[0].limit.amount = 0 } == [.clockWithoutLimit("receive")])
        #expect(problems { $0.clocks[0].nearPercent = 100 } == [.clockShareOutOfRange("receive")])
        #expect(
            problems { $0.clocks[0].extensions = ExtensionRule() }
                == [.extensionWithoutMeaning("receive")])
        #expect(problems { $0.clocks.append($0.clocks[0]) } == [.duplicate(.clock, "receive")])
    }

    @Test func `a pause must be able to end`() {
        #expect(
            problems { $0.clocks[0].pausedIn = ["moon"] }
                == [.clockPausedInUnknownState("receive", "moon")])
        #expect(
            problems { $0.clocks[0].pausedIn = ["submitted"] } == [.clockPausedAtStart("receive")])
        #expect(
            problems { $0.clocks[0].pausedIn = ["completed"] }
                == [.pauseWithoutEnd("receive", "completed")])
        let everywhere = problems { service in
            service.clocks[0].pausedIn = service.states.map(\.code)
        }
        #expect(everywhere.contains(.pauseWithoutEnd("receive", "waiting-agency")))
    }

    @Test func `ladders and overdue policies need their clocks`() {
        #expect(
            problems { $0.escalation[0].clock = "moon" }.contains(.unknown(.clock, "moon")))
        #expect(
            problems { $0.escalation[0].to = [] } == [.escalationWithoutTarget("receive", 100)])
        #expect(
            problems { $0.clocks.removeAll { $0.kind == .delayNotice } } == [.overdueWithoutClock])
        #expect(
            problems {
                $0.overdue = .deemedApproved
                $0.clocks.removeAll { $0.kind == .delayNotice }
            }.isEmpty)
    }

    // MARK: Form and office

    @Test func `questions depend on questions and have choices`() {
        #expect(
            problems { $0.form[0].fields[0].kind = .choice } == [.choicesMissing("subject")])
        #expect(
            problems {
                $0.form[0].fields[0].least = 201
            } == [.boundsReversed("subject")])
        #expect(
            problems { $0.form[0].fields[0].when = Condition(field: "moon", values: ["x"]) }
                == [.conditionOnUnknownField("subject", "moon")])
    }

    @Test func `what the office does not have is named`() {
        let office = OfficeDirectory(
            departments: ["clerk"], categories: ["general"], retention: ["normal"])
        #expect(sound.problems(in: office).isEmpty)
        var service = sound
        service.department = "moon"
        service.departments = ["clerk", "mars"]
        service.category = "tides"
        service.retention = "ever"
        service.clocks[0].calendar = "lunar"
        #expect(
            service.problems(in: office) == [
                .unknown(.department, "moon"), .unknown(.department, "mars"),
                .unknown(.category, "tides"), .unknown(.calendar, "lunar"),
                .unknown(.retention, "ever"),
            ])
    }

    @Test(arguments: [
        DefinitionProblem.noCode(.state), .duplicate(.clock, "x"), .unknown(.role, "x"), .noStates,
        .noInitialState, .severalInitialStates(["a", "b"]), .noPublicStatus(nil),
        .noPublicStatus("x"), .statusContradictsEnd("x"), .unreachableState("x"),
        .noWayToFinish("x"), .actionFromNowhere("x"), .actionFromUnknownState("x", "y"),
        .actionToUnknownState("x", "y"), .actionWithoutRole("x"), .actionNotForCitizens("x"),
        .actionContradictsState("x", "y"), .actionAfterTheEnd("x", "y"),
        .guardWithoutMeaning("x", .feePaid), .clockWithoutStart("x"), .clockWithoutStop("x"),
        .clockWithoutLimit("x"), .clockPausedInUnknownState("x", "y"), .clockPausedAtStart("x"),
        .pauseWithoutEnd("x", "y"), .clockShareOutOfRange("x"), .extensionWithoutMeaning("x"),
        .escalationWithoutTarget("x", 80), .overdueWithoutClock, .choicesMissing("x"),
        .boundsReversed("x"), .conditionOnUnknownField("x", "y"), .unreadable("x"),
    ]) func `each reason is told in both languages`(problem: DefinitionProblem) {
        #expect(!problem.wording.thai.isEmpty)
        #expect(!problem.wording.english.isEmpty)
        #expect(problem.wording.thai != problem.wording.english)
    }
}
