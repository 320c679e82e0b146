/// The proxies whose word about the client is taken.
package struct TrustedProxies: Equatable, Sendable {
    /// The one field that they write; another one would be the client's own.
    package enum Field: Sendable { case xForwardedFor, forwarded }

    package var networks: [Network]
    package var field: Field

    package init(_ networks: [Network] = [], field: Field = .xForwardedFor) {
        self.networks = networks
        self.field = field
    }

    /// Who asked, and whether over TLS: the nearest address that is not a trusted proxy's.
    package func origin(peer: IPAddress, headers: HeaderFields) -> (
        client: IPAddress, isSecure: Bool
    ) {
        guard isTrusted(peer) else { return (peer, false) }
        let hops = field == .forwarded ? forwarded(headers) : plain(headers)
        var client = peer
        for hop in hops.addresses.reversed() {
            guard let hop else { break }
            client = hop
            if !isTrusted(hop) { break }
        }
        return (client, hops.isSecure)
    }

    private func isTrusted(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    private func plain(_ headers: HeaderFields) -> (addresses: [IPAddress?], isSecure: Bool) {
        let members = headers.list("X-Forwarded-For")?.split(separator: ",") ?? []
        let scheme = headers.list("X-Forwarded-Proto")?.split(separator: ",").last
        return (
            members.map { Self.address(ASCII.trimmed($0)) },
            scheme.map { ASCII.lowercased(ASCII.trimmed($0)) } == "https"
        )
    }

    private func forwarded(_ headers: HeaderFields) -> (addresses: [IPAddress?], isSecure: Bool) {
        let elements = headers.list("Forwarded")?.split(separator: ",") ?? []
        let read = elements.map { ParameterList.parameters(Array($0.utf8)[...]) }
        return (
            read.map { $0?["for"].flatMap(Self.address) },
            (read.last ?? nil)?["proto"].map { ASCII.lowercased($0) } == "https"
        )
    }

    /// An address with or without a port, in brackets or not.
    private static func address(_ text: String) -> IPAddress? {
        if let address = IPAddress(text) { return address }
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return IPAddress(text[text.index(after: text.startIndex)..<end])
        }
        return text.lastIndex(of: ":").flatMap { IPAddress(text[..<$0]) }
    }
}
