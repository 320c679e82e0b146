internal import Entries
internal import Events
internal import Rules

/// Whose key or token a request bears, and what that lets it do.
struct Bearer: Sendable {
    let client: OfficeEvent.SubscriberSet
    let scopes: Set<ClientScope>
    /// When a token ends; a key does not.
    var expires: Instant?
}
