internal import Signatures
package import Events

/// In what a provider differs from the standard and from the others.
package struct ProviderProfile: Equatable, Sendable {
    package var provider: LoginProvider
    /// Where it is when an office names nothing else, the sandbox for example.
    package var issuer: String
    package var scopes: String
    /// Whether it gives the nonce back; ThaiD's papers do not mention any.
    package var returnsNonce = true
    package var algorithms: [SignatureAlgorithm] = [.rs256, .es256]
    /// Whether what it says of a person may stand in the token's answer itself, without a signed
    /// statement: it comes from the provider's own server over TLS.
    package var mayAnswerBare = false
    /// Whether the person's particulars are asked for in a second request.
    package var asksUserInfo = false
    package var secretForm = SecretForm.plain
    /// What it calls the citizen's number; nil if it knows none.
    package var numberClaim: String?
    /// How surely somebody is known of whom it says nothing more.
    package var level: IdentityLevel

    package enum SecretForm: Equatable, Sendable {
        case plain
        /// DGA's: seven rounds of MD5 over the text and `EGA`.
        case seasoned
    }

    package static func standard(_ provider: LoginProvider) -> ProviderProfile {
        switch provider {
        case .thaid:
            ProviderProfile(
                provider: .thaid, issuer: "https://imauth.bora.dopa.go.th",
                scopes: "openid pid title given_name family_name ial", returnsNonce: false,
                mayAnswerBare: true, numberClaim: "pid", level: .ial11)
        case .dga:
            ProviderProfile(
                provider: .dga, issuer: "https://connect.egov.go.th",
                scopes: "openid citizen_id given_name family_name", asksUserInfo: true,
                secretForm: .seasoned, numberClaim: "citizen_id", level: .ial11)
        case .line:
            ProviderProfile(
                provider: .line, issuer: "https://access.line.me", scopes: "openid profile",
                algorithms: [.es256, .hs256], level: .unproven)
        }
    }

    /// The secret as it is sent; nil if it cannot be made.
    func sent(_ secret: String) -> String? {
        switch secretForm {
        case .plain: return secret
        case .seasoned:
            var text = secret
            for _ in 0..<7 {
                guard let next = SharedSecret.md5(text + "EGA") else { return nil }
                text = next
            }
            return text
        }
    }
}
