import Entries
import Events
import Rules
import Testing

/// What the desk offers is what the rules accept: for every state, every officer and every act.
@Suite struct DeskOfferTests {
    private static let others = TestOffice.time(2024, 7, 9)

    /// Each way of doing an act that somebody may think of, with whatever it names.
    private static func commands(_ act: DeskAct, _ file: CaseFile) -> [PetitionCommand] {
        let petition = file.petition ?? Petition()
        let soon = file.now.advanced(milliseconds: 1000)
        return switch act {
        case .receive: [.receive(.init())]
        case .start: [.start(.init())]
        case .acceptCorrection: [.acceptCorrection(.init())]
        case .resume: [.resume(.init())]
        case .complete: [.complete(.init(outcome: "repaired"))]
        case .reject: [.reject(.init(ground: "private-road"))]
        case .reopen: ReopeningGround.allCases.map { .reopen(.init(ground: $0)) }
        case .answer: [.answer(.init())]
        case .askCorrection:
            [false, true].map { .askCorrection(.init(items: 1, isCausedByPetitioner: $0)) }
        case .message: [.message(.init(channel: .phone))]
        case .attach: [.attach(.init(attachments: 1))]
        case .correct: [.correct(.init())]
        case .withdraw: [.withdraw(.init(channel: .letter))]
        case .setAppointment: [.setAppointment(.init(at: soon))]
        case .cancelAppointment: [.cancelAppointment(.init(number: 1))]
        case .claim: [.claim]
        case .takeOver: [.takeOver]
        case .release: [.release]
        case .assign: TestOffice.officers.map { .assign(.init(officer: $0.id)) }
        case .forward: ["clerk", "works", "health", "lights"].map { .forward(.init(to: $0)) }
        case .refer: [.refer(.init(agencyCode: "pea", manner: .informed))]
        case .waitFor: [.waitFor(.init(agency: "กรมทางหลวง"))]
        case .extend: ["receive", "finish", "correction"].map { .extend(.init(clock: $0)) }
        case .noticeDelay: [.noticeDelay(.init(clock: "finish"))]
        case .issueDocument: [.issueDocument(.init(number: "77", kind: .letter))]
        case .revokeDocument: [.revokeDocument(.init(number: "1"))]
        case .recordPayment: [.recordPayment(.init(satang: 1, method: .cash))]
        case .certifyCopies: [.certifyCopies(.init(copies: 1))]
        case .checkIdentity: [.checkIdentity(.init(method: .card, outcome: .matched))]
        case .note: [.note(.init())]
        case .recategorise:
            ["road", "smell", "corruption"].map { .recategorise(.init(category: $0)) }
        case .setUrgency: Urgency.allCases.map { .setUrgency(.init(urgency: $0)) }
        case .setConfidentiality:
            [.setConfidentiality(.init(isConfidential: !petition.isConfidential))]
        case .merge: [.merge(.init(into: "KT1080767000099"))]
        case .unmerge: [.unmerge(.init())]
        case .dismissDuplicate: [.dismissDuplicate(.init(other: "KT1080767000099"))]
        case .resetTracking: [.resetTracking(.init(tracking: .code, via: .counter))]
        case .changeDefinition:
            [1, 2].map { .changeDefinition(.init(service: TestService.code, definition: $0)) }
        }
    }

    private static var other: Petition? {
        var data = PetitionEvent.Submitted()
        data.number = "KT1080767000099"
        data.kind = .grievance
        return Petition.evolve(
            nil, with: .submitted(data), Recording(actor: "c", time: others, version: 1))
    }

    /// One case for each state of the service, and some that differ in what was done.
    private static func cases() throws -> [CaseFile] {
        let all = Set(SectionKind.allCases)
        func then(
            _ file: CaseFile, _ command: PetitionCommand, by actor: Actor = TestOffice.handler
        ) throws -> CaseFile {
            var file = file
            file.other = other
            try file.act(command, by: actor, with: all, remedy: true)
            return file
        }
        let working = try CaseFile.working()
        let returned = try CaseFile.returned()
        let completed = try CaseFile.completed()
        let merged = try then(working, .merge(.init(into: "KT1080767000099")))
        var followed = CaseFile()
        try followed.act(.submit(CaseFile.submit), by: TestOffice.guest, with: all)
        var outlived = try CaseFile.filed()
        var next = TestService.definition
        next.version = 2
        outlived.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: next))])
        return [
            followed, outlived,
            try CaseFile.filed(), try CaseFile.taken(), working, returned, completed, merged,
            try then(returned, .correct(.init()), by: TestOffice.citizen),
            try then(working, .waitFor(.init(agency: "กรมทางหลวง"))),
            try then(working, .reject(.init(ground: "private-road")), by: TestOffice.head),
            try then(working, .withdraw(.init()), by: TestOffice.citizen),
            try then(working, .refer(.init(agencyCode: "pea", manner: .forwarded))),
            try then(working, .release), try then(returned, .release),
            try then(merged, .unmerge(.init())),
            try then(working, .setConfidentiality(.init(isConfidential: true))),
            try then(working, .issueDocument(.init(number: "1", kind: .letter))),
            try then(
                working, .setAppointment(.init(at: working.now.advanced(milliseconds: 9000)))),
        ]
    }

    private static func offers(_ file: CaseFile, to actor: Actor) -> [DeskOffer] {
        file.petition.map { petition in
            Petition.offers(
                in: Frozen(petition), to: actor, at: file.now, settings: Frozen(file.settings))
        } ?? []
    }

    @Test func `an act is offered exactly where the rules accept it`() throws {
        let all = Set(SectionKind.allCases)
        let cases = try Self.cases()
        #expect(
            Set(cases.compactMap(\.petition?.state))
                == Set(TestService.definition.states.map(\.code)))
        var accepted: Set<DeskAct> = []
        for var file in cases {
            file.other = Self.other
            for actor in TestOffice.officers {
                let offered = Set(Self.offers(file, to: actor).map(\.act))
                for act in DeskAct.allCases {
                    let isAccepted = Self.commands(act, file).contains { command in
                        file.refusal(command, by: actor, with: all, remedy: true) == nil
                    }
                    #expect(
                        offered.contains(act) == isAccepted,
                        "\(act) by \(actor.id) in \(file.petition?.state ?? "")")
                    if isAccepted { accepted.insert(act) }
                }
            }
        }
        // Each of them somewhere, so that none is missing for another reason.
        #expect(accepted == Set(DeskAct.allCases))
    }

    @Test func `only what may be chosen is offered to be chosen`() throws {
        let file = try CaseFile.working()
        let offers = Self.offers(file, to: TestOffice.handler)
        func choices(_ act: DeskAct) -> [String]? { offers.first { $0.act == act }?.choices }
        #expect(choices(.forward) == ["clerk", "health", "lights"])
        #expect(choices(.extend) == ["finish"])
        #expect(choices(.complete) == ["repaired"])
        #expect(choices(.setUrgency)?.contains("normal") == false)
        #expect(choices(.assign)?.contains("handler") == false)
        #expect(choices(.assign)?.contains("auditor") == false)
        #expect(choices(.assign)?.contains("colleague") == true)
        #expect(choices(.assign)?.contains("outsider") == false)
        #expect(choices(.note) == [])
        #expect(choices(.cancelAppointment) == nil)
    }

    @Test func `nothing is offered to who no longer works here`() throws {
        var file = try CaseFile.working()
        file.settings.apply(.officerDismissed(.init(officer: "handler")))
        #expect(Self.offers(file, to: TestOffice.handler) == [])
        #expect(Self.offers(file, to: .officer("stranger", .handler)) == [])
    }

    @Test func `the likeliest step stands first`() throws {
        func next(_ file: CaseFile, _ actor: Actor = TestOffice.handler) -> DeskAct? {
            file.petition?.next(among: Self.offers(file, to: actor))?.act
        }
        #expect(next(try CaseFile.filed()) == .receive)
        #expect(next(try CaseFile.taken()) == .start)
        #expect(next(try CaseFile.working()) == .answer)
        var answered = try CaseFile.working()
        try answered.act(.answer(.init()), by: TestOffice.handler, with: [.message])
        #expect(next(answered) == .complete)
        var corrected = try CaseFile.returned()
        #expect(next(corrected) == nil)
        try corrected.act(.correct(.init()), by: TestOffice.citizen, with: [.message])
        #expect(next(corrected) == .acceptCorrection)
        var waiting = answered
        try waiting.act(
            .waitFor(.init(agency: "กรมทางหลวง")), by: TestOffice.handler, with: [.reason])
        #expect(next(waiting) == .resume)
        var free = try CaseFile.working()
        try free.act(.release, by: TestOffice.handler)
        #expect(next(free, TestOffice.colleague) == .claim)
        #expect(next(try CaseFile.completed()) == nil)
    }
}
