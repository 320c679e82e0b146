package import Channels
package import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Threads
package import Vault

/// What an office tells people by itself: turns events into messages and sends them.
///
/// One process at a time does it for an office. `start` begins two threads; `stop` ends them after
/// the message that is under way.
package final class OfficePost: Sendable {
    /// How messages leave the house.
    package enum Delivery: Sendable {
        case mail(MailServer)
        /// They do not: a page of the office shows them. For trying things out.
        case shown
    }

    package let outbox: Outbox
    package let codes: OneTimeCodes
    /// Whether messages do not leave the house.
    let isShown: Bool
    private let reactor: Reactor
    private let worker: OutboxWorker
    private let composer: Composer
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void
    private let lock: FileLock
    private let isStopped = Monitor(false)
    private let thread = Monitor<WorkerThread?>(nil)

    /// `site` is where the office’s pages are, without a slash at its end; only links in messages
    /// need it.
    package init(
        _ office: Office, port: any CommandPort, delivery: Delivery, site: String? = nil,
        plan: RetryPlan = RetryPlan(), clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        guard let lock = try FileLock.take(office.paths.outbox + ".lock") else {
            throw PostProblem.openedByAnother(office.paths.outbox)
        }
        self.lock = lock
        self.clock = clock
        self.report = report
        let outbox = try Outbox(office.paths.outbox)
        let codes = try OneTimeCodes(office.vault)
        let settings = try CurrentSettings(of: office)
        let composer = Composer(
            office: office, codes: codes, settings: settings, site: site,
            passwords: GuestPasswords(office), book: AddressBook(office: office))
        let mailer = try office.mailer(for: delivery, settings)
        let teller = PostReport(office: office, port: port, clock: clock)
        worker = OutboxWorker(
            outbox, plan: plan, clock: clock, report: report,
            deliver: { row in composer.deliver(row, over: mailer, at: clock()) },
            tell: { row in try teller.tell(row) })
        reactor = try Reactor(office, outbox, codes, settings, clock: clock, report: report)
        self.outbox = outbox
        self.codes = codes
        self.composer = composer
        if case .shown = delivery { isShown = true } else { isShown = false }
    }

    package func start() throws {
        try worker.start()
        thread.with { $0 = WorkerThread { [self] in follow() } }
    }

    package func stop() {
        isStopped.with { $0 = true }
        thread.with { $0 }?.join()
        worker.stop()
        lock.release()
    }

    /// Does on the calling thread what is to be done now, in place of `start`: for tests, and for
    /// commands that end.
    package func runOnce() throws {
        try outbox.recover(at: clock())
        while try reactor.turn() {}
        while try worker.sendOne() {}
        try worker.tellAll()
    }

    private func follow() {
        while !isStopped.with({ $0 }) {
            do {
                if try reactor.turn() { worker.ring() }
                _ = try reactor.wait(milliseconds: 500)
            } catch {
                report("post: \(error)")
                _ = isStopped.wait(milliseconds: 5_000) { $0 ? () : nil }
            }
        }
    }

    /// What the newest messages say, for the page that stands for the mail server. A code that is
    /// no longer good is not shown: its message is left out.
    package func messages(
        _ state: OutboxRow.State? = nil, before number: Int = .max, limit: Int = 50
    ) throws -> [PostMessage] {
        let now = clock()
        return try outbox.rows(state, before: number, limit: limit).compactMap { row in
            guard case .message(let message) = try composer.write(row, at: now) else { return nil }
            return message
        }
    }
}

extension Composer {
    fileprivate func deliver(
        _ row: OutboxRow, over mailer: Mailer?, at now: Instant
    ) -> OutboxWorker.Delivery {
        do {
            switch try write(row, at: now) {
            case .impossible(let failure): return .impossible(failure)
            case .message(let message):
                guard let mailer else { return .shown }
                guard let recipient = MailAddress(message.recipient) else {
                    return .impossible(.noRecipient)
                }
                return .answered(
                    mailer.send(
                        MailMessage(
                            to: recipient, subject: message.letter.subject,
                            text: message.letter.text, html: message.letter.html,
                            id: row.messageID, date: row.created)))
            }
        } catch {
            return .broken("\(error)")
        }
    }
}

extension Office {
    /// Nil where messages are shown and not sent.
    fileprivate func mailer(
        for delivery: OfficePost.Delivery, _ settings: CurrentSettings
    ) throws -> Mailer? {
        guard case .mail(let server) = delivery else { return nil }
        let keys = try KeyDirectory(
            opening: paths.keys, office: log.origin, outside: paths.data)
        return try Mailer(
            server, officeName: try settings.now().value.office?.name.thai ?? "",
            password: try server.secretName.map { try keys.text($0) })
    }
}
