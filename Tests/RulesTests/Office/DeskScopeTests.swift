import Entries
import Events
import Rules
import Testing

@Suite struct DeskScopeTests {
    private let today = CivilDate(year: 2026, month: 3, day: 2)!

    private func scope(_ actor: Actor, _ events: [OfficeEvent] = []) throws -> DeskScope {
        let settings = TestOffice.fold(TestOffice.events + events)
        let officer = try #require(settings.activeOfficer(actor.id))
        return DeskScope(of: officer, in: settings, on: today)
    }

    private func sight(
        _ scope: DeskScope, _ department: String?, owner: String? = nil,
        isConfidential: Bool = false
    ) -> DeskScope.Sight? {
        scope.sight(department: department, owner: owner, isConfidential: isConfidential)
    }

    @Test func `a handler sees the own department, what is below it, and what has none yet`() throws
    {
        let scope = try scope(TestOffice.handler)
        #expect(scope.departments == ["works", "lights"])
        #expect(sight(scope, "works") == .whole)
        #expect(sight(scope, "lights") == .whole)
        #expect(sight(scope, nil) == .whole)
        #expect(sight(scope, "health") == nil)
        #expect(sight(scope, "clerk") == nil)
    }

    @Test(arguments: [
        TestOffice.receiver, TestOffice.clerk, TestOffice.dpo, TestOffice.auditor,
    ])
    func `who works for the whole office sees every department`(actor: Actor) throws {
        let scope = try scope(actor)
        #expect(scope.departments == nil)
        #expect(sight(scope, "works") == .whole)
        #expect(sight(scope, "health") == .whole)
    }

    @Test func `an officer of no department sees every department`() throws {
        let roaming = OfficeEvent.officerAppointed(.init(officer: "roaming", roles: [.handler]))
        let scope = try scope(.officer("roaming", .handler), [roaming])
        #expect(scope.departments == nil)
        #expect(sight(scope, "health") == .whole)
    }

    @Test func `an own case stays in sight wherever it is, and that of whom one stands in for`()
        throws
    {
        let set = OfficeEvent.substituteSet(
            .init(officer: "outsider", substitute: "handler", from: today, until: today))
        let scope = try scope(TestOffice.handler, [set])
        #expect(sight(scope, "health", owner: "handler") == .whole)
        #expect(sight(scope, "health", owner: "outsider", isConfidential: true) == .whole)
        #expect(sight(scope, "health", owner: "colleague") == nil)
        let settings = TestOffice.fold(TestOffice.events + [set])
        let tomorrow = DeskScope(
            of: settings.officers["handler"]!, in: settings,
            on: CivilDate(dayNumber: today.dayNumber + 1))
        #expect(sight(tomorrow, "health", owner: "outsider") == nil)
    }

    @Test func `a confidential case shows its outline to whoever does not have it`() throws {
        let handler = try scope(TestOffice.handler)
        #expect(sight(handler, "works", isConfidential: true) == .outline)
        #expect(sight(handler, "works", owner: "colleague", isConfidential: true) == .outline)
        #expect(sight(handler, "works", owner: "handler", isConfidential: true) == .whole)
        for actor in [TestOffice.head, TestOffice.clerk, TestOffice.dpo] {
            #expect(sight(try scope(actor), "works", isConfidential: true) == .whole, "\(actor.id)")
        }
        for actor in [TestOffice.auditor, TestOffice.receiver] {
            let scope = try scope(actor)
            #expect(sight(scope, "works", isConfidential: true) == .outline, "\(actor.id)")
        }
    }

    @Test func `lists with names leave the house with those alone who answer for it`() throws {
        for actor in [TestOffice.handler, TestOffice.receiver] {
            #expect(try !scope(actor).mayExportNames, "\(actor.id)")
        }
        for actor in [
            TestOffice.head, TestOffice.clerk, TestOffice.dpo, TestOffice.auditor,
            TestOffice.administrator,
        ] { #expect(try scope(actor).mayExportNames, "\(actor.id)") }
    }

    @Test func `the roles that are named for lists with names are those that may, and no others`()
        throws
    {
        for actor in TestOffice.officers where DeskArea.cases.isOpen(to: actor.roles) {
            #expect(
                try scope(actor).mayExportNames == actor.hasAny(of: DeskScope.nameExporters),
                "\(actor.id)")
        }
        #expect(DeskScope.nameExporters.allSatisfy { DeskArea.cases.isOpen(to: [$0]) })
    }
}
