internal import Channels
internal import Crypto
package import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Rules
internal import Threads
package import Workflow

/// Sends an office's events to the addresses of its connected systems: to each in order, a batch
/// at a time, the next one when the last was taken.
///
/// What is on its way is written down before it is sent, and how far a receiver has come once it
/// has answered: whatever ends the program, nothing is left out, and what comes again has the same
/// id. A receiver that does not answer keeps nobody else waiting.
package final class Webhooks: Sendable {
    private let office: ServedOffice
    private let keys: SubscriberKeys
    private let store: WebhookStore
    private let reach: WebhookReach
    private let plan: WebhookPlan
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void
    private let state = Monitor(State())

    private struct State {
        var inHand: Set<String> = []
        var isOver = false
        var secrets: [String: Secrets] = [:]
    }

    /// The names of the secrets that sign, the newest first, and until when the second does.
    private struct Secrets { var names: [String], until: Instant }

    private static let overlapMilliseconds = 86_400_000
    private static let roundMilliseconds = 500

    /// `waits` are the milliseconds between two tries; as Standard Webhooks advises if none.
    package init(
        _ office: ServedOffice, reach: WebhookReach, waits: [Int]? = nil,
        clock: @escaping @Sendable () -> Instant, report: @escaping @Sendable (String) -> Void
    ) throws {
        self.office = office
        self.clock = clock
        self.reach = reach
        plan = WebhookPlan(waits: waits)
        self.report = report
        keys = try SubscriberKeys(office.office.vault)
        store = try WebhookStore(office.office.paths.webhooks)
    }

    /// Begins to send.
    package func start() {
        _ = WorkerThread {
            while !self.state.with({ $0.isOver }) {
                do { try self.round() } catch { self.report("webhooks: \(error)") }
                _ = self.state.wait(milliseconds: Self.roundMilliseconds) { $0.isOver ? () : nil }
            }
        }
    }

    /// Begins nothing more, and waits for what is under way.
    package func stop() {
        state.with { $0.isOver = true }
        state.broadcast()
        state.wait { $0.inHand.isEmpty ? () : nil }
    }

    // MARK: Rounds

    /// Has a thread send to each receiver that is due.
    private func round() throws {
        let known = try store.receivers()
        let now = clock()
        for client in try office.settings().value.subscribers.values where Self.receives(client) {
            let receiver = try known.first { $0.code == client.subscriber } ?? begin(client, now)
            guard receiver.state == .active, receiver.due <= now else { continue }
            let isFree = state.with { state in
                !state.isOver && state.inHand.insert(client.subscriber).inserted
            }
            guard isFree else { continue }
            _ = WorkerThread {
                do { try self.serve(client.subscriber) } catch {
                    self.report("webhook \(client.subscriber): \(error)")
                }
                self.state.with { _ = $0.inHand.remove(client.subscriber) }
                self.state.broadcast()
            }
        }
    }

    private static func receives(_ client: OfficeEvent.SubscriberSet) -> Bool {
        client.address != nil && client.secret != nil
            && client.scopes.contains(ClientScope.events.rawValue)
    }

    /// As the settings now have it; nil if it receives no more.
    private func client(_ code: String) throws -> OfficeEvent.SubscriberSet? {
        let client = try office.settings().value.subscribers[code]
        return client.flatMap { Self.receives($0) ? $0 : nil }
    }

    /// A receiver hears what happens from the moment it is connected; what was before, it reads
    /// from the stream.
    private func begin(
        _ client: OfficeEvent.SubscriberSet, _ now: Instant
    ) throws -> WebhookStore.Receiver {
        let log = office.office.log
        let receiver = WebhookStore.Receiver(
            code: client.subscriber, cursor: Cursor(epoch: log.epoch, position: try log.head))
        try store.keep(receiver, at: now)
        return receiver
    }

    /// Sends batch after batch, until there is nothing more or something went wrong.
    private func serve(_ code: String) throws {
        let log = office.office.log
        while !state.with({ $0.isOver }), let client = try client(code),
            var receiver = try store.receiver(code),
            receiver.state == .active, receiver.due <= clock()
        {
            if receiver.cursor.epoch != log.epoch {
                // The log was restored: a receiver that is ahead begins again at its head.
                receiver.cursor = Cursor(
                    epoch: log.epoch, position: min(receiver.cursor.position, try log.head))
                receiver.pending = nil
            }
            let batch = try WebhookBatch(
                log, after: receiver.cursor, end: receiver.pending,
                EventFilter(of: client))
            guard let batch else { return }
            // The batch may hold the event that gave it another address or secret, or none.
            guard try self.client(code) == client else { continue }
            if batch.count == 0 {
                receiver.cursor.position = batch.through
                receiver.pending = nil
                try store.keep(receiver, at: clock())
                continue
            }
            receiver.pending = batch.through
            try store.keep(receiver, at: clock())
            guard try deliver(batch, to: client, receiver) else { return }
        }
    }

    // MARK: One delivery

    /// Whether it was taken; what became of it is written down.
    private func deliver(
        _ batch: WebhookBatch, to client: OfficeEvent.SubscriberSet,
        _ before: WebhookStore.Receiver
    ) throws -> Bool {
        let answer = send(batch, to: client)
        let now = clock()
        // Somebody may have halted it, or laid the batch aside, while it was on its way.
        guard var receiver = try store.receiver(client.subscriber),
            receiver.cursor == before.cursor, receiver.pending == before.pending
        else { return false }
        receiver.answer = answer.words
        receiver.failures += 1
        var outcome = WebhookStore.Outcome.failed
        let tries = receiver.failures
        if answer.isTaken {
            outcome = .delivered
            receiver.cursor.position = batch.through
            (receiver.pending, receiver.failures) = (nil, 0)
        } else if answer.status == 410 {
            receiver.state = .disabled
            report("webhook \(client.subscriber): the receiver is gone (410) and is disabled")
        } else if let wait = plan.wait(
            failures: receiver.failures, retryAfterSeconds: answer.retryAfter,
            chance: Double.random(in: 0..<1))
        {
            receiver.due = now.advanced(milliseconds: wait)
        } else {
            receiver.state = .paused
            report(
                "webhook \(client.subscriber): paused after \(tries) tries (\(answer.words)); "
                    + "resume it once the receiver is well")
        }
        try store.keep(
            receiver,
            with: WebhookStore.Delivery(
                code: client.subscriber, id: batch.id(for: client.subscriber),
                after: batch.after, through: batch.through, outcome: outcome, tries: tries,
                answer: answer.words, at: now), at: now)
        return answer.isTaken
    }

    private func send(
        _ batch: WebhookBatch, to client: OfficeEvent.SubscriberSet
    ) -> WebhookAnswer {
        WebhookSender(keys: keys, reach: reach).send(
            batch.body, id: batch.id(for: client.subscriber),
            cursor: Cursor(epoch: batch.after.epoch, position: batch.through), to: client,
            secrets: secrets(of: client), at: clock())
    }

    /// The secret that stands, and for a day the one before it.
    private func secrets(of client: OfficeEvent.SubscriberSet) -> [String] {
        guard let name = client.secret else { return [] }
        let now = clock()
        let known = state.with { $0.secrets[client.subscriber] }
        if let known, known.names.first == name {
            return known.until > now ? known.names : [name]
        }
        let found = (try? history(of: client, name)) ?? Secrets(names: [name], until: now)
        state.with { $0.secrets[client.subscriber] = found }
        return found.until > now ? found.names : [name]
    }

    /// The log knows every secret's name, and when it was replaced.
    private func history(
        of client: OfficeEvent.SubscriberSet, _ name: String
    ) throws -> Secrets {
        let stream = StreamName(.office, office.office.paths.code)
        var names: [String] = []
        var until = Instant(milliseconds: 0)
        var version = 0
        while true {
            let entries = try office.office.log.readStream(
                stream.subject, afterVersion: version, limit: 1000)
            if entries.isEmpty { break }
            version += entries.count
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                guard case .office(.subscriberSet(let data)) = recorded.event,
                    data.subscriber == client.subscriber, let secret = data.secret,
                    names.first != secret
                else { continue }
                names.insert(secret, at: 0)
                until = recorded.time.advanced(milliseconds: Self.overlapMilliseconds)
            }
        }
        guard names.first == name else { return Secrets(names: [name], until: until) }
        return Secrets(names: Array(names.prefix(2)), until: until)
    }
}
