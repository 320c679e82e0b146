internal import Crypto
internal import Entries
package import Events
internal import Rules
package import Vault

/// The keys by which connected systems show who they are.
///
/// A key is computed from the office's secret, the system's code and the name of its secret, so
/// that nothing is kept that could be stolen; another name makes another key, and the old one is
/// worth nothing from then on.
package struct SubscriberKeys: Sendable {
    private let secret: SecretKey

    /// Only the holder of the office's writer lock may ask.
    package init(_ vault: Vault) throws { secret = try vault.secret(named: "subscribers") }

    /// What the system sends as `Authorization: Bearer …`; nil if its settings name no secret.
    package func key(of subscriber: OfficeEvent.SubscriberSet) -> String? {
        guard let name = subscriber.secret else { return nil }
        return "kr_\(subscriber.subscriber)_\(proof("\(subscriber.subscriber)\n\(name)"))"
    }

    func proof(_ text: String) -> String { Base32.encode(digest(text).bytes) }

    func digest(_ text: String) -> Digest {
        HMACSHA256.authenticate(Array(text.utf8), key: secret)
    }

    /// Compares digests, so that no comparison tells how much of a secret was right.
    static func isSame(_ own: String, _ given: String) -> Bool {
        let (one, other) = (SHA256.hash(Array(own.utf8)), SHA256.hash(Array(given.utf8)))
        return one.isEqualInConstantTime(to: other)
    }

    /// The system that `key` belongs to, as the office's settings now stand.
    func subscriber(with key: String, in settings: OfficeSettings) -> OfficeEvent.SubscriberSet? {
        let parts = key.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "kr" else { return nil }
        // A code may hold the sign that parts the key.
        let code = parts[1..<(parts.count - 1)].joined(separator: "_")
        guard let subscriber = settings.subscribers[code], let own = self.key(of: subscriber) else {
            return nil
        }
        return Self.isSame(own, key) ? subscriber : nil
    }
}
