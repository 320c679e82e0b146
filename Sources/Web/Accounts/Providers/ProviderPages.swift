internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import OpenID
internal import Rules
internal import Workflow

/// To a provider, and back from it.
enum ProviderPages {
    static func add(to routes: inout PageRoutes) {
        routes.get("/login/with/{provider}", lane: .slow) { try leave($0) }
        routes.get("/login/with/{provider}/back", lane: .slow) { try comeBack($0) }
        StrangerPage.add(to: &routes)
        LoginsPage.add(to: &routes)
    }

    private static func open(_ visit: Visit) throws -> (LoginProvider, OpenIDClient) {
        let provider = try visit.request.parameter("provider") { LoginProvider(rawValue: $0) }
        guard let client = try visit.office.openID(provider) else { throw HTTP.Refusal.notFound }
        return (provider, client)
    }

    private static func leave(_ visit: Visit) throws -> Answer {
        let (provider, client) = try open(visit)
        if let seconds = visit.memory.loginNetworks.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let trip = RoundTrip(redirect: try visit.wayBack(from: provider))
        let address: String
        do throws(ProviderError) {
            address = try client.address(for: trip)
        } catch {
            return .page(ProviderFailure.page(error, provider, visit))
        }
        var trips = visit.memory.trips.find(visit.visitor, at: visit.now) ?? ProviderTrips()
        trips.begin(.init(provider: provider, trip: trip, next: visit.request.query["next"]))
        visit.memory.trips.keep(trips, of: visit.visitor, at: visit.now)
        return .go(address)
    }

    private static func comeBack(_ visit: Visit) throws -> Answer {
        let (provider, client) = try open(visit)
        let query = visit.request.query
        // Whoever did not leave from here has no business here: somebody else's code, or a page
        // that was opened again.
        guard let state = query["state"],
            var trips = visit.memory.trips.find(visit.visitor, at: visit.now),
            let trip = trips.end(state, provider)
        else { return .page(ProviderFailure.stale(provider, visit)) }
        visit.memory.trips.keep(trips, of: visit.visitor, at: visit.now)
        if let error = query["error"] {
            let isDenied = ["user_denied", "access_denied"].contains(error)
            return .page(ProviderFailure.page(isDenied ? .denied : .refused(""), provider, visit))
        }
        guard let code = query["code"], !code.isEmpty else {
            return .page(ProviderFailure.stale(provider, visit))
        }
        let person: VouchedPerson
        do throws(ProviderError) {
            person = try client.person(code: code, of: trip.trip)
        } catch {
            return .page(ProviderFailure.page(error, provider, visit))
        }
        visit.memory.loginNetworks.giveBack(visit.network)
        return try welcome(
            Stranger(person, person.level(by: client.profile), by: trip), visit)
    }

    private static func welcome(_ stranger: Stranger, _ visit: Visit) throws -> Answer {
        // Somebody who is logged in came to link the login.
        if visit.session == nil,
            let account = try visit.office.account(of: stranger.person, by: stranger.provider)
        {
            return try letIn(account, stranger, visit)
        }
        visit.memory.strangersAtDoor.keep(stranger, of: visit.visitor, at: visit.now)
        let page = visit.session == nil ? ["login", "confirm"] : ["account", "logins"]
        return .go(visit.path(page[0], page[1]))
    }

    /// Begins the session; a provider that knows the person better than before says so.
    static func letIn(
        _ account: String, _ stranger: Stranger, _ visit: Visit
    ) throws -> Answer {
        if let known = try visit.office.office.person(account)?.account,
            stranger.level.isProven, stranger.level > known.identityLevel
        {
            // Refused where a command of another request was faster: it says the same.
            _ = visit.office.perform(
                Draft(
                    .account(
                        id: account,
                        .verifyIdentity(
                            .init(level: stranger.level, method: stranger.provider.method))),
                    by: .system, at: visit.now))
        }
        visit.memory.strangersAtDoor.forget(visit.visitor)
        let target = visit.target(stranger.next) ?? visit.path("account")
        return .response(try visit.begin(account, thenTo: target))
    }

    /// Buttons of the providers that the office has opened; nothing where it has none.
    static func buttons(_ visit: Visit, thenTo next: String?) throws -> HTML? {
        let providers = try visit.office.providers()
        guard !providers.isEmpty else { return nil }
        return div(.class("actions")) {
            for provider in providers {
                a(.class("button second"), .href(visit.way(to: provider, thenTo: next))) {
                    visit.say("ใช้ ", "Use ") + visit.language(provider.label)
                }
            }
        }
    }
}

extension LoginProvider {
    /// How a person was identified whom it vouches for.
    var method: IdentityMethod {
        switch self {
        case .thaid: .thaid
        case .dga: .dga
        case .line: .line
        }
    }
}
