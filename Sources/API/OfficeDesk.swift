internal import Entries
internal import Rules
internal import Workflow

/// What one office keeps for its connected systems while it is served.
struct OfficeDesk: Sendable {
    let keys: SubscriberKeys
    let feed: EventFeed
    let limits = RequestLimits()
    let webhooks: WebhookStore
    let uses: SystemUses

    init(_ office: ServedOffice, at now: Instant) throws {
        keys = try SubscriberKeys(office.office.vault)
        webhooks = try WebhookStore(office.office.paths.webhooks)
        uses = try SystemUses(webhooks, at: now)
        feed = EventFeed(office.office.log)
    }

    /// Whose key or token that is.
    func bearer(_ text: String, in settings: OfficeSettings, at now: Instant) -> Bearer? {
        if let client = keys.subscriber(with: text, in: settings) {
            return Bearer(client: client, scopes: client.knownScopes)
        }
        return keys.bearer(token: text, in: settings, at: now)
    }
}
