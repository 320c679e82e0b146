package import Channels
package import Entries
internal import EventLog
package import Events
internal import Rules
internal import Threads
package import Vault

/// What an office tells people by itself: turns events into messages and sends them.
///
/// One process at a time does it for an office. `start` begins a thread that reads the log and one
/// for each channel; `stop` ends them after the messages that are under way.
package final class OfficePost: Sendable {
    /// How messages leave the house.
    package struct Delivery: Sendable {
        package var mail: MailServer?
        package var sms: SMSGateway?
        /// Only of offices that have its secrets.
        package var line: LINEChannel?
        /// Channels without a provider whose messages a page of the office shows.
        package var shown: Set<NoticeChannel> = []

        package init(
            mail: MailServer? = nil, sms: SMSGateway? = nil, line: LINEChannel? = nil
        ) {
            self.mail = mail
            self.sms = sms
            self.line = line
        }

        package static func mail(_ server: MailServer) -> Delivery { Delivery(mail: server) }

        /// E-mail does not leave the house, and there is nothing else.
        package static var shown: Delivery { Delivery() }

        /// Nothing leaves the house: for trying things out.
        package static var allShown: Delivery {
            var delivery = Delivery()
            delivery.shown = [.sms, .line]
            return delivery
        }

        /// E-mail is written in any case: an office that has no mail server sees what waits.
        var open: Set<NoticeChannel> {
            var open = shown.union([.email])
            if sms != nil { open.insert(.sms) }
            if line != nil { open.insert(.line) }
            return open
        }

        /// The plan of all channels with what one provider takes.
        func plan(_ plan: RetryPlan, for channel: NoticeChannel) -> RetryPlan {
            var plan = plan
            switch channel {
            case .email:
                plan.mostAMinute = mail?.mostAMinute ?? plan.mostAMinute
                plan.connections = mail?.connections ?? plan.connections
            case .sms: plan.mostAMinute = sms?.mostAMinute ?? plan.mostAMinute
            case .line, .letter, .phone, .web: break
            }
            return plan
        }

        /// As far as the office has the secrets for it.
        func settled(for office: Office) throws -> Delivery {
            guard let line else { return self }
            let keys = try KeyDirectory(of: office)
            var delivery = self
            if !keys.contains(line.tokenName) || !keys.contains(line.secretName) {
                delivery.line = nil
            }
            return delivery
        }
    }

    package let outbox: Outbox
    package let codes: OneTimeCodes
    /// Whether no message leaves the house.
    let isShown: Bool
    /// Where LINE is heard and answered; nil if the office has none.
    let line: LINEDesk?
    /// The channels that people are told through.
    let open: Set<NoticeChannel>
    private let reactor: Reactor
    private let workers: [OutboxWorker]
    private let composer: Composer
    let carriers: Carriers
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
        let delivery = try delivery.settled(for: office)
        let carriers = try Carriers(delivery, of: office, settings)
        let teller = PostReport(
            office: office, port: port, outbox: outbox, open: delivery.open, clock: clock)
        workers = delivery.open.sorted { $0.rawValue < $1.rawValue }.map { channel in
            OutboxWorker(
                outbox, channel: channel.rawValue, plan: delivery.plan(plan, for: channel),
                clock: clock, report: report,
                deliver: { row in carriers.deliver(row, by: composer, at: clock()) },
                tell: { row in try teller.tell(row) })
        }
        reactor = try Reactor(
            office, outbox, codes, settings, open: delivery.open, clock: clock, report: report)
        self.outbox = outbox
        self.codes = codes
        self.composer = composer
        self.carriers = carriers
        open = delivery.open
        isShown = delivery.mail == nil && delivery.sms == nil && delivery.line == nil
        line = carriers.desk
    }

    package func start() throws {
        for worker in workers { try worker.start() }
        thread.with { $0 = WorkerThread { [self] in follow() } }
    }

    package func stop() {
        isStopped.with { $0 = true }
        thread.with { $0 }?.join()
        for worker in workers { worker.stop() }
        lock.release()
    }

    /// Does on the calling thread what is to be done now, in place of `start`: for tests, and for
    /// commands that end.
    package func runOnce() throws {
        for worker in workers { try worker.recover() }
        while try reactor.turn() {}
        // What one channel could not carry comes to another.
        for _ in workers {
            for worker in workers {
                while try worker.sendOne() {}
                try worker.tellAll()
            }
        }
    }

    private func ring() { for worker in workers { worker.ring() } }

    private func follow() {
        while !isStopped.with({ $0 }) {
            do {
                if try reactor.turn() { ring() }
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
