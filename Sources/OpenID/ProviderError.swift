/// Why a provider's word about a person is not taken.
package enum ProviderError: Error, Equatable, Sendable {
    /// It could not be asked, or answered what makes no sense; once more may help.
    case unreachable(String)
    /// The person, or the provider, said no: `user_denied`, `access_denied`.
    case denied
    /// It does not take what we sent, by its own word: our registration there is not right.
    case refused(String)
    /// It says something that is not to be believed.
    case untrusted(Objection)

    package enum Objection: String, Equatable, Sendable {
        case issuer, audience, expired, issuedAt, nonce, accessToken, subject
        case algorithm, signature, malformed, missing
    }
}

extension ProviderError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let words): "unreachable: \(words)"
        case .denied: "denied"
        case .refused(let code): "refused: \(code)"
        case .untrusted(let objection): "untrusted: \(objection.rawValue)"
        }
    }
}
