internal import Crypto
internal import Entries
package import Events

/// Signs what is sent to a receiver (Standard Webhooks, symmetric).
///
/// Secrets are computed like keys and kept nowhere. While a system's secret is new, the one before
/// signs too, so that the receiver has time to learn the new one.
extension SubscriberKeys {
    /// What the receiver needs to check signatures, `whsec_…`; nil if the settings name no secret.
    package func signingSecret(of subscriber: OfficeEvent.SubscriberSet) -> String? {
        subscriber.secret.map {
            "whsec_" + Base64.encode(signingBytes(subscriber.subscriber, $0))
        }
    }

    /// `v1,…` for each secret, with a space between.
    func signature(
        of body: [UInt8], id: String, seconds: Int, for code: String, secrets: [String]
    ) -> String {
        secrets.compactMap { name in
            guard let key = SecretKey(signingBytes(code, name)) else { return nil }
            let signed = Array("\(id).\(seconds).".utf8) + body
            return "v1,"
                + Base64.encode(HMACSHA256.authenticate(signed, key: key).bytes)
        }.joined(separator: " ")
    }

    private func signingBytes(_ code: String, _ name: String) -> [UInt8] {
        digest("webhook\n\(code)\n\(name)").bytes
    }
}
