internal import Channels
internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Threads
internal import Vault

/// Reads the log from where it stood and puts into the outbox what people are to be told.
///
/// Its place in the log lies in the outbox and moves together with the rows. It begins at the head
/// that it finds at its very first start: nobody is told of what happened before there was a post.
final class Reactor: Sendable {
    private let office: Office
    private let outbox: Outbox
    private let codes: OneTimeCodes
    private let book: AddressBook
    private let settings: CurrentSettings
    private let clock: @Sendable () -> Instant
    private let follower: Monitor<Follower>
    private static let batch = 200

    init(
        _ office: Office, _ outbox: Outbox, _ codes: OneTimeCodes, _ settings: CurrentSettings,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        self.office = office
        self.outbox = outbox
        self.codes = codes
        self.settings = settings
        self.clock = clock
        book = AddressBook(office: office)
        let log = office.log
        let cursor: Cursor
        if let kept = try outbox.checkpoint(), kept.epoch == log.epoch,
            try kept.position <= log.head
        {
            cursor = kept
        } else {
            // The first start; or a log that was restored, which says other things there.
            cursor = Cursor(epoch: log.epoch, position: try log.head)
            try outbox.add([], through: cursor, at: clock())
        }
        follower = Monitor(try log.follower(after: cursor))
    }

    /// Reads the next events; whether there were any. What failed is read again the next time.
    func turn() throws -> Bool {
        try follower.with { follower in
            var ahead = follower
            let entries = try ahead.next(limit: Self.batch)
            guard !entries.isEmpty else { return false }
            var rows: [NewOutboxRow] = []
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                if let row = try row(for: recorded) { rows.append(row) }
                rows += try officersRows(for: recorded)
            }
            try outbox.add(rows, through: ahead.cursor, at: clock())
            follower = ahead
            return true
        }
    }

    /// Waits for events, at most so long; whether there are any.
    func wait(milliseconds: Int) throws -> Bool {
        let follower = follower.with { $0 }
        return try follower.wait(milliseconds: milliseconds)
    }

    private func row(for recorded: RecordedEvent) throws -> NewOutboxRow? {
        guard let plan = NoticePlan.of(recorded) else { return nil }
        let reach = try book.reach(recorded.stream)
        let email = plan.notice == .contactCode ? reach.unconfirmed ?? reach.email : reach.email
        guard email != nil, !reach.isErased, plan.isAlways || reach.isElectronic else {
            return nil
        }
        guard try isCodeOut(recorded) else { return nil }
        return NewOutboxRow(
            event: recorded.id, position: recorded.position, stream: recorded.stream.subject,
            template: plan.notice.rawValue, expires: plan.expires)
    }

    private func officersRows(for recorded: RecordedEvent) throws -> [NewOutboxRow] {
        try OfficerPlan.of(recorded, try settings.now().value).compactMap { plan in
            guard try book.reach(officer: plan.officer).email != nil, try isCodeOut(recorded)
            else { return nil }
            return NewOutboxRow(
                event: recorded.id, position: recorded.position, stream: recorded.stream.subject,
                template: plan.notice.rawValue, role: NewOutboxRow.role(of: plan.officer),
                expires: plan.expires)
        }
    }

    /// Whether the code that the event asks for is the one that is out; true if it asks for none.
    private func isCodeOut(_ recorded: RecordedEvent) throws -> Bool {
        guard let asked = NoticePlan.code(recorded) else { return true }
        let code = try codes.issue(
            asked.purpose, to: asked.account, for: recorded.id, at: recorded.position,
            as: asked.manner, at: clock(), until: asked.end)
        return code != nil
    }
}
