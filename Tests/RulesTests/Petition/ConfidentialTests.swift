import Entries
import Events
import Rules
import Testing

/// A confidential case is worked on by whoever may read it; others hand it on.
@Suite struct ConfidentialTests {
    private let file: CaseFile

    init() throws {
        var file = CaseFile()
        var submit = CaseFile.submit
        submit.isConfidential = true
        try file.act(
            .submit(submit), by: TestOffice.citizen,
            with: [.text, .petitioner, .owner, .classification])
        self.file = file
    }

    @Test func `whoever may not read a case does not come to have it by one press`() {
        for actor in [TestOffice.handler, TestOffice.receiver] {
            #expect(file.refusal(.claim, by: actor) == .confidential)
            #expect(file.refusal(.start(.init()), by: actor) == .confidential)
            #expect(
                file.refusal(.answer(.init()), by: actor, with: [.message]) == .confidential)
        }
        #expect(
            file.refusal(.assign(.init(officer: "receiver")), by: TestOffice.receiver)
                == .confidential)
    }

    @Test func `it is taken in and handed on by the outline, and stays nobody's`() throws {
        var file = file
        let event = try file.act(.receive(.init()), by: TestOffice.receiver)
        guard case .received(let data) = event else { return #expect(Bool(false)) }
        #expect(data.officer == nil)
        #expect(file.refusal(.claim, by: TestOffice.receiver) == .confidential)
        try file.act(.assign(.init(officer: "handler")), by: TestOffice.receiver)
        #expect(file.refusal(.answer(.init()), by: TestOffice.handler, with: [.message]) == nil)
        #expect(
            file.refusal(.takeOver, by: TestOffice.colleague, with: [.reason]) == .confidential)
    }

    @Test func `the department's head and the clerk may have it`() {
        for actor in [TestOffice.head, TestOffice.clerk] {
            #expect(file.refusal(.claim, by: actor) == nil, "\(actor.id)")
        }
    }

    @Test func `a confidential case is not there for whoever may not read it`() throws {
        var mine = CaseFile()
        mine.number = "KT1080767000012"
        try mine.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        try mine.act(.receive(.init()), by: TestOffice.handler)
        mine.other = file.petition
        let number = file.number
        let same = PetitionCommand.dismissDuplicate(.init(other: number))
        #expect(mine.refusal(same, by: TestOffice.handler) == .unknown(.petition, number))
        #expect(mine.refusal(same, by: TestOffice.head) == nil)
        #expect(
            mine.refusal(.merge(.init(into: number)), by: TestOffice.handler, with: [.reason])
                == .unknown(.petition, number))
    }
}
