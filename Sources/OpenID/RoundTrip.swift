internal import Channels
internal import Crypto
internal import Entries
internal import Signatures

/// One way to a provider and back: what shows, on the way back, that it is the same browser, the
/// same visit and the same client. It stays with the visit and goes into no address.
package struct RoundTrip: Equatable, Sendable {
    /// In the address, there and back.
    package let state: String
    let nonce: String
    let verifier: String
    /// Where the provider leads back to: exactly as registered there.
    package let redirect: String

    package init(redirect: String) {
        self.redirect = redirect
        state = Base64URL.encode(SecureRandom.current.bytes(32))
        nonce = Base64URL.encode(SecureRandom.current.bytes(32))
        verifier = Base64URL.encode(SecureRandom.current.bytes(32))
    }

    /// PKCE, S256 (RFC 7636).
    var challenge: String { Base64URL.encode(SHA256.hash(Array(verifier.utf8)).bytes) }

    /// Whether the provider came back to this visit.
    package func isSame(state sent: String) -> Bool {
        SharedSecret.isSame(Array(sent.utf8), Array(state.utf8))
    }
}

/// A person as a provider vouches for.
package struct VouchedPerson: Equatable, Sendable {
    package let issuer: String
    /// Names the person at the issuer; it may be the citizen's number, so it is personal data.
    package let subject: String
    package var nationalID: String?
    package var title: String?
    package var givenName: String?
    package var familyName: String?
    package var email: String?
    /// As the provider calls it, `2.3`.
    package var level: String?

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}
