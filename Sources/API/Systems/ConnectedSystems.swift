internal import Entries
package import EventLog
package import Events
internal import Rules
internal import Workflow

/// The systems that are connected to one office, for whoever looks after them while it is served.
package struct ConnectedSystems: Sendable {
    let office: ServedOffice
    let desk: OfficeDesk
    let reach: WebhookReach
    let now: Instant

    /// All that the settings name, in order.
    package func all() throws -> [SystemStanding] {
        let systems = try office.settings().value.subscribers.values
        let streams = Dictionary(grouping: desk.feed.listeners, by: \.client)
        let head = try office.office.log.head
        return try SystemStanding.all(
            of: systems.sorted { $0.subscriber < $1.subscriber }, desk.uses.all, desk.webhooks,
            office.office.log
        ).map { standing in
            var standing = standing
            standing.streams = (streams[standing.system.subscriber] ?? []).map(\.position).sorted()
                .map { .init(position: $0, behind: Int(head - min(head, $0))) }
            return standing
        }
    }

    package func standing(of code: String) throws -> SystemStanding? {
        try all().first { $0.system.subscriber == code }
    }

    /// The newest first.
    package func deliveries(of code: String, limit: Int) throws -> [WebhookStore.Delivery] {
        try desk.webhooks.deliveries(of: code, limit: limit)
    }

    /// What is done about what is sent to them.
    package func webhooks() throws -> WebhookDesk { try WebhookDesk(office.office, at: now) }

    /// Sends an empty batch, signed like any other; blocks half a minute at most.
    package func test(_ system: OfficeEvent.SubscriberSet) throws -> WebhookAnswer {
        try webhooks().test(system, reach: reach)
    }

    /// Sends again what was laid aside, the oldest first; blocks until one is not taken.
    package func replay(
        to system: OfficeEvent.SubscriberSet
    ) throws -> [WebhookStore.Delivery] {
        try webhooks().replay(to: system, reach: reach)
    }

    /// What its settings make of its key and of its signatures, to be shown once.
    package func secrets(
        of system: OfficeEvent.SubscriberSet
    ) -> (key: String?, signing: String?) {
        (
            desk.keys.key(of: system),
            system.address.flatMap { _ in desk.keys.signingSecret(of: system) }
        )
    }
}

extension SystemStanding {
    /// What is written down of these systems; whoever does not serve the office knows no streams.
    package static func all(
        of systems: [OfficeEvent.SubscriberSet], _ uses: [String: SystemUsage],
        _ store: WebhookStore, _ log: EventLog
    ) throws -> [SystemStanding] {
        let receivers = try store.receivers()
        let head = try log.head
        return try systems.map { system in
            var standing = SystemStanding(system: system, usage: uses[system.subscriber])
            if let receiver = receivers.first(where: { $0.code == system.subscriber }) {
                let taken = min(head, receiver.cursor.position)
                standing.deliveries = Deliveries(
                    receiver: receiver, behind: Int(head - taken),
                    oldest: try taken < head
                        ? log.entry(at: taken + 1).map { try Envelope($0.bytes).time } : nil,
                    outcomes: try store.outcomes(of: system.subscriber))
            }
            return standing
        }
    }
}
