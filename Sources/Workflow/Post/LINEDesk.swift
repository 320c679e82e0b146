internal import Channels
internal import Entries
internal import Signatures
internal import Threads

/// Where LINE is heard and answered for an office.
final class LINEDesk: Sendable {
    let sender: LINESender
    private let secret: String
    private let heard = Monitor<[String]>([])
    private static let mostHeard = 10_000

    init(sender: LINESender, secret: String) {
        self.sender = sender
        self.secret = secret
    }

    /// Whether what came is LINE's own word: signed over its bytes with the channel's secret.
    func isSigned(_ body: [UInt8], _ signature: String) -> Bool {
        let wanted = Base64.encode(SharedSecret.signature(of: body, secret: secret).bytes)
        return SharedSecret.isSame(Array(signature.utf8), Array(wanted.utf8))
    }

    /// Whether an event is heard for the first time; LINE tells some twice.
    func isNew(_ id: String) -> Bool {
        heard.with { heard in
            guard !heard.contains(id) else { return false }
            heard.append(id)
            if heard.count > Self.mostHeard { heard.removeFirst(Self.mostHeard / 2) }
            return true
        }
    }
}
