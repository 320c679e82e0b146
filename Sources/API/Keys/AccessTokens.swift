internal import Crypto
internal import Entries
internal import Events
internal import Rules

/// Tokens that a connected system gets for its key (OAuth 2.0, client credentials): for an hour,
/// and for no more scopes than it asked for.
///
/// Like a key a token is computed and kept nowhere. It hangs on the system's key: with another key
/// it is worth nothing.
extension SubscriberKeys {
    static let tokenSeconds = 3600

    func token(
        for client: OfficeEvent.SubscriberSet, _ scopes: Set<ClientScope>, at now: Instant
    ) -> String? {
        let expires = now.milliseconds / 1000 + Self.tokenSeconds
        let words = ClientScope.allCases.filter(scopes.contains).map(\.rawValue)
        guard let proof = proof(of: client, words, expires) else { return nil }
        let places = ClientScope.allCases.enumerated().filter { scopes.contains($1) }
        return
            "kt_\(client.subscriber)_\(expires)_\(places.map { "\($0.offset)" }.joined(separator: "."))_\(proof)"
    }

    /// What a token opens; nil if it is not ours, is over, or the system has another key by now.
    func bearer(token: String, in settings: OfficeSettings, at now: Instant) -> Bearer? {
        let parts = token.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[0] == "kt", let expires = Int(parts[parts.count - 3]),
            now.milliseconds / 1000 < expires,
            let client = settings.subscribers[parts[1..<(parts.count - 3)].joined(separator: "_")]
        else { return nil }
        let places = parts[parts.count - 2].split(separator: ".").compactMap { Int($0) }
        let all = ClientScope.allCases
        guard places.allSatisfy(all.indices.contains) else { return nil }
        let scopes = places.map { all[$0] }
        guard let own = proof(of: client, scopes.map(\.rawValue), expires),
            Self.isSame(own, String(parts[parts.count - 1]))
        else { return nil }
        return Bearer(
            client: client, scopes: Set(scopes).intersection(client.knownScopes),
            expires: Instant(milliseconds: expires * 1000))
    }

    private func proof(
        of client: OfficeEvent.SubscriberSet, _ scopes: [String], _ expires: Int
    ) -> String? {
        client.secret.map { name in
            proof(
                "token\n\(client.subscriber)\n\(name)\n\(expires)\n\(scopes.joined(separator: " "))"
            )
        }
    }
}

extension OfficeEvent.SubscriberSet {
    /// What it was given, of what there is.
    var knownScopes: Set<ClientScope> { Set(scopes.compactMap { ClientScope(rawValue: $0) }) }
}
