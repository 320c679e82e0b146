import Entries
import Events
import Rules
import Testing

@Suite struct RoutingTests {
    let handler = TestOffice.handler

    @Test func `a case that is forwarded is with nobody in the other department`() throws {
        var file = try CaseFile.working()
        let event = try file.act(.forward(.init(to: "health")), by: handler)
        guard case .forwarded(let data) = event else { return #expect(Bool(false)) }
        #expect(data.from == "works" && data.to == "health")
        #expect(file.petition?.owner == nil && file.petition?.department == "health")
    }

    @Test func `it is forwarded to another department that there is and that the service allows`()
        throws
    {
        var file = try CaseFile.working()
        #expect(file.refusal(.forward(.init(to: "works")), by: handler) == .sameDepartment)
        #expect(
            file.refusal(.forward(.init(to: "x")), by: handler) == .unknown(.department, "x"))
        var definition = TestService.definition
        definition.departments = ["works", "clerk"]
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: definition))])
        #expect(
            file.refusal(.forward(.init(to: "health")), by: handler) == .departmentNotAllowed)
    }

    @Test func `a referral names the agency and tells the petitioner`() throws {
        let file = try CaseFile.working()
        func refusal(
            _ refer: PetitionCommand.Refer, _ sections: Set<SectionKind> = [.message]
        ) -> PetitionRefusal? {
            file.refusal(.refer(refer), by: handler, with: sections)
        }
        #expect(refusal(.init(manner: .forwarded)) == .missing(.agency))
        #expect(refusal(.init(agency: "  ", manner: .forwarded)) == .missing(.agency))
        #expect(refusal(.init(agencyCode: "x", manner: .informed)) == .unknown(.agency, "x"))
        #expect(refusal(.init(agencyCode: "pea", manner: .forwarded), []) == .missing(.notice))
        let event = try file.outcome(
            .refer(.init(agencyCode: "pea", manner: .forwarded)), by: handler, with: [.message])
        guard case .referred(let data) = event else { return #expect(Bool(false)) }
        #expect(data.agency == "การไฟฟ้าส่วนภูมิภาค" && data.status == .referred)
    }

    @Test func `waiting for another agency is visible and ends`() throws {
        var file = try CaseFile.working()
        #expect(file.refusal(.waitFor(.init()), by: handler) == .missing(.agency))
        try file.act(.waitFor(.init(agency: "กรมทางหลวง")), by: handler)
        #expect(file.petition?.waitsFor == "กรมทางหลวง")
        let event = try file.act(.resume(.init()), by: handler)
        guard case .waitingEnded(let data) = event else { return #expect(Bool(false)) }
        #expect(data.agency == "กรมทางหลวง")
        #expect(file.petition?.waitsFor == nil && file.petition?.state == "work")
    }

    @Test func `a case is merged into another, and parted again`() throws {
        var file = try CaseFile.taken()
        let merge = PetitionCommand.merge(.init(into: "KT1080767000012"))
        #expect(file.refusal(merge, by: handler) == .unknown(.petition, "KT1080767000012"))
        file.other = try Self.other()
        try file.act(merge, by: handler)
        #expect(file.petition?.mergedInto == "KT1080767000012")
        #expect(file.petition?.status == .merged)
        let answer = PetitionCommand.answer(.init())
        #expect(
            file.refusal(answer, by: handler, with: [.message])
                == .mergedInto("KT1080767000012"))
        let event = try file.act(.unmerge(.init()), by: handler)
        guard case .unmerged(let data) = event else { return #expect(Bool(false)) }
        #expect(data.from == "KT1080767000012")
        #expect(file.petition?.mergedInto == nil && file.petition?.isFinished == false)
    }

    private static func other() throws -> Petition {
        var other = CaseFile()
        other.number = "KT1080767000012"
        try other.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner])
        return try #require(other.petition)
    }

    @Test func `nothing is merged into itself, nor into what goes on elsewhere`() throws {
        var file = try CaseFile.taken()
        #expect(
            file.refusal(.merge(.init(into: file.number)), by: handler) == .mergeIntoItself)
        var gone = CaseFile()
        gone.petition = try Self.other()
        gone.other = file.petition
        try gone.act(.merge(.init(into: file.number)), by: TestOffice.receiver)
        file.other = gone.petition
        #expect(
            file.refusal(.merge(.init(into: "KT1080767000012")), by: handler)
                == .mergedInto(file.number))
    }

    @Test func `two cases that only look alike are noted`() throws {
        var file = try CaseFile.taken()
        let dismiss = PetitionCommand.dismissDuplicate(.init(other: "KT1080767000012"))
        #expect(file.refusal(dismiss, by: handler) == .unknown(.petition, "KT1080767000012"))
        file.other = try Self.other()
        #expect(file.refusal(dismiss, by: handler) == nil)
        #expect(file.refusal(dismiss, by: TestOffice.citizen) == .wrongRole)
    }

    @Test func `a running case moves to another definition with a reason and a state of it`()
        throws
    {
        var file = try CaseFile.working()
        var next = TestService.definition
        next.version = 2
        next.states.removeAll { $0.code == "work" }
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: next))])
        func refusal(
            _ version: Int, _ state: String?, by actor: Actor = TestOffice.clerk
        ) -> PetitionRefusal? {
            file.refusal(
                .changeDefinition(
                    .init(service: TestService.code, definition: version, state: state)),
                by: actor, with: [.reason])
        }
        #expect(refusal(2, "taken", by: handler) == .wrongRole)
        #expect(refusal(1, nil) == .nothingChanges)
        #expect(refusal(3, nil) == .unknown(.definition, "pothole 3"))
        #expect(refusal(2, nil) == .unknown(.state, "work"))
        #expect(refusal(2, "taken") == nil)
        #expect(file.settings.definition(of: file.petition!)?.version == 1)
        try file.act(
            .changeDefinition(.init(service: TestService.code, definition: 2, state: "taken")),
            by: TestOffice.clerk, with: [.reason])
        #expect(file.settings.definition(of: file.petition!)?.version == 2)
    }
}
