import Entries
import Events
import Rules
import Testing

/// Every refusal has a word for programs and says in both languages what to do.
@Suite struct RefusalTests {
    static let day = CivilDate(year: 2024, month: 7, day: 8)!
    static let at = TestOffice.time(2024, 7, 8)

    static let petition: [PetitionRefusal] =
        [
            .absent, .alreadyExists, .stale(expected: 3, actual: 5), .erased,
            .notNow(state: "new", status: .submitted), .wrongRole, .notThePetitioner,
            .withAnother(officer: "somchai"), .alreadyYours, .withNobody, .guarded(.feePaid),
            .missingDocument(Wording(thai: "ภาพถ่าย", english: "photo")), .notOffered,
            .notOpenYet(day), .modeNotOffered(.print), .accountNeeded, .inPersonOnly,
            .identityTooLow(needed: .ial13), .termsNotAccepted(current: 2), .returnedBefore,
            .notWaiting, .windowClosed(at), .sameDepartment, .departmentNotAllowed,
            .officerCannotAct("somchai"), .mergedInto("KT1"), .mergeIntoItself, .nothingChanges,
            .deadlinePassed(at), .notExtendable, .extensionsUsedUp(2),
            .longerThanAllowed(TimeSpan(amount: 15, unit: .days)), .enteredLate(afterDays: 30),
            .officerElsewhere("somchai"), .otherKind(.grievance), .noLicenceHere,
            .clockStopped, .tooEarly(at), .beforeImport(at), .inThePast, .documentExists("1"),
            .alreadyRevoked,
            .amountNotPositive, .scoreOutOfRange, .notFinished, .alreadyRated, .erasureNotApproved,
            .alreadyApproved, .stillKept, .onHold, .notOnHold, .alreadyThere(step: 4),
            .stepMissing(expected: 5),
        ] + needs + things

    private static let needs: [PetitionRefusal] = [
        .reason, .remedy, .notice, .message, .note, .defects, .result, .agency, .petitioner,
        .text, .classification, .attachment, .appointment, .document, .number, .key,
        .owner, .channel,
    ].map { .missing($0) }

    private static let things: [PetitionRefusal] = [
        .service, .definition, .state, .action, .category, .department, .officer, .agency,
        .clock, .outcome, .ground, .document, .field, .fee, .appointment, .petition, .key,
    ].map { .unknown($0, "x") }

    static let account: [AccountRefusal] = [
        .absent, .alreadyExists, .taken(.nationalID), .taken(.email), .taken(.phone),
        .taken(.login), .stale(expected: 1, actual: 2), .erased, .wrongRole, .notTheHolder,
        .missing(.key), .missing(.identity), .missing(.contact), .missing(.evidence),
        .missing(.login), .missing(.attachment), .missing(.reason), .missing(.rekeying),
        .photosMissing(needed: 2), .nothingToCheck, .alreadyVerified, .numbersDiffer,
        .levelNotProven, .providerShut(.line), .notLinked(.line), .lastLogin, .noReset,
        .resetExpired, .termsNotCurrent(current: 2), .noticeNotCurrent(current: 2),
        .unknownPurpose("x"), .notRequested, .alreadyRequested, .notBefore(day),
        .alreadyApproved, .notApproved, .wrongKey, .nothingChanges,
    ]

    static let office: [OfficeRefusal] =
        [
            .absent, .alreadyOpen, .stale(expected: 1, actual: 2), .wrongRole, .notByHand,
            .wrongVersion(expected: 2), .unworkable([Wording(thai: "ก", english: "a")]), .tooLarge,
            .inUse("กองช่าง"), .circular, .lastAdministrator, .ownPost,
            .overseerActs(overseeing: .auditor, acting: .mayor), .cannotStandIn("somchai"),
            .holidayInThePast(day),
            .notAHoliday(day), .datesReversed, .hours(.overlap), .messageTooLong(80),
            .linkNotAllowed,
            .placeholder(
                TemplateMistake(
                    kind: .unknown("x"), line: 2, allowed: [.number])),
            .nothingChanges, .numberTaken(3, upcoming: 4),
        ] + [.name, .text, .reason, .roles, .policy].map { .missing($0) }
        + [
            .code, .prefix, .origin, .number, .passwordPolicy, .minutes, .photos, .uploads,
            .span, .roles, .year, .quietHours,
        ].map { .invalid($0) }
        + [
            .service, .category, .department, .officer, .calendar, .retention, .view, .news,
            .channel, .subscriber, .run, .holiday, .year,
        ].map { .unknown($0, "x") }

    private static let all: [(code: String, wording: Wording)] =
        petition.map { ($0.code, $0.wording) } + account.map { ($0.code, $0.wording) }
        + office.map { ($0.code, $0.wording) }

    @Test func `each says something in Thai and in English`() {
        for (code, wording) in Self.all {
            let isThai = wording.thai.unicodeScalars.contains { (0xE01...0xE5B).contains($0.value) }
            #expect(isThai, "\(code)")
            #expect(wording.english.utf8.count > 5, "\(code)")
        }
    }

    @Test func `officials blame nobody`() {
        for (code, wording) in Self.all {
            #expect(!wording.thai.contains("ให้ถูกต้อง"), "\(code)")
            #expect(!wording.english.lowercased().contains("please"), "\(code)")
        }
    }

    @Test func `each has a word of its own`() {
        for codes in [
            Self.petition.map(\.code), Self.account.map(\.code), Self.office.map(\.code),
        ] {
            #expect(Set(codes).count == codes.count)
            #expect(
                codes.allSatisfy { $0.utf8.allSatisfy { $0 == 45 || (97...122).contains($0) } })
        }
    }

    @Test func `dates are told in the era of the language`() {
        let wording = PetitionRefusal.windowClosed(Self.at).wording
        #expect(wording.thai.contains("8 กรกฎาคม 2567"))
        #expect(wording.english.contains("8 July 2024"))
    }
}
