internal import Crypto
internal import Entries
internal import EventLog
internal import Rules

extension Idempotency {
    /// What is remembered of a request: the key is its sender's.
    init(of request: Request, key: String) {
        self.init(
            key: IdempotencyKey(SHA256.hash(Array("\(request.actor.id)\n\(key)".utf8))),
            fingerprint: request.fingerprint)
    }
}

extension Draft {
    /// Tells a repetition from another command under the same key: what was said, not what is
    /// minted for this attempt.
    func fingerprint(under key: String) -> UInt64 {
        let hasher = SHA256Hasher()
        hasher.update(Array("\(key)\n".utf8))
        hasher.update(command.encoded())
        let rest = [
            occurredAt?.description, expectedVersion?.description, otherNumber, source?.system,
            source?.name,
        ]
        hasher.update(Array(rest.map { $0 ?? "" }.joined(separator: "\n").utf8))
        for section in sections {
            hasher.update(Array("\n\(section.field)\n".utf8))
            hasher.update(section.content)
        }
        return hasher.finish().words.0
    }
}
