internal import Crypto
internal import Entries
internal import EventLog
internal import Events
package import Rules
internal import Vault

/// The passwords that open guests' cases: computed from the case's key and the event that gave
/// them, kept nowhere.
package struct GuestPasswords: Sendable {
    private let office: Office

    package init(_ office: Office) { self.office = office }

    /// The password of a case as it is now: for the page that shows it once. Nil if the case has
    /// none, or is erased.
    package func password(of number: String) throws -> AccessCode? {
        guard let grant = try grant(of: number) else { return nil }
        return try password(grant)
    }

    /// The password that `event` gave, if it still is the case's.
    func password(of number: String, given event: EventID) throws -> AccessCode? {
        guard let grant = try grant(of: number), grant.event == event else { return nil }
        return try password(grant)
    }

    /// Whether what was typed opens the case; false as well where there is no such case.
    ///
    /// The caller throttles tries: it counts none.
    package func isRight(_ typed: String, of number: String) throws -> Bool {
        guard let typed = AccessCode(typed, length: AccessCode.passwordLength),
            let password = try password(of: number)
        else { return false }
        // Hashes are compared: what they have in common says nothing of the texts.
        return SHA256.hash(Array(typed.text.utf8)) == SHA256.hash(Array(password.text.utf8))
    }

    private struct Grant {
        let event: EventID, key: KeyReference
    }

    private func grant(of number: String) throws -> Grant? {
        let stream = StreamName(.petition, number)
        var grant: Grant?
        for recorded in try office.log.events(of: stream, until: try office.log.head) {
            guard case .petition(let event) = recorded.event else { continue }
            switch event {
            case .submitted(let data):
                grant =
                    data.tracking == .code ? Grant(event: recorded.id, key: data.caseKey) : nil
                if data.tracking == nil { return nil }
            case .trackingReset(let data):
                guard let key = try RecordedEvent.firstKey(of: stream, in: office.log) else {
                    return nil
                }
                grant = data.tracking == .code ? Grant(event: recorded.id, key: key) : nil
            case .erased: return nil
            default: break
            }
        }
        return grant
    }

    private func password(_ grant: Grant) throws -> AccessCode? {
        guard office.vault.erasure(of: grant.key) == nil else { return nil }
        let bytes = try office.vault.key(grant.key).password(of: grant.event)
        return AccessCode(random: bytes.prefix(AccessCode.passwordLength))
    }
}

extension RecordedEvent {
    fileprivate static func firstKey(
        of stream: StreamName, in log: EventLog
    ) throws -> KeyReference? {
        try log.readStream(stream.subject, afterVersion: 0, limit: 1).first
            .flatMap { try RecordedEvent.read($0).key }
    }
}
