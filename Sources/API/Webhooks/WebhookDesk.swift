internal import Crypto
package import Entries
internal import EventLog
package import Events
internal import Rules
package import Workflow

/// What somebody does about a receiver by hand; whoever serves the office meanwhile goes by what
/// is written down here.
package struct WebhookDesk {
    private let office: Office
    private let store: WebhookStore
    private let keys: SubscriberKeys
    private let now: Instant

    package init(_ office: Office, at now: Instant) throws {
        self.office = office
        self.now = now
        store = try WebhookStore(office.paths.webhooks)
        keys = try SubscriberKeys(office.vault)
    }

    package func receivers() throws -> [WebhookStore.Receiver] { try store.receivers() }

    package func receiver(_ code: String) throws -> WebhookStore.Receiver? {
        try store.receiver(code)
    }

    /// How these systems stand by what is written down: requests up to a minute ago, no streams.
    package func standings(
        of systems: some Collection<OfficeEvent.SubscriberSet>
    ) throws -> [SystemStanding] {
        try SystemStanding.all(
            of: systems.sorted { $0.subscriber < $1.subscriber }, store.uses(), store, office.log)
    }

    package func deliveries(of code: String, limit: Int) throws -> [WebhookStore.Delivery] {
        try store.deliveries(of: code, limit: limit)
    }

    /// Sends nothing more until it is resumed; what happens meanwhile waits.
    package func pause(_ receiver: WebhookStore.Receiver) throws {
        var receiver = receiver
        receiver.state = .paused
        try store.keep(receiver, at: now)
    }

    /// Goes on where the receiver was left, at once.
    package func resume(_ receiver: WebhookStore.Receiver) throws {
        var receiver = receiver
        receiver.state = .active
        (receiver.failures, receiver.due) = (0, now)
        try store.keep(receiver, at: now)
    }

    /// Lays the batch aside that the receiver does not take, so that those behind it may go on.
    /// False if none is on its way.
    package func park(_ receiver: WebhookStore.Receiver) throws -> Bool {
        guard let through = receiver.pending else { return false }
        var next = receiver
        next.cursor.position = through
        next.pending = nil
        (next.failures, next.due) = (0, now)
        try store.keep(
            next,
            with: WebhookStore.Delivery(
                code: receiver.code,
                id: WebhookBatch.id(for: receiver.code, after: receiver.cursor, through: through),
                after: receiver.cursor, through: through, outcome: .parked,
                tries: receiver.failures, answer: receiver.answer ?? "", at: now), at: now)
        return true
    }

    /// Sends again what was laid aside, the oldest first; stops at the first that is not taken.
    package func replay(
        to client: OfficeEvent.SubscriberSet, reach: WebhookReach
    ) throws -> [WebhookStore.Delivery] {
        var sent: [WebhookStore.Delivery] = []
        let filter = EventFilter(of: client)
        for parked in try store.deliveries(of: client.subscriber, .parked, limit: 1000) {
            guard
                let batch = try WebhookBatch(
                    office.log, after: parked.after, end: parked.through, filter)
            else { continue }
            let answer = WebhookSender(keys: keys, reach: reach).send(
                batch.body, id: parked.id,
                cursor: Cursor(epoch: parked.after.epoch, position: parked.through), to: client,
                secrets: client.secret.map { [$0] } ?? [], at: now)
            let delivery = WebhookStore.Delivery(
                code: parked.code, id: parked.id, after: parked.after, through: parked.through,
                outcome: answer.isTaken ? .delivered : .parked, tries: parked.tries + 1,
                answer: answer.words, at: now)
            try store.keep(delivery)
            sent.append(delivery)
            if !answer.isTaken { break }
        }
        return sent
    }

    /// Sends a batch in which there is nothing, signed like any other.
    package func test(
        _ client: OfficeEvent.SubscriberSet, reach: WebhookReach
    ) -> WebhookAnswer {
        WebhookSender(keys: keys, reach: reach).send(
            Array("[]".utf8), id: "test_\(now.milliseconds)", cursor: nil, to: client,
            secrets: client.secret.map { [$0] } ?? [], at: now)
    }
}
