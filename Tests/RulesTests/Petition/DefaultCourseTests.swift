import Entries
import Events
import Rules
import Testing

/// The services that an office opens with, worked through by the people that it has.
@Suite struct DefaultCourseTests {
    private static let settings: OfficeSettings = {
        let office = OpeningTests.office
        return TestOffice.fold(
            OfficeSettings.opening(office)
                + TestOffice.officers.map { officer in
                    .officerAppointed(
                        .init(
                            officer: officer.id, roles: officer.roles,
                            department: officer.department))
                })
    }()

    private static let boss = Actor.officer("head", .head, department: "works")

    private static func filed(
        _ service: ServiceDefinition, department: String? = "works"
    ) throws -> CaseFile {
        var file = CaseFile()
        file.settings = settings
        // Every case comes to the works division, whose officers there are.
        var submit = PetitionCommand.Submit(
            service: service.code, channel: .counter, mode: .counter)
        submit.department = department
        submit.identityLevel = .ial23
        try file.act(
            .submit(submit), by: TestOffice.receiver,
            with: [.text, .petitioner, .classification])
        return file
    }

    @Test(arguments: DefaultServices.all.map(\.code))
    func `a case of every service is completed`(code: String) throws {
        let service = try #require(Self.settings.definition(of: code))
        var file = try Self.filed(service)
        let handler = TestOffice.handler
        try file.act(.receive(.init()), by: handler)
        try file.act(.start(.init()), by: handler)
        for fee in service.fees {
            try file.act(
                .recordPayment(.init(satang: fee.satang, method: .cash, fee: fee.code)),
                by: handler)
        }
        try file.act(
            .issueDocument(
                .init(
                    number: "1/2567", kind: service.kind == .service ? .licence : .certificate)),
            by: handler,
            with: [.document])
        try file.act(
            .checkIdentity(.init(method: .card, outcome: .matched, level: .ial23)),
            by: TestOffice.checker)
        try file.act(
            .complete(.init(outcome: service.outcomes.first?.code)), by: handler,
            with: [.result, .message])
        #expect(file.petition?.status == .completed)
        try file.act(.reopen(.init(ground: .office)), by: Self.boss, with: [.reason])
        #expect(file.petition?.isFinished == false)
    }

    @Test(arguments: DefaultServices.general.map(\.code))
    func `a case is returned, corrected, sent on, merged, refused`(code: String) throws {
        let service = try #require(Self.settings.definition(of: code))
        let received = try Self.filed(service)
        let boss = Self.boss
        var file = received
        try file.act(.askCorrection(.init(items: 1)), by: boss, with: [.defects])
        try file.act(.correct(.init()), by: TestOffice.receiver, with: [.text])
        try file.act(.acceptCorrection(.init()), by: boss)
        try file.act(.waitFor(.init(agencyCode: "pea")), by: boss, with: [.reason])
        try file.act(.resume(.init()), by: boss)
        try file.act(.forward(.init(to: "health")), by: boss)
        #expect(file.petition?.status == .inProgress)
        file = received
        try file.act(
            .reject(.init(ground: service.grounds.first?.code)), by: boss, with: [.reason],
            remedy: true)
        #expect(file.petition?.status == .rejected)
        file = received
        try file.act(
            .refer(.init(agencyCode: "pea", manner: .forwarded)), by: boss,
            with: [.message, .reason])
        #expect(file.petition?.status == .referred)
        file = received
        try file.act(.withdraw(.init(channel: .phone)), by: TestOffice.receiver, with: [.reason])
        #expect(file.petition?.status == .withdrawn)
        file = received
        var other = Self.other
        other.kind = service.kind
        file.other = Petition.evolve(
            nil, with: .submitted(other), Recording(actor: "c", time: file.now, version: 1))
        try file.act(.merge(.init(into: Self.other.number)), by: boss, with: [.reason])
        try file.act(.unmerge(.init()), by: boss, with: [.reason])
        #expect(file.petition?.state == received.petition?.state)
    }

    @Test func `whoever takes a merge back, or a list of corrections, loses no step`() throws {
        let service = try #require(Self.settings.definition(of: "grievance"))
        let boss = Self.boss
        var file = try Self.filed(service)
        var other = Self.other
        other.kind = .grievance
        file.other = Petition.evolve(
            nil, with: .submitted(other), Recording(actor: "c", time: file.now, version: 1))
        try file.act(.start(.init()), by: boss)
        for isWaiting in [false, true] {
            if isWaiting {
                try file.act(.waitFor(.init(agencyCode: "pea")), by: boss, with: [.reason])
            }
            try file.act(.merge(.init(into: Self.other.number)), by: boss, with: [.reason])
            try file.act(.unmerge(.init()), by: boss, with: [.reason])
            // The wait for the other agency ended with the merge.
            #expect(file.petition?.state == "in-progress" && file.petition?.waitsFor == nil)
        }
        try file.act(.askCorrection(.init(items: 1)), by: boss, with: [.defects])
        #expect(file.refusal(.acceptCorrection(.init()), by: boss) == .missing(.reason))
        try file.act(.acceptCorrection(.init()), by: boss, with: [.reason])
        #expect(file.petition?.state == "in-progress")
    }

    @Test func `the front desk takes in for the unit, a case officer for itself`() throws {
        let service = try #require(Self.settings.definition(of: "grievance"))
        var file = try Self.filed(service)
        try file.act(.receive(.init()), by: TestOffice.receiver)
        #expect(file.petition?.status == .received && file.petition?.owner == nil)
        file = try Self.filed(service)
        try file.act(.receive(.init()), by: Self.boss)
        #expect(file.petition?.owner == Self.boss.id)
    }

    @Test func `a repair of lamps goes to those who repair, not to whom its category names`() throws
    {
        let service = try #require(Self.settings.definition(of: "street-light-repair"))
        let file = try Self.filed(service, department: nil)
        #expect(file.petition?.category == "general" && file.petition?.department == "works")
    }

    private static var other: PetitionEvent.Submitted {
        var data = PetitionEvent.Submitted()
        data.number = "KT1080767000099"
        return data
    }
}
