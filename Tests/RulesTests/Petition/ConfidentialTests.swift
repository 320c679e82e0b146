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

    @Test func `a case is not merged into one that is out of sight`() throws {
        var mine = try CaseFile.taken()
        mine.other = file.petition
        let merge = PetitionCommand.merge(.init(into: file.number))
        mine.number = "KT1080767000012"
        #expect(
            mine.refusal(
                .dismissDuplicate(.init(other: file.number)), by: TestOffice.handler)
                != nil)
        #expect(mine.refusal(merge, by: TestOffice.handler, with: [.reason]) != nil)
    }
}
