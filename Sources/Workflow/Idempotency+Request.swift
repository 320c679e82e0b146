internal import Crypto
internal import Entries
internal import EventLog
internal import Rules

extension Idempotency {
    /// What is remembered of a request: the key is its sender's, and the fingerprint covers what
    /// the sender said, not what was minted or sealed for this attempt.
    init(of request: Request, key: String) {
        let said = SHA256.hash(request.command.encoded())
        self.init(
            key: IdempotencyKey(SHA256.hash(Array("\(request.actor.id)\n\(key)".utf8))),
            fingerprint: said.words.0)
    }
}
