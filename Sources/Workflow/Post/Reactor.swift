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
    private let open: Set<NoticeChannel>
    private let clock: @Sendable () -> Instant
    private let follower: Monitor<Follower>
    /// Events of which nothing could be made: they keep no later one waiting.
    private let held: HeldWork
    private let report: @Sendable (String) -> Void
    private static let batch = 200

    init(
        _ office: Office, _ outbox: Outbox, _ codes: OneTimeCodes, _ settings: CurrentSettings,
        open: Set<NoticeChannel>, clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void
    ) throws {
        self.report = report
        held = try HeldWork(.post, in: office.paths.office)
        self.office = office
        self.outbox = outbox
        self.codes = codes
        self.settings = settings
        self.open = open
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

    /// Reads the next events; whether there were any. An event of which nothing can be made is
    /// set aside and tried again later; where nothing can be written, all are read again.
    func turn() throws -> Bool {
        try follower.with { follower in
            try tryAgain(through: follower.cursor)
            var ahead = follower
            let entries = try ahead.next(limit: Self.batch)
            guard !entries.isEmpty else { return false }
            var rows: [NewOutboxRow] = []
            for entry in entries {
                do { rows += try self.rows(for: entry) } catch {
                    try hold(entry.position, error)
                }
            }
            try outbox.add(rows, through: ahead.cursor, at: clock())
            follower = ahead
            return true
        }
    }

    private func rows(for entry: Entry) throws -> [NewOutboxRow] {
        let recorded = try RecordedEvent.read(entry)
        return try NoticePlan.of(recorded).flatMap { try self.rows(for: recorded, $0) }
            + [warningRow(for: recorded)].compactMap { $0 }
            + officersRows(for: recorded)
    }

    /// On the disk before the log is read on: an event that is passed over is not forgotten.
    private func hold(_ position: Position, _ error: any Error) throws {
        report("post: event \(position) is held back: \(error)")
        try held.hold(
            Self.subject(position), position: Int(clamping: position), because: "\(error)",
            at: clock())
    }

    private static func subject(_ position: Position) -> String { "event \(position)" }

    private func tryAgain(through cursor: Cursor) throws {
        for item in held.due(at: clock()) {
            guard let position = item.position.map({ Position($0) }),
                position <= cursor.position, let entry = try office.log.entry(at: position)
            else {
                // Of a log that was another before it was restored.
                try held.release(item.subject)
                continue
            }
            do {
                try outbox.add(try rows(for: entry), through: cursor, at: clock())
                try held.release(item.subject)
            } catch { try hold(position, error) }
        }
    }

    /// Waits for events, at most so long; whether there are any.
    func wait(milliseconds: Int) throws -> Bool {
        let follower = follower.with { $0 }
        return try follower.wait(milliseconds: milliseconds)
    }

    private func rows(
        for recorded: RecordedEvent, _ plan: NoticePlan
    ) throws -> [NewOutboxRow] {
        let reach = try book.reach(recorded.stream)
        guard !reach.isErased, plan.isAlways || reach.isElectronic else { return [] }
        let route = NoticeRoute(reach: reach.channels(for: plan.notice), open: open)
        let channels = route.channels(for: plan.notice)
        guard !channels.isEmpty, try isCodeOut(recorded, plan.notice) else { return [] }
        return channels.map { channel in
            NewOutboxRow(
                event: recorded.id, position: recorded.position, stream: recorded.stream.subject,
                template: plan.notice.rawValue, channel: channel.rawValue, expires: plan.expires)
        }
    }

    /// To the address that was confirmed or in use before, if it is another.
    private func warningRow(for recorded: RecordedEvent) throws -> NewOutboxRow? {
        guard let plan = NoticePlan.warning(recorded) else { return nil }
        let (before, after) = (
            try book.reach(recorded.stream, before: recorded.position),
            try book.reach(recorded.stream, before: recorded.position + 1)
        )
        guard let old = before.email, !after.isErased, after.unconfirmed != old else { return nil }
        return NewOutboxRow(
            event: recorded.id, position: recorded.position, stream: recorded.stream.subject,
            template: plan.notice.rawValue, role: Self.formerAddress)
    }

    /// Who is told, beside the person at the new address.
    static let formerAddress = "former-address"

    private func officersRows(for recorded: RecordedEvent) throws -> [NewOutboxRow] {
        let plans = try OfficerPlan.of(recorded, try settings.now().value) {
            try office.log.history(of: recorded.stream.name, until: .position(recorded.position))?
                .petition
        }
        return try plans.compactMap { plan in
            guard try book.reach(officer: plan.officer).email != nil,
                try isCodeOut(recorded, plan.notice)
            else { return nil }
            return NewOutboxRow(
                event: recorded.id, position: recorded.position, stream: recorded.stream.subject,
                template: plan.notice.rawValue, role: NewOutboxRow.role(of: plan.officer),
                expires: plan.expires)
        }
    }

    /// Whether the code that the event asks for is the one that is out; true if it asks for none.
    private func isCodeOut(_ recorded: RecordedEvent, _ notice: Notice) throws -> Bool {
        guard let asked = NoticePlan.code(recorded, in: notice) else { return true }
        let code = try codes.issue(
            asked.purpose, to: asked.account, for: recorded.id, at: recorded.position,
            as: asked.manner, at: clock(), until: asked.end)
        return code != nil
    }
}
