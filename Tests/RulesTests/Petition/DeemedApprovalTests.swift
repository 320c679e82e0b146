import Entries
import Events
import Rules
import Testing

/// What the law decides where the office did not.
@Suite struct DeemedApprovalTests {
    private static let approve = command("finish")

    /// What it says of the deadline is not believed.
    private static func command(_ clock: String) -> PetitionCommand {
        .deemApproved(.init(clock: clock, round: 0, due: TestOffice.time(2024, 1, 1)))
    }

    /// A case of a service that is deemed approved when it is overdue.
    private func filed(_ overdue: OverduePolicy = .deemedApproved) throws -> CaseFile {
        var definition = TestService.definition
        (definition.version, definition.overdue) = (2, overdue)
        var file = CaseFile()
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: definition))])
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        return file
    }

    @Test func `an application that is not decided in time counts as approved, once`() throws {
        var file = try filed()
        file.wait(days: 15)
        guard case .tooEarly(let due) = file.refusal(Self.approve, by: .system) else {
            Issue.record("it came too early")
            return
        }
        file.wait(days: 1)
        #expect(file.refusal(Self.approve, by: TestOffice.head) == .wrongRole)
        let event = try file.act(Self.approve, by: .system)
        let approval = PetitionEvent.DeemedApproved(
            clock: "finish", round: 1, due: due, state: "done", status: .completed)
        #expect(event == .deemedApproved(approval))
        let petition = try #require(file.petition)
        #expect(petition.isFinished && petition.completedAt == file.now)
        #expect(petition.outcome == "deemed-approved")
        guard case .notNow = file.refusal(Self.approve, by: .system) else {
            Issue.record("it was approved twice")
            return
        }
    }

    @Test(arguments: [OverduePolicy.nothing, .notify])
    func `where the service does not say so, delay approves nothing`(overdue: OverduePolicy) throws
    {
        var file = try filed(overdue)
        file.wait(days: 30)
        #expect(file.refusal(Self.approve, by: .system) == .notOffered)
    }

    @Test func `only the time for finishing counts, and only while it runs`() throws {
        var file = try filed()
        file.wait(days: 30)
        #expect(file.refusal(Self.command("receive"), by: .system) == .notOffered)
        file = try filed()
        try file.act(.receive(.init()), by: TestOffice.handler)
        try file.act(.start(.init()), by: TestOffice.handler)
        try file.act(.askCorrection(.init(items: 1)), by: TestOffice.handler, with: [.defects])
        file.wait(days: 60)
        #expect(file.refusal(Self.approve, by: .system) == .clockStopped)
    }

    @Test func `what is decided in time, refused even, is not approved afterwards`() throws {
        var file = try filed()
        try file.act(.receive(.init()), by: TestOffice.handler)
        try file.act(
            .reject(.init(ground: "private-road")), by: TestOffice.head, with: [.reason],
            remedy: true)
        file.wait(days: 60)
        guard case .notNow = file.refusal(Self.approve, by: .system) else {
            Issue.record("a refused application was approved")
            return
        }
    }

    @Test func `a definition without an end that could follow is not published`() {
        var definition = TestService.definition
        definition.overdue = .deemedApproved
        #expect(!definition.problems.contains(.overdueWithoutClock))
        definition.clocks.removeAll { $0.kind == .finish }
        #expect(definition.problems.contains(.overdueWithoutClock))
    }
}
