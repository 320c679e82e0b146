import Entries
import Events
import Rules
import Testing

@Suite struct ImportTests {
    typealias Word = PetitionCommand.ImportedWord

    static let submit = PetitionCommand.ImportSubmit(
        source: SourceCase(system: "wabo", name: "case-10011"),
        step: SourceStep(activity: "Confirmation of receipt", index: 1),
        service: TestService.code)

    private static func step(_ index: Int, _ word: Word) -> PetitionCommand {
        .importStep(.init(word, step: SourceStep(activity: "T02", index: index)))
    }

    private static func opened() throws -> CaseFile {
        var file = CaseFile()
        file.occurredAt = TestOffice.time(2011, 10, 11, 20)
        try file.act(.importSubmit(submit), by: .importer)
        return file
    }

    @Test func `the first step opens the case at the time of the source`() throws {
        let file = try Self.opened()
        let petition = try #require(file.petition)
        #expect(petition.source?.name == "case-10011")
        #expect(petition.isImported && !petition.hasClocks && petition.importedSteps == 1)
        // The other system had received it, whatever our office hours are.
        #expect(petition.deemedReceivedAt == TestOffice.time(2011, 10, 11, 20))
        #expect(petition.pseudonym == nil && petition.filedBy == nil)
        #expect(petition.history.facts.isEmpty)
    }

    @Test func `what else the source said of the case stays in the entry`() throws {
        var submit = Self.submit
        submit.source.attributes = [SourceStepAttribute(key: "channel", type: "string", value: "x")]
        var file = CaseFile()
        let event = try file.act(.importSubmit(submit), by: .importer)
        guard case .submitted(let data) = event else { return #expect(Bool(false)) }
        #expect(data.source?.attributes.count == 1)
        #expect(file.petition?.source == SourceCase(system: "wabo", name: "case-10011"))
    }

    @Test func `a case that joins the clocks is received by our calendar`() throws {
        var submit = Self.submit
        submit.joinsClocks = true
        var file = CaseFile()
        file.occurredAt = TestOffice.time(2024, 7, 5, 20)
        try file.act(.importSubmit(submit), by: .importer)
        #expect(file.petition?.deemedReceivedAt == TestOffice.time(2024, 7, 8, 8, 30))
        #expect(file.petition?.hasClocks == true)
    }

    @Test(arguments: [
        Instant(milliseconds: 253_402_300_799_999), Instant(milliseconds: -62_135_596_800_000),
    ]) func `a case whose date stands for none does not join the clocks`(came: Instant) throws {
        var submit = Self.submit
        submit.joinsClocks = true
        var file = CaseFile()
        file.occurredAt = came
        try file.act(.importSubmit(submit), by: .importer)
        #expect(file.petition?.deemedReceivedAt == came)
        #expect(file.petition?.hasClocks == false)
    }

    @Test func `a step that is legal here is that event, whoever took it`() throws {
        var file = try Self.opened()
        #expect(
            try file.act(Self.step(2, .received), by: .importer)
                == .received(.init(state: "taken", status: .received, action: "take")))
        #expect(
            try file.act(Self.step(3, .inProgress), by: .importer)
                == .inProgress(.init(state: "work", status: .inProgress, action: "begin")))
        try file.act(Self.step(4, .returned), by: .importer)
        #expect(file.petition?.returns == 1 && file.petition?.standing.isReturned == true)
        try file.act(Self.step(5, .corrected), by: .importer)
        try file.act(Self.step(6, .answered), by: .importer)
        #expect(file.petition?.importedSteps == 6 && file.petition?.isAnswered == true)
    }

    @Test(arguments: [Word.completed, .corrected, .reopened, .submitted, .stepRecorded])
    func `a step that is not legal here is recorded as it was`(word: Word) throws {
        let file = try Self.opened()
        #expect(
            try file.outcome(Self.step(2, word), by: .importer)
                == .stepRecorded(PetitionEvent.StepRecorded()))
    }

    private static func skipping(_ index: Int, _ word: Word) -> PetitionCommand {
        .importStep(
            .init(word, step: SourceStep(activity: "Payment", index: index), skipsStages: true))
    }

    @Test func `a step that skips stages ends the case where it stands, and makes nothing up`()
        throws
    {
        var file = try Self.opened()
        let event = try file.act(Self.skipping(2, .completed), by: .importer)
        #expect(event == .completed(.init(state: "done", status: .completed)))
        #expect(file.petition?.isFinished == true)
        #expect(file.petition?.completedAt == file.occurredAt)
        // What follows the end is a step, skipping or not.
        for word in [Word.completed, .withdrawn, .received] {
            #expect(
                try file.outcome(Self.skipping(3, word), by: .importer)
                    == .stepRecorded(PetitionEvent.StepRecorded()))
        }
    }

    @Test func `skipping leads ahead and never back`() throws {
        var file = try Self.opened()
        let event = try file.act(Self.skipping(2, .inProgress), by: .importer)
        #expect(event == .inProgress(.init(state: "work", status: .inProgress)))
        for word in [Word.received, .corrected, .reopened] {
            #expect(
                try file.outcome(Self.skipping(3, word), by: .importer)
                    == .stepRecorded(PetitionEvent.StepRecorded()))
        }
    }

    @Test func `a step that is legal here is taken by its action though it may skip`() throws {
        let file = try Self.opened()
        #expect(
            try file.outcome(Self.skipping(2, .received), by: .importer)
                == .received(.init(state: "taken", status: .received, action: "take")))
    }

    @Test func `the officer of the source has the case until somebody here takes it over`() throws {
        var submit = Self.submit
        submit.officer = "Resource21"
        var file = CaseFile()
        try file.act(.importSubmit(submit), by: .importer)
        #expect(file.petition?.owner == "Resource21")
        try file.act(Self.step(2, .received), by: .importer)
        #expect(file.petition?.owner == "Resource21")
        #expect(
            file.refusal(.claim, by: TestOffice.clerk) == .withAnother(officer: "Resource21"))
    }

    @Test func `a step that is there already is said to be there`() throws {
        var file = try Self.opened()
        #expect(
            file.refusal(.importSubmit(Self.submit), by: .importer) == .alreadyThere(step: 1))
        try file.act(Self.step(2, .received), by: .importer)
        for index in [1, 2] {
            #expect(
                file.refusal(Self.step(index, .received), by: .importer)
                    == .alreadyThere(step: index))
        }
        #expect(
            file.refusal(Self.step(4, .received), by: .importer) == .stepMissing(expected: 3))
    }

    @Test func `another case does not take its place`() throws {
        let file = try Self.opened()
        var other = Self.submit
        other.source.name = "case-2"
        #expect(file.refusal(.importSubmit(other), by: .importer) == .alreadyExists)
    }

    @Test func `only an import imports, and only into what was imported`() throws {
        let file = try Self.opened()
        #expect(file.refusal(Self.step(2, .received), by: TestOffice.clerk) == .wrongRole)
        #expect(CaseFile().refusal(.importSubmit(Self.submit), by: .system) == .wrongRole)
        let own = try CaseFile.filed()
        #expect(own.refusal(Self.step(2, .received), by: .importer) == .wrongRole)
    }

    @Test func `an open case goes on at our desk`() throws {
        var file = try Self.opened()
        file.occurredAt = nil
        try file.act(.receive(.init()), by: TestOffice.receiver)
        #expect(file.petition?.status == .received && file.petition?.importedSteps == 1)
        #expect(
            file.refusal(
                .missDeadline(.init(clock: "finish", round: 1, due: file.now)), by: .system)
                == .clockStopped)
    }
}
