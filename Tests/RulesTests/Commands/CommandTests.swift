import Entries
import Events
import Rules
import Testing

@Suite struct CommandTests {
    static let petition: [PetitionCommand] = [
        .submit(CaseFile.submit), .correct(.init(attachments: 2, documents: ["photo"])),
        .withdraw(.init()), .message(.init(channel: .web)),
        .attach(.init(attachments: 1, documents: ["photo"])), .rate(.init(score: 3)),
        .linkOwner(.init(identityLevel: .ial3)),
        .resetTracking(.init(tracking: .code, via: .counter)), .receive(.init(action: "take")),
        .start(.init()),
        .askCorrection(
            .init(
                action: "ask", items: 1, documents: ["d"], fields: ["f"],
                allowed: TimeSpan(amount: 7, unit: .days), isCausedByPetitioner: true)),
        .acceptCorrection(.init()), .complete(.init(outcome: "repaired")),
        .reject(.init(ground: "private-road")), .reopen(.init(ground: .office)),
        .forward(.init(to: "health")),
        .refer(.init(agencyCode: "pea", manner: .informed, letter: "กท 1/2567")),
        .waitFor(.init(agency: "กรมทางหลวง")), .resume(.init()),
        .merge(.init(into: "KT1080767000099")), .unmerge(.init()),
        .changeDefinition(.init(service: "pothole", definition: 2, state: "work")), .claim,
        .takeOver, .release, .assign(.init(officer: "colleague")), .note(.init()),
        .answer(.init()), .dismissDuplicate(.init(other: "KT1080767000099")),
        .recategorise(.init(category: "smell", subcategory: "s", department: "d")),
        .setUrgency(.init(urgency: .urgent)),
        .setConfidentiality(.init(isConfidential: false, category: "c", subcategory: "s")),
        .extend(.init(clock: "finish", by: TimeSpan(amount: 1, unit: .days))),
        .noticeDelay(.init(clock: "finish", letter: "1")),
        .setAppointment(.init(number: 1, at: Instant(milliseconds: 5), purpose: "p")),
        .cancelAppointment(.init(number: 1)),
        .issueDocument(.init(number: "1", kind: .licence)),
        .revokeDocument(.init(number: "3")),
        .recordPayment(.init(satang: 5000, method: .cash, fee: "repair")),
        .checkIdentity(.init(method: .card, outcome: .matched, level: .ial23)),
        .certifyCopies(.init(copies: 1)),
        .notify(.init(channel: .email, template: "t", outcome: .sent)),
        .view(.init(parts: [.text])),
        .nearDeadline(.init(clock: "f", round: 1, due: Instant(milliseconds: 1))),
        .missDeadline(.init(clock: "f", round: 1, due: Instant(milliseconds: 1))),
        .escalate(.init(clock: "finish", rung: 1)),
        .scheduleErasure(.init(on: CivilDate(dayNumber: 20_000))),
        .holdErasure(.init(until: CivilDate(dayNumber: 20_000))), .endErasureHold(.init()),
        .approveErasure(.init(ground: .retention)),
        .erase(.init(key: TestOffice.key, ground: .request)),
        .importSubmit(ImportTests.submit),
        .importStep(
            .init(.received, step: SourceStep(activity: "T02", index: 2, resource: "R1"))),
    ]

    static let account: [AccountCommand] = [
        .register(.init()), .addEvidence(.init(photos: 2)),
        .verifyIdentity(.init(level: .ial13, method: .photo, rekeyed: .matched)),
        .refuseIdentity(.init(grounds: ["blurred"])), .correctIdentity(.init()),
        .setProfilePicture(.init()), .changeContact(.init(kinds: [.email])),
        .confirmContact(.init(contact: .email, method: .otp)),
        .bounceContact(.init(contact: .email)), .setPassword, .requestReset,
        .resetPassword(.init(via: .code)), .linkLogin(.init(provider: .line)),
        .unlinkLogin(.init(provider: .line)), .endSessions(.init(why: .signedOut)),
        .acceptTerms(.init(version: 1)), .showNotice(.init(version: 1)),
        .giveConsent(.init(purpose: "news", version: 1)),
        .withdrawConsent(.init(purpose: "news")),
        .notify(.init(channel: .email, template: "t", outcome: .sent)),
        .view(.init(parts: [.identity])), .requestAccess(.init(channel: .web)),
        .answerAccess(.init(answer: .granted)), .requestErasure(.init(channel: .web)),
        .approveErasure(.init(ground: .request)), .refuseErasure(.init(ground: "duty")),
        .erase(.init(key: TestOffice.key, ground: .request)),
        .completeErasure(.init(keys: 1, epoch: 2)),
    ]

    static var all: [Command] {
        petition.map { .petition(number: "KT1080767000011", $0) }
            + account.map { .account(id: "a1", $0) }
            + TestOffice.events.map { .office(OfficeCommand($0)) }
    }

    @Test func `every command comes back from its bytes`() throws {
        for command in Self.all {
            #expect(try Command.decoded(command.encoded()) == command)
        }
        let submit = Command.petition(number: nil, .submit(CaseFile.submit))
        #expect(try Command.decoded(submit.encoded()) == submit)
    }

    @Test func `no two commands have the same name`() {
        let names = Self.petition.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(Self.account.map(\.name)).count == Self.account.count)
        #expect(names.contains("ask-correction"))
    }

    @Test func `a command's bytes can be read by any JSON tool`() {
        let claim = Command.petition(number: "KT1080767000011", .claim)
        #expect(
            String(decoding: claim.encoded(), as: UTF8.self)
                == #"{"command":"petition/claim","payload":{},"stream":"KT1080767000011"}"#)
    }

    @Test(arguments: [
        #"{"command":"petition/fly","payload":{}}"#, #"{"command":"house/claim","payload":{}}"#,
        #"{"command":"account/set-password","payload":{}}"#,
        #"{"command":"petition/claim","payload":{"x":1}}"#,
        #"{"command":"petition/claim"}"#, #"{"payload":{}}"#, "", "[]",
        #"{"command":"petition/claim","payload":{}} "#,
    ]) func `what is no command is refused`(text: String) {
        #expect(throws: CanonicalError.self) { try Command.decoded(Array(text.utf8)) }
    }

    @Test func `an actor travels with all that is known of it`() throws {
        for actor in TestOffice.officers + [TestOffice.citizen, .system, .importer] {
            #expect(try Actor.decoded(actor.encoded()) == actor)
        }
    }
}
