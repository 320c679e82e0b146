import Entries
import Events
import Rules
import TestSupport
import Testing

/// Whatever is asked in whatever order, the rules decide, and what they decide holds.
@Suite struct RandomCourseTests {
    private static let actors =
        TestOffice.officers + [
            TestOffice.citizen, TestOffice.guest, .citizen("c-2"), .system, .importer,
        ]
    private static let sections: Set<SectionKind> = Set(SectionKind.allCases)

    private static func commands(
        _ file: CaseFile, _ word: PetitionCommand.ImportedWord = .received
    ) -> [PetitionCommand] {
        let now = file.now
        return [
            .submit(CaseFile.submit), .importSubmit(ImportTests.submit), .correct(.init()),
            .withdraw(.init(channel: .phone)), .message(.init(channel: .web)),
            .attach(.init(attachments: 1)),
            .rate(.init(score: 3)), .linkOwner(.init(identityLevel: .ial3)),
            .resetTracking(.init(tracking: .code, via: .counter)), .receive(.init()),
            .start(.init()), .askCorrection(.init(items: 1)), .acceptCorrection(.init()),
            .complete(.init(outcome: "repaired")), .reject(.init(ground: "private-road")),
            .reopen(.init(ground: .office)), .forward(.init(to: "health")),
            .forward(.init(to: "works")), .refer(.init(agencyCode: "pea", manner: .informed)),
            .waitFor(.init(agency: "กรมทางหลวง")), .resume(.init()),
            .merge(.init(into: "KT1080767000099")), .unmerge(.init()),
            .changeDefinition(.init(service: TestService.code, definition: 2)), .claim, .takeOver,
            .release, .assign(.init(officer: "colleague")), .note(.init()), .answer(.init()),
            .dismissDuplicate(.init(other: "KT1080767000099")),
            .recategorise(.init(category: "smell")), .setUrgency(.init(urgency: .urgent)),
            .setConfidentiality(.init(isConfidential: file.petition?.isConfidential != true)),
            .extend(.init(clock: "finish")), .noticeDelay(.init(clock: "finish")),
            .setAppointment(.init(at: now.advanced(milliseconds: 1))),
            .cancelAppointment(.init(number: 1)),
            .issueDocument(.init(number: "\(file.petition?.version ?? 0)", kind: .letter)),
            .revokeDocument(.init(number: "3")),
            .recordPayment(.init(satang: 5000, method: .cash, fee: "repair")),
            .checkIdentity(.init(method: .card, outcome: .matched, level: .ial23)),
            .certifyCopies(.init(copies: 1)),
            .notify(.init(channel: .email, template: "t", outcome: .sent)),
            .view(.init(parts: [.text])),
            .nearDeadline(.init(clock: "finish", round: 1, due: now)),
            .missDeadline(.init(clock: "finish", round: 1, due: now)),
            .escalate(.init(clock: "finish", rung: 1)),
            .scheduleErasure(.init(on: CivilDate(dayNumber: now.local.date.dayNumber + 40))),
            .holdErasure(.init()), .endErasureHold(.init()),
            .approveErasure(.init(ground: .retention)),
            .erase(.init(key: TestOffice.key, ground: .request)),
            .importStep(
                .init(
                    word,
                    step: SourceStep(activity: "a", index: (file.petition?.importedSteps ?? 0) + 1)
                )),
        ]
    }

    private static func office() -> OfficeSettings {
        var next = TestService.definition
        next.version = 2
        return TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: next))])
    }

    @Test func `every accepted event leads to a state that the definition knows`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let settings = Self.office()
        var accepted = 0
        for _ in 0..<60 {
            var file = CaseFile()
            file.settings = settings
            file.isOwnerProven = true
            file.other = Petition.evolve(
                nil, with: .submitted(Self.otherCase),
                Recording(actor: "c", time: file.now, version: 1))
            for _ in 0..<120 {
                let word = PetitionCommand.ImportedWord.allCases.randomElement(using: &generator)
                let commands = Self.commands(file, word ?? .received)
                guard let command = commands.randomElement(using: &generator) else { continue }
                file.now = file.now.advanced(
                    milliseconds: Int.random(in: 0...200_000_000, using: &generator))
                if Self.act(command, on: &file, by: Self.actors.shuffled(using: &generator)) {
                    accepted += 1
                    try Self.check(file)
                }
            }
        }
        #expect(accepted > 1000)
    }

    /// Has the first of `actors` do it who may.
    private static func act(
        _ command: PetitionCommand, on file: inout CaseFile, by actors: [Actor]
    ) -> Bool {
        actors.prefix(6).contains { actor in
            (try? file.act(command, by: actor, with: sections, remedy: true)) != nil
        }
    }

    private static var otherCase: PetitionEvent.Submitted {
        var data = PetitionEvent.Submitted()
        data.number = "KT1080767000099"
        data.kind = .grievance
        return data
    }

    private static func check(_ file: CaseFile) throws {
        let petition = try #require(file.petition)
        let definition = try #require(file.settings.definition(of: petition))
        let state = try #require(definition.states.first { $0.code == petition.state })
        #expect(state.status == petition.status)
        #expect(state.isReturned == petition.standing.isReturned)
        #expect(state.isFinal == petition.isFinished)
        #expect((petition.finishedAt != nil) == petition.isFinished)
        #expect((petition.mergedInto != nil) == (petition.status == .merged))
        #expect(petition.owner.map { file.settings.activeOfficer($0) != nil } ?? true)
    }

    @Test func `the same commands are decided alike`() throws {
        func run(_ seed: UInt64) -> [PetitionRefusal?] {
            var generator = SeededGenerator(seed: seed)
            var file = CaseFile()
            return (0..<200).map { _ in
                let command = Self.commands(file).randomElement(using: &generator)!
                let actor = Self.actors.randomElement(using: &generator)!
                do throws(PetitionRefusal) {
                    try file.act(command, by: actor, with: Self.sections, remedy: true)
                    return nil
                } catch {
                    return error
                }
            }
        }
        #expect(run(7) == run(7))
    }

    @Test func `history is taken in whatever it says and in whatever order`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let events: [PetitionEvent] = try PetitionEvent.types.compactMap { type in
            try Self.blank(type)
        }
        #expect(events.count == PetitionEvent.types.count)
        for round in 0..<200 {
            var petition: Petition?
            for version in 1...40 {
                guard let event = events.randomElement(using: &generator) else { continue }
                let recording = Recording(
                    actor: "a", time: Instant(milliseconds: version), version: version,
                    isImported: round.isMultiple(of: 2))
                petition = Petition.evolve(petition, with: event, recording)
                #expect(petition?.version == version)
            }
        }
    }

    /// The event of that type with nothing in it.
    private static func blank(_ type: any EventData.Type) throws -> PetitionEvent? {
        func read<Data: EventData>(_ type: Data.Type) throws -> PetitionEvent? {
            var encoder = FieldEncoder()
            encoder.data(Data(), frame: EventFrame())
            var decoder = FieldDecoder(CanonicalReader(encoder.writer.bytes))
            return try PetitionEvent.read(
                name: Data.name, version: Data.version, from: &decoder)
        }
        return try read(type)
    }
}
