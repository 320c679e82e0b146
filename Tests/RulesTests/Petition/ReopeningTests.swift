import Entries
import Events
import Rules
import Testing

@Suite struct ReopeningTests {
    @Test func `the petitioner reopens within the window`() throws {
        var file = try CaseFile.completed()
        file.wait(days: 30)
        let reopen = PetitionCommand.reopen(.init(ground: .petitioner))
        #expect(file.refusal(reopen, by: TestOffice.citizen) == .missing(.reason))
        try file.act(reopen, by: TestOffice.citizen, with: [.reason])
        let petition = try #require(file.petition)
        #expect(petition.reopenings == 1 && !petition.isFinished && petition.finishedAt == nil)
        #expect(petition.outcome == nil)
    }

    @Test func `after the window it is a new petition`() throws {
        var file = try CaseFile.completed()
        file.wait(days: 31)
        let refusal = file.refusal(
            .reopen(.init(ground: .petitioner)), by: TestOffice.citizen, with: [.reason])
        guard case .windowClosed = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test func `an appeal and a mistake know no window, but the petitioner claims neither`() throws
    {
        var file = try CaseFile.completed()
        file.wait(days: 200)
        for ground in [ReopeningGround.appeal, .mistake] {
            let reopen = PetitionCommand.reopen(.init(ground: ground))
            #expect(file.refusal(reopen, by: TestOffice.head, with: [.reason]) == nil)
            #expect(
                file.refusal(reopen, by: TestOffice.citizen, with: [.reason]) == .wrongRole)
        }
    }

    @Test func `rating comes once, from the petitioner, when all is done`() throws {
        var file = try CaseFile.working()
        let rate = PetitionCommand.rate(.init(score: 5))
        #expect(file.refusal(rate, by: TestOffice.citizen) == .notFinished)
        file = try CaseFile.completed()
        #expect(file.refusal(rate, by: TestOffice.handler) == .notThePetitioner)
        #expect(
            file.refusal(.rate(.init(score: 6)), by: TestOffice.citizen) == .scoreOutOfRange)
        let answers = [Score(question: "speed", score: 0)]
        #expect(
            file.refusal(.rate(.init(score: 5, answers: answers)), by: TestOffice.citizen)
                == .scoreOutOfRange)
        try file.act(rate, by: TestOffice.citizen)
        #expect(file.refusal(rate, by: TestOffice.citizen) == .alreadyRated)
    }
}
