internal import Crypto
internal import Entries
internal import EventLog
internal import Events
internal import Rules

extension Idempotency {
    /// What is remembered of a draft: the key is its sender's.
    init(of draft: Draft, under key: String) {
        self.init(
            key: IdempotencyKey(SHA256.hash(Array("\(draft.actor.id)\n\(key)".utf8))),
            fingerprint: draft.fingerprint(under: key))
    }
}

extension Draft {
    /// Tells a repetition from another command under the same key: all that was said, sections
    /// included, and not what is minted for this attempt. Salted with the key.
    fileprivate func fingerprint(under key: String) -> UInt64 {
        let hasher = SHA256Hasher()
        hasher.update(Array("\(key)\n".utf8))
        hasher.update(command.encoded())
        let rest = [
            occurredAt?.description, expectedVersion?.description, otherNumber, source?.system,
            source?.name,
        ]
        hasher.update(Array(rest.map { $0 ?? "" }.joined(separator: "\n").utf8))
        if let sentFiles { hasher.update(sentFiles.bytes) }
        for section in sections where sentFiles == nil || !section.isFile {
            hasher.update(Array("\n\(section.field)\n".utf8))
            hasher.update(section.content)
        }
        return hasher.finish().words.0
    }
}

extension PlainSection {
    /// Whether it names a sealed file.
    fileprivate var isFile: Bool {
        [SectionKind.attachment, .document].contains { $0.rawValue == field }
    }
}
