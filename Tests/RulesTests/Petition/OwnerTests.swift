import Events
import Rules
import Testing

@Suite struct OwnerTests {
    let handler = TestOffice.handler
    let colleague = TestOffice.colleague

    @Test func `a case that is with nobody is claimed once`() throws {
        var file = try CaseFile.filed()
        try file.act(.claim, by: handler)
        #expect(file.petition?.owner == "handler")
        #expect(file.refusal(.claim, by: handler) == .alreadyYours)
        #expect(file.refusal(.claim, by: colleague) == .withAnother(officer: "handler"))
    }

    @Test func `only whoever works on cases of the department claims`() throws {
        let file = try CaseFile.filed()
        #expect(file.refusal(.claim, by: TestOffice.outsider) == .guarded(.sameDepartment))
        #expect(file.refusal(.claim, by: TestOffice.auditor) == .wrongRole)
        #expect(file.refusal(.claim, by: TestOffice.citizen) == .wrongRole)
        #expect(file.refusal(.claim, by: TestOffice.receiver) == nil)
    }

    @Test func `taking over asks for a reason`() throws {
        var file = try CaseFile.filed()
        #expect(file.refusal(.takeOver, by: colleague, with: [.reason]) == .withNobody)
        try file.act(.claim, by: handler)
        #expect(file.refusal(.takeOver, by: handler, with: [.reason]) == .alreadyYours)
        #expect(file.refusal(.takeOver, by: colleague) == .missing(.reason))
        let event = try file.act(.takeOver, by: colleague, with: [.reason])
        #expect(event == .takenOver(.init(officer: "colleague", from: "handler")))
        #expect(file.petition?.owner == "colleague")
    }

    @Test func `the owner gives a case back, or somebody above does`() throws {
        var file = try CaseFile.filed()
        #expect(file.refusal(.release, by: handler) == .withNobody)
        try file.act(.claim, by: handler)
        #expect(file.refusal(.release, by: colleague) == .withAnother(officer: "handler"))
        #expect(file.refusal(.release, by: TestOffice.head) == nil)
        try file.act(.release, by: handler)
        #expect(file.petition?.owner == nil)
    }

    @Test func `the head assigns, the receiver only what is with nobody`() throws {
        var file = try CaseFile.filed()
        let assign = PetitionCommand.assign(.init(officer: "handler"))
        #expect(file.refusal(assign, by: colleague) == .wrongRole)
        try file.act(assign, by: TestOffice.receiver)
        #expect(file.petition?.owner == "handler")
        let further = PetitionCommand.assign(.init(officer: "colleague"))
        #expect(
            file.refusal(further, by: TestOffice.receiver) == .withAnother(officer: "handler"))
        #expect(file.refusal(further, by: TestOffice.head) == nil)
        #expect(file.refusal(assign, by: TestOffice.head) == .nothingChanges)
    }

    @Test func `a case is assigned to somebody who is here and works on cases`() throws {
        let file = try CaseFile.filed()
        func refusal(_ officer: String) -> PetitionRefusal? {
            file.refusal(.assign(.init(officer: officer)), by: TestOffice.head)
        }
        #expect(refusal("nobody") == .unknown(.officer, "nobody"))
        #expect(refusal("auditor") == .officerCannotAct("auditor"))
        #expect(refusal("handler") == nil)
    }

    @Test func `a case is assigned within its unit, and stays there`() throws {
        var file = try CaseFile.filed()
        let outside = PetitionCommand.assign(.init(officer: "outsider"))
        #expect(
            file.refusal(outside, by: TestOffice.receiver) == .officerElsewhere("outsider"))
        // Whose work is the whole office's gets it without taking it into his own unit.
        let event = try file.outcome(
            .assign(.init(officer: "receiver")), by: TestOffice.head)
        #expect(event == .assigned(.init(officer: "receiver", department: "works")))
        try file.act(
            .forward(.init(to: "health")), by: TestOffice.receiver, with: [.reason])
        try file.act(outside, by: TestOffice.receiver)
        #expect(file.petition?.department == "health" && file.petition?.owner == "outsider")
    }

    @Test func `who may not work on cases does not come to it by standing in`() throws {
        var file = try CaseFile.taken()
        let set = OfficeEvent.substituteSet(.init(officer: "handler", substitute: "auditor"))
        file.settings.apply(set)
        #expect(
            file.refusal(.release, by: TestOffice.auditor) == .withAnother(officer: "handler"))
        let colleague = PetitionCommand.assign(.init(officer: "colleague"))
        #expect(file.refusal(colleague, by: TestOffice.auditor) == .wrongRole)
        let offers = Petition.offers(
            in: Frozen(try #require(file.petition)), to: TestOffice.auditor, at: file.now,
            settings: Frozen(file.settings))
        #expect(offers == [])
    }

    @Test func `a finished case is with whom it was`() throws {
        let file = try CaseFile.completed()
        let notNow = PetitionRefusal.notNow(state: "done", status: .completed)
        #expect(file.refusal(.claim, by: colleague) == notNow)
        #expect(file.refusal(.takeOver, by: colleague, with: [.reason]) == notNow)
        #expect(
            file.refusal(.assign(.init(officer: "colleague")), by: TestOffice.head) == notNow)
    }
}
