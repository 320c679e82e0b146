import Entries
import Events
import Rules
import Testing

@Suite struct CorrectionTests {
    let handler = TestOffice.handler

    @Test func `a case is returned with one list, and goes on when it is corrected`() throws {
        var file = try CaseFile.returned()
        #expect(file.petition?.standing.isReturned == true)
        #expect(file.petition?.status == .inProgress)
        #expect(file.petition?.returns == 1)
        try file.act(
            .correct(.init(attachments: 1)), by: TestOffice.citizen, with: [.attachment])
        #expect(file.petition?.standing == Standing(state: "fixed", status: .inProgress))
        try file.act(.acceptCorrection(.init()), by: handler)
        #expect(file.petition?.state == "work")
    }

    @Test func `the law allows one list, unless the petitioner caused another`() throws {
        var file = try CaseFile.returned()
        try file.act(.correct(.init()), by: TestOffice.citizen, with: [.text])
        try file.act(.acceptCorrection(.init()), by: handler)
        let again = PetitionCommand.askCorrection(.init(items: 1))
        #expect(file.refusal(again, by: handler, with: [.defects]) == .returnedBefore)
        let caused = PetitionCommand.askCorrection(.init(items: 1, isCausedByPetitioner: true))
        let event = try file.act(caused, by: handler, with: [.defects])
        guard case .returned(let data) = event else { return #expect(Bool(false)) }
        #expect(data.round == 2 && data.isCausedByPetitioner)
    }

    @Test func `the list is not empty and names what the service knows`() throws {
        let file = try CaseFile.working()
        func refusal(
            _ ask: PetitionCommand.AskCorrection, _ sections: Set<SectionKind> = [.defects]
        ) -> PetitionRefusal? {
            file.refusal(.askCorrection(ask), by: handler, with: sections)
        }
        #expect(refusal(.init(items: 0)) == .missing(.defects))
        #expect(refusal(.init(items: 1), []) == .missing(.defects))
        #expect(refusal(.init(items: 1, documents: ["x"])) == .unknown(.document, "x"))
        #expect(refusal(.init(items: 1, fields: ["x"])) == .unknown(.field, "x"))
        #expect(refusal(.init(items: 2, documents: ["photo"], fields: ["width"])) == nil)
    }

    @Test func `the petitioner has the time of the definition`() throws {
        let file = try CaseFile.working()
        let event = try file.outcome(
            .askCorrection(.init(items: 1)), by: handler, with: [.defects])
        guard case .returned(let data) = event else { return #expect(Bool(false)) }
        #expect(data.allowed == TimeSpan(amount: 7, unit: .days))
    }

    @Test func `a correction after hours counts from the next opening`() throws {
        var file = try CaseFile.returned()
        file.now = TestOffice.time(2024, 7, 12, 20)
        let event = try file.outcome(.correct(.init()), by: TestOffice.citizen, with: [.text])
        guard case .corrected(let data) = event else { return #expect(Bool(false)) }
        #expect(data.deemedReceivedAt == TestOffice.time(2024, 7, 15, 8, 30))
        #expect(data.round == 1)
    }

    @Test func `a correction brings something, from the petitioner`() throws {
        let file = try CaseFile.returned()
        #expect(file.refusal(.correct(.init()), by: TestOffice.citizen) == .missing(.text))
        #expect(
            file.refusal(.correct(.init()), by: .citizen("c-2"), with: [.text])
                == .notThePetitioner)
    }

    @Test func `the clock stands still meanwhile`() throws {
        var file = try CaseFile.returned()
        let clocks = ServiceClocks(TestService.definition)
        let petition = try #require(file.petition)
        let paused = clocks.reading(
            of: "finish", petition.history, calendar: file.settings.calendar)
        #expect(paused?.isOpen == true && paused?.due == nil)
        file.wait(days: 3)
        try file.act(.correct(.init()), by: TestOffice.citizen, with: [.text])
        let later = try #require(file.petition)
        let running = clocks.reading(
            of: "finish", later.history, calendar: file.settings.calendar)
        #expect(running?.due != nil)
    }
}
