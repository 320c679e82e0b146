package import Events
package import OpenID
internal import Rules
internal import Threads
internal import Vault

/// A provider's client, and the settings that it was made of.
struct ProviderClient: Sendable {
    let settings: OfficeEvent.LoginProviderSet
    let client: OpenIDClient
}

extension ServedOffice {
    /// Who may say here who somebody is.
    package func providers() throws -> [LoginProvider] {
        let settings = try settings().value
        return LoginProvider.allCases.filter { provider in
            guard let set = settings.loginProviders[provider] else { return false }
            return set.isEnabled && set.client != nil && set.secret != nil
        }
    }

    /// The client of a provider that the office has opened; nil if it has not.
    package func openID(_ provider: LoginProvider) throws -> OpenIDClient? {
        guard let set = try settings().value.loginProviders[provider], set.isEnabled,
            let client = set.client, let secret = set.secret
        else { return nil }
        if let made = providerClients.with({ $0[provider] }), made.settings == set {
            return made.client
        }
        let keys = try KeyDirectory(of: office)
        let made = ProviderClient(
            settings: set,
            client: OpenIDClient(
                .standard(provider), issuer: set.issuer, client: client,
                secret: try keys.text(secret), clock: clock))
        providerClients.with { $0[provider] = made }
        return made.client
    }

    /// The account that the person signs in to by that provider; nil if there is none.
    package func account(of person: VouchedPerson, by provider: LoginProvider) throws -> String? {
        guard let id = try account(with: person.login.key, as: .login),
            let file = try office.person(id), !file.account.isErased,
            file.account.logins.contains(provider)
        else { return nil }
        return id
    }
}

extension VouchedPerson {
    /// What is sealed of it with an account.
    package var login: Login { Login(issuer: issuer, subject: subject) }

    /// As the office names levels; what the provider calls otherwise is no level.
    package func level(by profile: ProviderProfile) -> IdentityLevel {
        let named = level.flatMap { level in
            IdentityLevel(rawValue: level.hasPrefix("IAL") ? String(level.dropFirst(3)) : level)
        }
        // A word that is one of ours and of no provider would prove nothing.
        guard let named, named.isProven, profile.level.isProven else { return profile.level }
        return named
    }
}
