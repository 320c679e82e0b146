import Entries
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Workflow

/// An office in service whose deadlines the test has watched, on a clock that the test moves.
final class WatchedOffice {
    private let scratch: Scratch
    let paths: OfficePaths
    private(set) var office: ServedOffice
    let clock: TestClock

    /// Filings come in on Monday, 2 March 2569, at ten; the 3rd is a holiday.
    init() throws {
        scratch = try Scratch()
        clock = TestClock(Instant(rfc3339: "2026-03-02T10:00:00+07:00")!)
        paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: "test")
        try Office.create(paths, opening: TestOffice.opening, clock: clock.now)
        office = try ServedOffice(paths, clock: clock.now)
        let appointed = OfficeEvent.OfficerAppointed(
            officer: "officer-1", roles: [.receiver, .handler, .head])
        try perform(.office(OfficeCommand(.officerAppointed(appointed))), by: .system)
    }

    deinit { office.close() }

    /// Lets go of everything and takes it up again from what lies on the disk.
    func reopen() throws {
        office.close()
        office = try ServedOffice(paths, clock: clock.now)
    }

    static let officer = Actor.officer("officer-1", .receiver, .handler, .head)

    @discardableResult
    func perform(
        _ command: Command, by actor: Actor = WatchedOffice.officer,
        _ sections: [PlainSection] = []
    ) throws -> Receipt {
        let draft = Draft(command, by: actor, at: clock.now(), sections: sections)
        let outcome = office.perform(draft, seenIn: .officerQueue)
        guard case .accepted(let receipt) = outcome else {
            throw TestOffice.NotAccepted(outcome: outcome)
        }
        return receipt
    }

    func file(_ service: String = "complaint") throws -> String {
        var submit = PetitionCommand.Submit(service: service)
        submit.tracking = .phone
        submit.terms = 1
        submit.notice = 1
        return try perform(
            .petition(number: nil, .submit(submit)), by: .guest("guest"),
            [
                PlainSection(Petitioner(givenName: "สมชาย", phone: "+66810000001")),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
            ]
        ).name
    }

    /// Imports the beginning of an open case of another system.
    func bring(_ name: String, filed moment: String, joinsClocks: Bool) throws -> String {
        var submit = PetitionCommand.ImportSubmit(
            source: SourceCase(system: "old", name: name),
            step: SourceStep(activity: "open", index: 1), service: "complaint")
        submit.joinsClocks = joinsClocks
        var draft = Draft(
            .petition(number: nil, .importSubmit(submit)), by: .importer, at: clock.now())
        draft.occurredAt = Self.instant(moment)
        draft.source = SourceKey(system: "old", name: name)
        let outcome = office.perform(draft, seenIn: .officerQueue)
        guard case .accepted(let receipt) = outcome else {
            throw TestOffice.NotAccepted(outcome: outcome)
        }
        return receipt.name
    }

    func take(
        _ number: String, _ command: PetitionCommand, _ sections: [PlainSection] = []
    ) throws {
        try perform(.petition(number: number, command), sections)
    }

    // MARK: Time

    func set(_ moment: String) {
        clock.set(Self.instant(moment))
    }

    private static func instant(_ moment: String) -> Instant {
        Instant(rfc3339: moment.replacing(" ", with: "T") + ":00+07:00")!
    }

    /// Lets the watch do its work at every moment at which it would wake, up to `moment`.
    func watch(until moment: String) throws {
        let end = Self.instant(moment)
        let watch = try office.deadlines()
        try watch.runOnce()
        while let next = try next(after: clock.now()), next <= end {
            clock.set(next)
            try watch.runOnce()
        }
        clock.set(end)
    }

    private func next(after now: Instant) throws -> Instant? {
        try office.views.read(.officerQueue) { try OfficerQueue.nextAlarm(after: now, in: $0) }
    }

    // MARK: What came of it

    /// What the house wrote down of clocks: `09 16:30 missed receive`, by the day of the month.
    func alarms(of number: String) throws -> [String] {
        try recorded(number).compactMap { recorded in
            guard case .petition(let event) = recorded.event, let word = Self.word(of: event)
            else { return nil }
            let local = recorded.time.local
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return "\(two(local.date.month))-\(two(local.date.day)) "
                + "\(two(local.hour)):\(two(local.minute)) \(word)"
        }
    }

    /// The same without their times, of every case.
    func words() throws -> [String] {
        let log = office.office.log
        return try log.read(after: 0, limit: 10_000).compactMap { entry in
            let recorded = try RecordedEvent.read(entry)
            guard case .petition(let event) = recorded.event else { return nil }
            return Self.word(of: event).map { "\(recorded.stream.name) \($0)" }
        }
    }

    func recorded(_ number: String) throws -> [RecordedEvent] {
        let stream = StreamName(.petition, number)
        return try office.office.log.readStream(stream.subject).map { try RecordedEvent.read($0) }
    }

    private static func word(of event: PetitionEvent) -> String? {
        switch event {
        case .deadlineNear(let data): "near \(data.clock) \(data.round)"
        case .deadlineMissed(let data): "missed \(data.clock) \(data.round)"
        case .escalated(let data): "escalated \(data.clock) \(data.rung)"
        case .delayNoticed(let data): "notice \(data.number)"
        case .deemedApproved(let data): "approved \(data.clock) \(data.round)"
        default: nil
        }
    }
}
