import Events
import Rules
import Testing

@Suite struct DeskTests {
    let handler = TestOffice.handler

    @Test func `notes, answers and messages come with their text`() throws {
        let file = try CaseFile.taken()
        let message = PetitionCommand.message(.init(channel: .phone))
        #expect(file.refusal(.note(.init()), by: handler) == .missing(.note))
        #expect(file.refusal(.note(.init()), by: TestOffice.colleague, with: [.note]) == nil)
        #expect(file.refusal(.note(.init()), by: TestOffice.auditor, with: [.note]) == .wrongRole)
        #expect(file.refusal(.answer(.init()), by: handler) == .missing(.message))
        #expect(
            file.refusal(.answer(.init()), by: TestOffice.colleague, with: [.message])
                == .withAnother(officer: "handler"))
        #expect(file.refusal(message, by: TestOffice.citizen, with: [.message]) == nil)
        #expect(file.refusal(message, by: .citizen("c-2"), with: [.message]) == .notThePetitioner)
        #expect(file.refusal(message, by: handler, with: [.message]) == nil)
    }

    @Test func `a connected system adds messages to what it filed, and to nothing else`() throws {
        var events = TestOffice.events
        for code in ["fms", "other"] {
            events.append(
                .subscriberSet(.init(subscriber: code, name: code, scopes: ["petitions:file"])))
        }
        var file = CaseFile()
        file.settings = TestOffice.fold(events)
        let fms = Actor.client(.init(subscriber: "fms", name: "fms", scopes: ["petitions:file"]))
        let other = Actor.client(
            .init(subscriber: "other", name: "other", scopes: ["petitions:file"]))
        try file.act(.submit(CaseFile.submit), by: fms, with: [.text, .petitioner, .owner])
        let message = PetitionCommand.message(.init(channel: .api))
        #expect(file.refusal(message, by: fms) == .missing(.message))
        #expect(file.refusal(message, by: fms, with: [.message]) == nil)
        #expect(file.refusal(message, by: other, with: [.message]) == .wrongRole)
        #expect(file.refusal(.note(.init()), by: fms, with: [.note]) == .wrongRole)
    }

    @Test func `files are attached by the petitioner or the desk`() throws {
        let file = try CaseFile.taken()
        let attach = PetitionCommand.attach(.init(attachments: 1, documents: ["photo"]))
        #expect(file.refusal(attach, by: TestOffice.citizen) == .missing(.attachment))
        #expect(
            file.refusal(
                .attach(.init(attachments: 1, documents: ["x"])), by: handler, with: [.attachment])
                == .unknown(.document, "x"))
        for (actor, party) in [(TestOffice.citizen, Party.citizen), (handler, .officer)] {
            let event = try file.outcome(attach, by: actor, with: [.attachment])
            #expect(event == .attached(.init(by: party, attachments: 1, documents: ["photo"])))
        }
    }

    @Test func `another category may mean another department, and then nobody has the case`()
        throws
    {
        var file = try CaseFile.taken()
        let smell = PetitionCommand.recategorise(.init(category: "smell"))
        #expect(
            file.refusal(smell, by: TestOffice.colleague) == .withAnother(officer: "handler"))
        #expect(
            file.refusal(.recategorise(.init(category: "x")), by: handler)
                == .unknown(.category, "x"))
        #expect(
            file.refusal(.recategorise(.init(category: "road", department: "x")), by: handler)
                == .unknown(.department, "x"))
        #expect(
            file.refusal(.recategorise(.init(category: "road")), by: handler) == .nothingChanges)
        try file.act(smell, by: handler)
        #expect(file.petition?.category == "smell" && file.petition?.department == "health")
        #expect(file.petition?.owner == nil)
    }

    @Test func `urgency changes to something else`() throws {
        var file = try CaseFile.taken()
        #expect(
            file.refusal(.setUrgency(.init(urgency: .normal)), by: handler) == .nothingChanges)
        try file.act(.setUrgency(.init(urgency: .emergency)), by: handler)
        #expect(file.petition?.urgency == .emergency)
        #expect(
            file.refusal(.setUrgency(.init(urgency: .normal)), by: TestOffice.citizen)
                == .wrongRole)
    }

    @Test func `whoever has a case may hide it; to show it again takes more`() throws {
        var file = try CaseFile.taken()
        let hide = PetitionCommand.setConfidentiality(.init(isConfidential: true))
        #expect(
            file.refusal(hide, by: handler, with: [.classification]) == .missing(.reason))
        #expect(
            file.refusal(hide, by: handler, with: [.reason]) == .missing(.classification))
        try file.act(hide, by: handler, with: [.reason, .classification])
        #expect(file.petition?.isConfidential == true && file.petition?.category == nil)
        let show = PetitionCommand.setConfidentiality(
            .init(isConfidential: false, category: "road"))
        #expect(file.refusal(show, by: handler, with: [.reason]) == .wrongRole)
        try file.act(show, by: TestOffice.head, with: [.reason])
        #expect(file.petition?.isConfidential == false && file.petition?.category == "road")
    }

    @Test func `a confidential case changes its category sealed`() throws {
        var file = try CaseFile.taken()
        try file.act(
            .setConfidentiality(.init(isConfidential: true)), by: handler,
            with: [.reason, .classification])
        let change = PetitionCommand.recategorise(.init(category: "smell", department: "works"))
        #expect(file.refusal(change, by: handler) == .missing(.classification))
        let event = try file.outcome(change, by: handler, with: [.classification])
        #expect(event == .recategorised(.init(department: "works")))
    }

    @Test func `a licence follows from an application, and from nothing else`() throws {
        var file = try CaseFile.taken()
        func issue(_ kind: DocumentKind) -> PetitionRefusal? {
            file.refusal(
                .issueDocument(.init(number: "1", kind: kind)), by: handler, with: [.document])
        }
        #expect(issue(.licence) == .noLicenceHere)
        #expect(issue(.letter) == nil)
        var service = TestService.definition
        service.kind = .service
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: service))])
        file.petition = nil
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        try file.act(.receive(.init()), by: handler)
        #expect(issue(.licence) == nil)
    }

    @Test func `documents are issued once, replaced and revoked`() throws {
        var file = try CaseFile.taken()
        func issue(_ number: String, replaces: String? = nil) -> PetitionCommand {
            .issueDocument(.init(number: number, kind: .certificate, replaces: replaces))
        }
        #expect(file.refusal(issue("1"), by: handler) == .missing(.document))
        #expect(file.refusal(issue(""), by: handler, with: [.document]) == .missing(.number))
        #expect(
            file.refusal(issue("2", replaces: "1"), by: handler, with: [.document])
                == .unknown(.document, "1"))
        try file.act(issue("1"), by: handler, with: [.document])
        #expect(
            file.refusal(issue("1"), by: handler, with: [.document]) == .documentExists("1"))
        try file.act(issue("2", replaces: "1"), by: handler, with: [.document])
        #expect(file.petition?.documents.map(\.isRevoked) == [true, false])
        func revoke(_ number: String) -> PetitionCommand {
            .revokeDocument(.init(number: number))
        }
        #expect(file.refusal(revoke("1"), by: handler, with: [.reason]) == .alreadyRevoked)
        #expect(file.refusal(revoke("2"), by: handler) == .missing(.reason))
        #expect(
            file.refusal(revoke("3"), by: handler, with: [.reason]) == .unknown(.document, "3"))
        try file.act(revoke("2"), by: handler, with: [.reason])
        #expect(file.petition?.documents.allSatisfy(\.isRevoked) == true)
    }

    @Test func `money is counted from nought up, for fees that there are`() throws {
        let file = try CaseFile.taken()
        func refusal(_ satang: Int, _ fee: String?, by actor: Actor) -> PetitionRefusal? {
            file.refusal(
                .recordPayment(.init(satang: satang, method: .cash, fee: fee)), by: actor)
        }
        #expect(refusal(0, nil, by: handler) == .amountNotPositive)
        #expect(refusal(1, "x", by: handler) == .unknown(.fee, "x"))
        #expect(refusal(1, "repair", by: TestOffice.citizen) == .wrongRole)
        // The cashier of another division takes the money too.
        #expect(refusal(1, "repair", by: TestOffice.outsider) == nil)
    }

    @Test func `the office checks who the petitioner is, and certifies copies itself`() throws {
        var file = try CaseFile.taken()
        func check(_ outcome: CheckOutcome) -> PetitionCommand {
            .checkIdentity(.init(method: .registry, outcome: outcome, level: .ial23))
        }
        #expect(file.refusal(check(.matched), by: TestOffice.citizen) == .wrongRole)
        #expect(file.refusal(check(.mismatched), by: TestOffice.checker) == .missing(.reason))
        try file.act(check(.matched), by: TestOffice.checker)
        #expect(file.petition?.identityLevel == .ial23)
        let copies = PetitionCommand.certifyCopies(.init(copies: 1, documents: ["photo"]))
        #expect(file.refusal(copies, by: handler) == .missing(.attachment))
        #expect(file.refusal(copies, by: handler, with: [.attachment]) == nil)
    }

    @Test func `a guest's case is taken into the account of whoever it is`() throws {
        var file = CaseFile()
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.guest, with: [.text, .petitioner])
        let link = PetitionCommand.linkOwner(.init(identityLevel: .ial3))
        #expect(
            file.refusal(link, by: TestOffice.citizen, with: [.owner]) == .missing(.owner))
        file.isOwnerProven = true
        #expect(file.refusal(link, by: TestOffice.citizen) == .missing(.owner))
        #expect(file.refusal(link, by: TestOffice.guest, with: [.owner]) == .notThePetitioner)
        let event = try file.act(link, by: TestOffice.citizen, with: [.owner])
        // What the session knows counts, not what the command says.
        #expect(event == .ownerLinked(.init(identityLevel: .ial13)))
        #expect(file.petition?.pseudonym == "c-1" && file.petition?.tracking == nil)
        #expect(
            file.refusal(link, by: .citizen("c-2"), with: [.owner]) == .nothingChanges)
    }

    @Test func `a guest gets a new code after showing who it is, or at the counter`() throws {
        var file = CaseFile()
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.guest, with: [.text, .petitioner])
        let reset = PetitionCommand.resetTracking(.init(tracking: .code, via: .recovery))
        #expect(file.refusal(reset, by: TestOffice.guest) == .missing(.owner))
        #expect(file.refusal(reset, by: TestOffice.receiver) == nil)
        #expect(file.refusal(reset, by: TestOffice.citizen) == .wrongRole)
        file.isOwnerProven = true
        try file.act(reset, by: TestOffice.guest)
        #expect(file.petition?.tracking == .code)
        let owned = try CaseFile.filed()
        #expect(
            owned.refusal(reset, by: TestOffice.receiver)
                == .notNow(state: "new", status: .submitted))
    }

    @Test func `a code to read is sent for what a telephone follows, and changes nothing`() throws {
        var file = CaseFile()
        var submit = CaseFile.submit
        submit.tracking = .phone
        try file.act(.submit(submit), by: TestOffice.guest, with: [.text, .petitioner])
        let reading = PetitionCommand.resetTracking(.reading)
        #expect(file.refusal(reading, by: TestOffice.guest) == .missing(.owner))
        file.isOwnerProven = true
        let event = try file.act(reading, by: TestOffice.guest)
        #expect(event == .trackingReset(.reading) && file.petition?.tracking == .phone)
        try file.act(
            .resetTracking(.init(tracking: .code, via: .recovery)), by: TestOffice.guest)
        #expect(
            file.refusal(reading, by: TestOffice.guest)
                == .notNow(state: "new", status: .submitted))
    }

    @Test func `whoever looks at personal data is written down`() throws {
        let file = try CaseFile.filed()
        let view = PetitionCommand.view(.init(parts: [.petitioner]))
        #expect(file.refusal(view, by: TestOffice.auditor) == nil)
        #expect(file.refusal(view, by: TestOffice.citizen) == .wrongRole)
        #expect(file.refusal(.view(.init()), by: TestOffice.auditor) == .nothingChanges)
        let notify = PetitionCommand.notify(
            .init(channel: .phone, template: "called", outcome: .delivered))
        #expect(file.refusal(notify, by: .system) == nil)
        #expect(file.refusal(notify, by: TestOffice.receiver) == nil)
        #expect(file.refusal(notify, by: TestOffice.dpo) == .wrongRole)
    }
}
