internal import Channels
internal import Entries
internal import Foundation
package import HTTP

/// Where deliveries may go: out of the house, and never to a machine inside it unless whoever runs
/// this one has said so.
package struct WebhookReach: Sendable {
    /// Networks that are allowed although they are not public, `127.0.0.0/8`.
    package let allowed: [Network]

    package init(allowed: [Network] = []) { self.allowed = allowed }

    private static let inside = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
        "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ].compactMap { Network($0) }

    func isAllowed(_ address: IPAddress) -> Bool {
        allowed.contains { $0.contains(address) }
            || !Self.inside.contains { $0.contains(address) }
    }
}

/// An address that deliveries go to, and the machine that it is now.
struct WebhookTarget {
    /// Why nothing is sent there.
    struct Refused: Error, Equatable { let words: String }

    let address: String
    /// `host:port:192.0.2.1`: curl connects to this and asks nobody, so that no other answer can
    /// come between our look at it and the connection.
    let pin: String

    /// Looks the host up; blocks.
    init(_ text: String, reach: WebhookReach) throws(Refused) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil
        else { throw Refused(words: "the address cannot be read") }
        let isPlain = parts.scheme?.lowercased() == "http"
        guard isPlain || parts.scheme?.lowercased() == "https" else {
            throw Refused(words: "the address is neither https nor http")
        }
        let port = parts.port ?? (isPlain ? 80 : 443)
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let found: [String]
        do throws(WebError) { found = try HostAddresses.of(bare) } catch {
            throw Refused(words: error.words)
        }
        let addresses = found.compactMap { IPAddress($0) }
        guard let first = addresses.first, addresses.allSatisfy(reach.isAllowed) else {
            throw Refused(words: "the address leads into a private network")
        }
        let isInside = addresses.allSatisfy { one in reach.allowed.contains { $0.contains(one) } }
        guard isInside || !isPlain else {
            throw Refused(words: "out of the house only https is sent")
        }
        address = text
        pin = "\(bare):\(port):\(first.bytes.count == 16 ? "[\(first)]" : "\(first)")"
    }
}
