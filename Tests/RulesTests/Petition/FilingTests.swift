import Entries
import Events
import Rules
import Testing

@Suite struct FilingTests {
    let file = CaseFile()
    let sections: Set<SectionKind> = [.text, .petitioner, .owner]

    private func submitted(
        _ submit: PetitionCommand.Submit, by actor: Actor = TestOffice.citizen,
        with more: SectionKind...
    ) throws -> PetitionEvent.Submitted {
        let event = try file.outcome(.submit(submit), by: actor, with: sections.union(more))
        guard case .submitted(let data) = event else { throw PetitionRefusal.absent }
        return data
    }

    @Test func `a citizen files under the newest definition and is sent where the category goes`()
        throws
    {
        let data = try submitted(CaseFile.submit)
        #expect(data.number == "KT1080767000011")
        #expect((data.service, data.definition) == (TestService.code, 1))
        #expect((data.category, data.department) == ("road", "works"))
        #expect(data.standing == Standing(state: "new", status: .submitted))
        #expect(data.identityLevel == .ial13)
        #expect(data.filedBy == nil)
    }

    @Test func `what comes after hours is received at the next opening`() throws {
        var evening = file
        // Friday, 10 April 2569, one minute after closing; Songkran follows.
        evening.now = TestOffice.time(2026, 4, 10, 16, 31)
        let event = try evening.outcome(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: sections)
        guard case .submitted(let data) = event else { return #expect(Bool(false)) }
        #expect(data.enteredAt == evening.now)
        #expect(data.deemedReceivedAt == TestOffice.time(2026, 4, 16, 8, 30))
    }

    @Test func `a letter was received when it came, not when it was typed in`() throws {
        var later = file
        later.occurredAt = TestOffice.time(2024, 7, 4, 9)
        var submit = CaseFile.submit
        submit.channel = .letter
        submit.mode = .counter
        let event = try later.outcome(.submit(submit), by: TestOffice.receiver, with: sections)
        guard case .submitted(let data) = event else { return #expect(Bool(false)) }
        #expect(data.enteredAt == later.now)
        #expect(data.deemedReceivedAt == TestOffice.time(2024, 7, 4, 9))
        #expect(data.filedBy == "receiver")
    }

    @Test(arguments: [(30, false), (31, true), (1061, true)])
    func `what came long ago is entered with a reason`(days: Int, asks: Bool) throws {
        var late = file
        late.occurredAt = file.now.advanced(milliseconds: -days * 86_400_000)
        var submit = CaseFile.submit
        submit.mode = .counter
        let command = PetitionCommand.submit(submit)
        #expect(
            late.refusal(command, by: TestOffice.receiver, with: sections)
                == (asks ? .enteredLate(afterDays: 30) : nil))
        #expect(
            late.refusal(command, by: TestOffice.receiver, with: sections.union([.note])) == nil)
    }

    @Test func `an officer files for somebody who has neither photo nor terms`() throws {
        var submit = PetitionCommand.Submit(
            service: TestService.code, channel: .counter, mode: .counter)
        submit.isOnBehalf = true
        let data = try submitted(submit, by: TestOffice.receiver)
        #expect(data.filedBy == "receiver")
        #expect(data.isOnBehalf)
        var filed = file
        filed.take(.submitted(data), by: TestOffice.receiver)
        #expect(filed.petition?.pseudonym == nil)
    }

    @Test func `a guest follows the case by phone unless the service gives a code`() throws {
        let data = try submitted(CaseFile.submit, by: TestOffice.guest)
        #expect(data.tracking == .phone)
    }

    @Test func `a confidential category comes sealed and stays out of the entry`() throws {
        var submit = CaseFile.submit
        submit.category = "corruption"
        submit.moo = 4
        #expect(
            file.refusal(.submit(submit), by: TestOffice.citizen, with: sections)
                == .missing(.classification))
        let data = try submitted(submit, with: .classification)
        #expect(data.isConfidential)
        #expect(data.category == nil && data.moo == nil)
        #expect(data.department == "clerk")
    }

    @Test func `an anonymous petition needs no petitioner`() throws {
        var submit = CaseFile.submit
        submit.isAnonymous = true
        let event = try file.outcome(.submit(submit), by: TestOffice.guest, with: [.text])
        guard case .submitted(let data) = event else { return #expect(Bool(false)) }
        #expect(data.isAnonymous)
    }

    @Test(arguments: [
        Wrong("no text", .missing(.text)) { _ in
        } sections: {
            $0.remove(.text)
        },
        Wrong("no petitioner", .missing(.petitioner)) { _ in
        } sections: {
            $0.remove(.petitioner)
        },
        Wrong("an unknown service", .unknown(.service, "x")) { $0.service = "x" },
        Wrong("an unknown category", .unknown(.category, "x")) { $0.category = "x" },
        Wrong("an unknown department", .unknown(.department, "x")) { $0.department = "x" },
        Wrong("a mode that is not offered", .wrongRole) { $0.mode = .counter },
        Wrong("old terms", .termsNotAccepted(current: 1)) { $0.terms = nil },
        Wrong("a document short", .missingDocument(Wording(thai: "ภาพถ่าย", english: "ภาพถ่าย"))) {
            $0.documents = []
        },
    ]) func `what is wrong with a filing is said`(wrong: Wrong) {
        var submit = CaseFile.submit
        wrong.spoil(&submit)
        var sections = sections
        wrong.strip(&sections)
        #expect(
            file.refusal(.submit(submit), by: TestOffice.citizen, with: sections) == wrong.refusal)
    }

    struct Wrong: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let refusal: PetitionRefusal
        let spoil: @Sendable (inout PetitionCommand.Submit) -> Void
        let strip: @Sendable (inout Set<SectionKind>) -> Void

        init(
            _ name: String, _ refusal: PetitionRefusal,
            _ spoil: @escaping @Sendable (inout PetitionCommand.Submit) -> Void,
            sections strip: @escaping @Sendable (inout Set<SectionKind>) -> Void = { _ in }
        ) {
            testDescription = name
            self.refusal = refusal
            self.spoil = spoil
            self.strip = strip
        }
    }

    @Test func `a service may ask for more than who the person is known to be`() {
        let stranger = Actor.guest("g-2", .unproven)
        #expect(
            file.refusal(.submit(CaseFile.submit), by: stranger, with: sections)
                == .identityTooLow(needed: .contact))
    }

    @Test func `nobody files without account, on the wrong paper or from afar against the service`()
    {
        func refusal(
            _ change: (inout ServiceDefinition) -> Void,
            _ submit: PetitionCommand.Submit = CaseFile.submit
        ) -> PetitionRefusal? {
            var definition = TestService.definition
            change(&definition)
            var changed = file
            changed.settings = TestOffice.fold(
                TestOffice.events + [
                    .serviceDefined(OfficeEvent.ServiceDefined(definition: definition))
                ])
            return changed.refusal(.submit(submit), by: TestOffice.guest, with: sections)
        }
        #expect(refusal { $0.guests = .refused } == .accountNeeded)
        #expect(refusal { $0.modes = [.print] } == .modeNotOffered(.online))
        #expect(refusal { $0.isInPersonOnly = true } == .inPersonOnly)
        #expect(refusal { _ in } == nil)
    }

    @Test func `a service is filed only while it is offered`() {
        func refusal(_ event: OfficeEvent) -> PetitionRefusal? {
            var changed = file
            changed.settings = TestOffice.fold(TestOffice.events + [event])
            return changed.refusal(
                .submit(CaseFile.submit), by: TestOffice.citizen, with: sections)
        }
        let tomorrow = CivilDate(year: 2024, month: 7, day: 9)!
        let code = TestService.code
        #expect(refusal(.serviceWithdrawn(.init(service: code))) == .notOffered)
        #expect(refusal(.serviceAnnounced(.init(service: code, isSoon: true))) == .notOffered)
        #expect(
            refusal(.serviceAnnounced(.init(service: code, opens: tomorrow)))
                == .notOpenYet(tomorrow))
    }

    @Test func `a department that was dissolved hands on to its successor`() throws {
        var changed = file
        changed.settings = TestOffice.fold(
            TestOffice.events + [.departmentWithdrawn(.init(code: "works", successor: "health"))])
        let event = try changed.outcome(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: sections)
        guard case .submitted(let data) = event else { return #expect(Bool(false)) }
        #expect(data.department == "health")
    }

    @Test func `a number is used once`() throws {
        let filed = try CaseFile.filed()
        #expect(
            filed.refusal(.submit(CaseFile.submit), by: TestOffice.citizen, with: sections)
                == .alreadyExists)
    }

    @Test(arguments: [TestOffice.auditor, TestOffice.dpo, Actor.system, Actor.importer])
    func `not everybody in the house files`(actor: Actor) {
        #expect(
            file.refusal(.submit(CaseFile.submit), by: actor, with: sections) == .wrongRole)
    }

    @Test func `a case that does not exist is said to be absent`() {
        #expect(file.refusal(.receive(.init()), by: TestOffice.receiver) == .absent)
    }
}
