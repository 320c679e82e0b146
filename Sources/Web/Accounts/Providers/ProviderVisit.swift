internal import Crypto
internal import Entries
internal import Events
internal import HTTP
internal import OpenID
internal import Rules
internal import Workflow

/// Ways to a provider that a browser has begun, the newest last.
struct ProviderTrips: Sendable {
    struct Trip: Sendable {
        let provider: LoginProvider
        let trip: RoundTrip
        /// Where it leads afterwards.
        let next: String?
    }

    private(set) var trips: [Trip] = []
    /// Several tabs.
    private static let most = 5

    mutating func begin(_ trip: Trip) {
        trips.append(trip)
        if trips.count > Self.most { trips.removeFirst() }
    }

    /// The one of that state, which is over with this.
    mutating func end(_ state: String, _ provider: LoginProvider) -> Trip? {
        guard
            let index = trips.firstIndex(where: {
                $0.provider == provider && $0.trip.isSame(state: state)
            })
        else { return nil }
        return trips.remove(at: index)
    }
}

/// Somebody whom a provider vouches for and whom this office has not let in yet.
struct Stranger: Sendable {
    let provider: LoginProvider
    let person: VouchedPerson
    let level: IdentityLevel
    let next: String?
    /// The name that an account would have: sent twice, it is registered once.
    let account: String

    init(_ person: VouchedPerson, _ level: IdentityLevel, by trip: ProviderTrips.Trip) {
        provider = trip.provider
        next = trip.next
        self.person = person
        self.level = level
        account = "c-\(Hex.encode(SecureRandom.current.bytes(10)))"
    }

    var number: ThaiID? { person.nationalID.flatMap { try? ThaiID($0) } }

    /// Who it is, as the provider says; nil if that is not enough to register.
    var identity: Identity? {
        guard let number, let given = person.givenName, let family = person.familyName else {
            return nil
        }
        return Identity(
            title: person.title, givenName: given, familyName: family, nationalID: number.digits)
    }
}

extension Visit {
    /// Where a provider leads back to, exactly as it is registered there.
    func wayBack(from provider: LoginProvider) throws -> String {
        guard let address = address(of: path("login", "with", provider.rawValue, "back")) else {
            throw HTTP.Refusal.notFound
        }
        return address
    }

    /// The way to a provider.
    func way(to provider: LoginProvider, thenTo next: String?) -> String {
        let path = path("login", "with", provider.rawValue)
        guard let next = target(next) else { return path }
        var query = FormFields()
        query["next"] = next
        return "\(path)?\(query.encoded)"
    }
}
