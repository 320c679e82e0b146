import Entries
import Events
import Rules
import TestSupport
import Threads
import Workflow

/// A real office in a scratch directory, with a clock that the test moves.
final class TestOffice {
    private let scratch: Scratch
    let paths: OfficePaths
    private(set) var office: Office
    private(set) var port: any CommandPort
    let clock: TestClock

    init() throws {
        scratch = try Scratch()
        clock = TestClock(Instant(rfc3339: "2026-03-02T10:00:00+07:00")!)
        paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: "test")
        try Office.create(paths, opening: Self.opening, clock: clock.now)
        (office, port) = try Office.open(paths, clock: clock.now)
        try appoint("officer-1", [.receiver, .handler, .administrator])
    }

    deinit { port.close() }

    /// Closes the office and opens it again.
    func restart() throws {
        port.close()
        (office, port) = try Office.open(paths, clock: clock.now)
    }

    static let opening = OfficeEvent.OfficeOpened(
        code: "test", name: LocalText("เทศบาลตำบลทดสอบ"), kind: .subdistrictMunicipality,
        prefix: "TS", origin: "test.example/ts")

    static let officer = Actor.officer("officer-1", .receiver, .handler, .administrator)

    func appoint(_ officer: String, _ roles: [Role]) throws {
        let appointed = OfficeEvent.OfficerAppointed(officer: officer, roles: roles)
        _ = try accepted(
            port.perform(
                draft(.office(OfficeCommand(.officerAppointed(appointed))), by: .system)))
    }

    /// The data protection officer approves that a case's personal data goes.
    func approveErasure(of number: String) throws {
        if try office.log.settings(of: "test").activeOfficer("officer-8") == nil {
            try appoint("officer-8", [.dpo])
        }
        _ = try accepted(
            port.perform(
                draft(
                    .petition(number: number, .approveErasure(.init(ground: .mistake))),
                    by: .officer("officer-8", .dpo),
                    sections: [PlainSection(Reason(text: "ทดสอบการลบ"))])))
    }

    func draft(
        _ command: Command, by actor: Actor, sections: [PlainSection] = []
    ) -> Draft {
        Draft(command, by: actor, at: clock.now(), sections: sections)
    }

    /// A complaint of a guest, ready to be filed.
    func filing(key: String? = nil, subject: String = "ไฟถนนดับ") -> Draft {
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.tracking = .phone
        submit.terms = 1
        submit.notice = 1
        var draft = draft(
            .petition(number: nil, .submit(submit)), by: .guest("guest-\(subject.count)"),
            sections: [
                PlainSection(
                    Petitioner(
                        givenName: "สมชาย", familyName: "ทดสอบดี", phone: "+66810000001")),
                PlainSection(PetitionText(subject: subject, details: "ดับมาสามคืนแล้ว")),
            ])
        draft.idempotencyKey = key
        return draft
    }

    func take(_ number: String, _ command: PetitionCommand) -> Draft {
        draft(.petition(number: number, command), by: Self.officer)
    }

    func accepted(_ outcome: CommandOutcome) throws -> Receipt {
        guard case .accepted(let receipt) = outcome else { throw NotAccepted(outcome: outcome) }
        return receipt
    }

    struct NotAccepted: Error { let outcome: CommandOutcome }
}

/// A clock that stands where the test puts it.
final class TestClock: Sendable {
    private let instant: Monitor<Instant>

    init(_ instant: Instant) { self.instant = Monitor(instant) }

    var now: @Sendable () -> Instant { { [instant] in instant.with { $0 } } }

    func set(_ moment: Instant) { instant.with { $0 = moment } }

    func advance(milliseconds: Int) {
        instant.with { $0 = $0.advanced(milliseconds: milliseconds) }
    }
}

extension Receipt {
    /// The name of the stream within its kind: a petition's number.
    var name: String { StreamName(subject: stream)?.name ?? "" }
}
