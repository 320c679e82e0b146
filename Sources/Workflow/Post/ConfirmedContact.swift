internal import Entries
package import Events
package import Rules
package import Vault

/// What a person shows to be the own by a code that is sent there.
package enum ConfirmedContact: CaseIterable, Sendable {
    case email
    case phone

    init?(_ kind: ContactKind) {
        switch kind {
        case .email: self = .email
        case .phone: self = .phone
        case .line, .address: return nil
        }
    }

    package var kind: ContactKind { self == .email ? .email : .phone }
    package var notice: Notice { self == .email ? .contactCode : .phoneCode }
    package var purpose: OneTimeCode.Purpose { self == .email ? .contact : .phone }

    /// A mail may be on its way for a while; a telephone is at hand.
    private var minutes: Int { self == .email ? 30 : 5 }

    func end(after time: Instant) -> Instant { time.advanced(milliseconds: minutes * 60_000) }
}
