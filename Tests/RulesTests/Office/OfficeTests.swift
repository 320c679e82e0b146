import Entries
import Events
import Rules
import TestSupport
import Testing

@Suite struct OfficeTests {
    let settings = TestOffice.settings
    let now = TestOffice.time(2024, 7, 8)

    private func refusal(
        _ proposal: OfficeEvent, by actor: Actor = TestOffice.administrator,
        in settings: OfficeSettings? = nil, with sections: Set<SectionKind> = []
    ) -> OfficeRefusal? {
        let settings = settings ?? self.settings
        var circumstances = Circumstances(now: now, settings: settings)
        circumstances.sections = sections
        do throws(OfficeRefusal) {
            _ = try OfficeSettings.decide(
                OfficeCommand(proposal), in: settings, by: actor, with: circumstances)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Services

    @Test func `a definition that cannot work is refused with its problems`() {
        var definition = TestService.definition
        definition.version = 2
        definition.states.append(
            StateDefinition(code: "limbo", name: LocalText("ลอย"), status: .inProgress))
        guard
            case .unworkable(let problems) = refusal(.serviceDefined(.init(definition: definition)))
        else { return #expect(Bool(false)) }
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { !$0.thai.isEmpty && !$0.english.isEmpty })
    }

    @Test func `a definition names what the office has, and is the next version`() {
        func refusal(_ change: (inout ServiceDefinition) -> Void) -> OfficeRefusal? {
            var definition = TestService.definition
            definition.version = 2
            change(&definition)
            return self.refusal(.serviceDefined(.init(definition: definition)))
        }
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.version = 1 } == .wrongVersion(expected: 2))
        #expect(refusal { $0.department = "x" } == .unknown(.department, "x"))
        #expect(refusal { $0.departments = ["works", "x"] } == .unknown(.department, "x"))
        #expect(refusal { $0.category = "x" } == .unknown(.category, "x"))
        #expect(refusal { $0.retention = "x" } == .unknown(.retention, "x"))
        #expect(refusal { $0.clocks[0].calendar = "x" } == .unknown(.calendar, "x"))
        #expect(refusal { $0.code = "no blanks" } == .invalid(.code))
        #expect(refusal { $0.name = LocalText(" ") } == .missing(.name))
        #expect(
            refusal { $0.manual = [LocalText(String(repeating: "ก", count: 30_000))] } == .tooLarge)
    }

    @Test func `a running case keeps its definition when a new one comes`() {
        var next = TestService.definition
        next.version = 2
        let both = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: next))])
        #expect(both.definition(of: TestService.code)?.version == 2)
        #expect(both.definition(of: TestService.code, version: 1)?.version == 1)
        #expect(both.definition(of: TestService.code, version: 3) == nil)
    }

    @Test func `a category that a service needs stays`() {
        #expect(refusal(.categoryWithdrawn(.init(code: "road"))) == .inUse("ซ่อมถนน"))
        #expect(refusal(.categoryWithdrawn(.init(code: "smell"))) == nil)
        #expect(refusal(.categoryWithdrawn(.init(code: "x"))) == .unknown(.category, "x"))
    }

    // MARK: People

    @Test func `a department does not stand above itself, and is not left empty-handed`() {
        func define(_ code: String, under parent: String?) -> OfficeEvent {
            .departmentDefined(.init(code: code, name: LocalText("งาน"), parent: parent))
        }
        #expect(refusal(define("works", under: "lights")) == .circular)
        #expect(refusal(define("works", under: "x")) == .unknown(.department, "x"))
        #expect(refusal(define("parks", under: "works")) == nil)
        func withdraw(_ code: String, to successor: String? = nil) -> OfficeRefusal? {
            refusal(.departmentWithdrawn(.init(code: code, successor: successor)))
        }
        #expect(withdraw("health") == .inUse("outsider"))
        #expect(withdraw("lights") == nil)
        #expect(withdraw("lights", to: "lights") == .circular)
        #expect(withdraw("x") == .unknown(.department, "x"))
    }

    @Test func `somebody must remain who may change settings`() {
        #expect(refusal(.officerDismissed(.init(officer: "admin"))) == .lastAdministrator)
        let fewer = OfficeEvent.officerChanged(.init(officer: "admin", roles: [.handler]))
        #expect(refusal(fewer) == .lastAdministrator)
        let two = TestOffice.fold(
            TestOffice.events + [
                .officerAppointed(.init(officer: "admin-2", roles: [.administrator]))
            ])
        #expect(refusal(.officerDismissed(.init(officer: "admin")), in: two) == nil)
        #expect(refusal(.officerDismissed(.init(officer: "handler"))) == nil)
    }

    @Test func `nobody gives himself roles or another department`() {
        let admin = TestOffice.administrator
        func change(
            _ officer: String, _ roles: [Role], _ unit: String? = nil, by actor: Actor
        ) -> OfficeRefusal? {
            refusal(
                .officerChanged(.init(officer: officer, roles: roles, department: unit)), by: actor)
        }
        #expect(change("admin", [.administrator, .mayor], by: admin) == .ownPost)
        #expect(change("admin", [.administrator], "works", by: admin) == .ownPost)
        // One's particulars one may change, and another's roles.
        #expect(change("admin", [.administrator], by: admin) == nil)
        #expect(change("handler", [.handler, .head], "works", by: admin) == nil)
        #expect(change("admin", [.administrator, .mayor], by: .system) == nil)
    }

    @Test(arguments: [Role.auditor, .dpo]) func `whoever oversees the work does not do it`(
        role: Role
    ) {
        for acting in [Role.receiver, .handler, .head, .clerk, .mayor, .identityChecker] {
            let conflict = OfficeRefusal.overseerActs(overseeing: role, acting: acting)
            #expect(
                refusal(.officerAppointed(.init(officer: "new", roles: [acting, role])))
                    == conflict)
            #expect(
                refusal(.officerChanged(.init(officer: "colleague", roles: [acting, role])))
                    == conflict)
        }
        #expect(
            refusal(.officerAppointed(.init(officer: "new", roles: [role, .administrator]))) == nil)
        // Whoever was both before is still who he is: the particulars change without the roles.
        let both = TestOffice.fold(
            TestOffice.events + [
                .officerAppointed(.init(officer: "both", roles: [.handler, role]))
            ])
        #expect(
            refusal(.officerChanged(.init(officer: "both", roles: [role, .handler])), in: both)
                == nil)
    }

    @Test func `an officer is appointed once, with roles of an officer`() {
        func appoint(_ officer: String, _ roles: [Role], in unit: String? = nil) -> OfficeRefusal? {
            refusal(.officerAppointed(.init(officer: officer, roles: roles, department: unit)))
        }
        #expect(appoint("handler", [.handler]) == .exists(.officer, "handler"))
        #expect(appoint("new", []) == .missing(.roles))
        #expect(appoint("new", [.citizen]) == .invalid(.roles))
        #expect(appoint("new", [.handler], in: "x") == .unknown(.department, "x"))
        #expect(appoint("new", [.handler], in: "works") == nil)
        #expect(
            refusal(.officerChanged(.init(officer: "x", roles: [.handler])))
                == .unknown(.officer, "x"))
    }

    @Test func `one's substitute is one's own choice, or the clerk's and the administrator's`() {
        let set = OfficeEvent.substituteSet(.init(officer: "handler", substitute: "colleague"))
        for actor in [TestOffice.handler, TestOffice.clerk, TestOffice.administrator] {
            #expect(refusal(set, by: actor) == nil, "\(actor.id)")
        }
        for actor in [TestOffice.head, TestOffice.colleague] {
            #expect(refusal(set, by: actor) == .wrongRole, "\(actor.id)")
        }
    }

    @Test func `who works on cases and belongs to no department reads those of all`() {
        func reads(_ roles: [Role], in department: String? = nil) -> Bool {
            DeskScope.isUnbound(roles, department: department)
        }
        for role in [Role.head, .handler] {
            #expect(reads([role]) && reads([role, .administrator]))
            #expect(!reads([role], in: "works"))
        }
        // By their office, not by a slip.
        #expect(!reads([.clerk]) && !reads([.head, .mayor]) && !reads([.administrator]))
        #expect(!reads([.handler, .auditor]) && !reads([.identityChecker]))
    }

    @Test func `a substitute is somebody else, for a time that goes forward`() {
        func substitute(_ other: String, _ from: Int, _ until: Int) -> OfficeRefusal? {
            refusal(
                .substituteSet(
                    .init(
                        officer: "handler", substitute: other,
                        from: CivilDate(year: 2024, month: 7, day: from),
                        until: CivilDate(year: 2024, month: 7, day: until))),
                by: TestOffice.handler)
        }
        #expect(substitute("handler", 1, 2) == .circular)
        #expect(substitute("colleague", 2, 1) == .datesReversed)
        #expect(substitute("x", 1, 2) == .unknown(.officer, "x"))
        for other in ["auditor", "dpo", "checker", "admin"] {
            #expect(substitute(other, 1, 2) == .cannotStandIn(other), "\(other)")
        }
        #expect(substitute("colleague", 1, 2) == nil)
    }

    @Test func `settings are the administrator's; some are others' too`() {
        let news = OfficeEvent.newsPublished(
            .init(news: "n1", title: LocalText("ข่าว"), body: LocalText("เนื้อหา")))
        let numbering = OfficeEvent.numberingSet(.init(prefix: "KT", digit: 1, width: 6))
        let view = OfficeEvent.viewSaved(.init(view: "v1", officer: "handler"))
        #expect(refusal(news, by: TestOffice.clerk) == nil)
        #expect(refusal(news, by: TestOffice.handler) == .wrongRole)
        #expect(refusal(numbering, by: TestOffice.clerk) == .wrongRole)
        #expect(refusal(numbering, by: .system) == nil)
        #expect(refusal(numbering, by: TestOffice.citizen) == .wrongRole)
        #expect(refusal(view, by: TestOffice.handler) == nil)
        #expect(refusal(view, by: TestOffice.colleague) == .wrongRole)
        #expect(refusal(.logRestored(.init(epoch: 2, position: 1))) == .notByHand)
    }

    // MARK: Calendar

    @Test func `a day that has passed cannot become a holiday`() {
        func declare(_ month: Int, _ day: Int) -> OfficeRefusal? {
            refusal(
                .holidayDeclared(
                    .init(
                        date: CivilDate(year: 2024, month: month, day: day)!,
                        name: LocalText("วันหยุดพิเศษ"), kind: .cabinet)))
        }
        #expect(declare(7, 7) == .holidayInThePast(CivilDate(year: 2024, month: 7, day: 7)!))
        #expect(declare(7, 9) == nil)
        #expect(declare(7, 29) == .exists(.holiday, "29 กรกฎาคม 2567"))
        let day = CivilDate(year: 2024, month: 7, day: 10)!
        #expect(refusal(.holidayWithdrawn(.init(date: day))) == .notAHoliday(day))
        let hours = [
            DayHours(weekday: 1, openMinute: 600, closeMinute: 500)
        ]
        #expect(refusal(.hoursSet(.init(hours: hours))) == .hours(.notHours))
        #expect(refusal(.calendarYearDeclared(.init(year: 2024))) == .exists(.year, "2567"))
        #expect(refusal(.calendarYearDeclared(.init(year: 2028))) == nil)
    }

    // MARK: Words and policies

    @Test func `messages hold no links, and an SMS fits into one`() {
        func template(_ channel: NoticeChannel, _ text: String) -> OfficeRefusal? {
            refusal(
                .templateSet(.init(template: "t", channel: channel, body: LocalText(text))))
        }
        #expect(template(.sms, "ดูที่ https://example.go.th") == .linkNotAllowed)
        #expect(template(.email, "ดูที่ WWW.example.go.th") == .linkNotAllowed)
        #expect(template(.line, "ดูที่ https://example.go.th") == nil)
        #expect(template(.sms, String(repeating: "ก", count: 71)) == .messageTooLong(71))
        #expect(template(.sms, "รับคำร้อง {number} แล้ว") == nil)
        #expect(
            refusal(.registrationPolicySet(.init(reset: .link, resetMinutes: 10)))
                == .linkNotAllowed)
    }

    @Test func `policies stay within bounds`() {
        #expect(
            refusal(.passwordPolicySet(.init(least: 4, most: 16))) == .invalid(.passwordPolicy))
        #expect(
            refusal(.registrationPolicySet(.init(reset: .code, resetMinutes: 0)))
                == .invalid(.minutes))
        #expect(
            refusal(.numberingSet(.init(prefix: "kt", digit: 1, width: 6))) == .invalid(.prefix))
        #expect(
            refusal(.numberingSet(.init(prefix: "KT", digit: 10, width: 6))) == .invalid(.number))
        #expect(
            refusal(.uploadPolicySet(.init(policy: UploadPolicy(largestBytes: 0, types: ["pdf"]))))
                == .invalid(.uploads))
        #expect(
            refusal(.uploadPolicySet(.init(policy: UploadPolicy(largestBytes: 5))))
                == .missing(.policy))
        #expect(
            refusal(
                .retentionSet(
                    .init(code: "r", name: LocalText("ป"), keep: TimeSpan(amount: 0, unit: .years)))
            )
                == .invalid(.span))
        #expect(
            refusal(.termsPublished(.init(version: 3, text: LocalText("ข้อ"))))
                == .wrongVersion(expected: 2))
        #expect(
            refusal(.noticePublished(.init(version: 2, text: LocalText("")))) == .missing(.text))
    }

    @Test func `an export of personal data says why`() {
        let export = OfficeEvent.dataExported(.init(format: "csv", isNamed: true))
        #expect(refusal(export, by: TestOffice.auditor) == .missing(.reason))
        #expect(refusal(export, by: TestOffice.auditor, with: [.reason]) == nil)
        #expect(refusal(export, by: TestOffice.handler, with: [.reason]) == .wrongRole)
    }

    @Test func `an export without names needs neither a reason nor a role`() {
        let export = OfficeEvent.dataExported(.init(format: "csv"))
        #expect(refusal(export, by: TestOffice.handler) == nil)
        #expect(refusal(export, by: .importer) == .wrongRole)
    }

    @Test func `an import begins and ends once`() {
        let start = OfficeEvent.importStarted(
            .init(run: "r1", system: "wabo", file: .zero, map: .zero))
        let end = OfficeEvent.importFinished(
            .init(run: "r1", cases: 1, events: 1, steps: 0, refused: 0))
        #expect(refusal(start, by: .importer) == nil)
        #expect(refusal(end, by: .importer) == .unknown(.run, "r1"))
        let begun = TestOffice.fold(TestOffice.events + [start])
        #expect(refusal(start, by: .importer, in: begun) == .exists(.run, "r1"))
        #expect(refusal(end, by: .importer, in: begun) == nil)
        #expect(refusal(start, by: TestOffice.administrator) == .wrongRole)
    }

    @Test func `history is taken in whatever it says and in whatever order`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let events = try OfficeEvent.types.compactMap { try Self.blank($0) }
        #expect(events.count == OfficeEvent.types.count)
        for _ in 0..<20 {
            var settings = OfficeSettings()
            for version in 1...60 {
                guard let event = events.randomElement(using: &generator) else { continue }
                settings.apply(
                    event, Recording(actor: "a", time: now, version: version))
                #expect(settings.version == version)
            }
        }
    }

    private static func blank(_ type: any EventData.Type) throws -> OfficeEvent? {
        func read<Data: EventData>(_ type: Data.Type) throws -> OfficeEvent? {
            var encoder = FieldEncoder()
            encoder.data(Data(), frame: EventFrame())
            var decoder = FieldDecoder(CanonicalReader(encoder.writer.bytes))
            return try OfficeEvent.read(
                name: Data.name, version: Data.version, from: &decoder)
        }
        return try read(type)
    }
}
