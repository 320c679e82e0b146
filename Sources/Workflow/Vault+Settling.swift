internal import Entries
internal import EventLog
internal import Events
internal import Vault

extension Vault {
    /// Destroys the keys that were given out for commands which never came to be.
    ///
    /// `spared` are keys that are in use elsewhere; nil if that is not known, and none is destroyed.
    /// Reads the log from where the first key was minted that has not been compared with it.
    func settle(with log: EventLog, sparing spared: Set<KeyReference>?) throws {
        guard var named = spared else { return _ = try settle(head: log.head) { _ in true } }
        if let since = try unsettledSince() {
            var position = since
            while case let entries = try log.read(after: position, limit: 1000),
                let last = entries.last
            {
                for entry in entries {
                    let recorded = try RecordedEvent.read(entry)
                    if let key = recorded.key { named.insert(key) }
                    for section in recorded.frame.sections { named.insert(section.keyReference) }
                }
                position = last.position
            }
        }
        try settle(head: try log.head, isNamed: named.contains)
    }
}
