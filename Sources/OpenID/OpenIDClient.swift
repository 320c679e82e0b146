internal import Channels
internal import Crypto
package import Entries
internal import Events
internal import Threads

/// Asks an OpenID provider who somebody is: code flow with state, nonce and PKCE (S256).
///
/// Any thread may use it, none that must not wait: a call blocks for up to three requests. What
/// the provider says of itself and its keys is kept; an unknown key asks anew, once a minute.
package final class OpenIDClient: Sendable {
    package let profile: ProviderProfile
    private let issuer: String
    private let client: String
    private let secret: String
    private let clock: @Sendable () -> Instant
    private let kept = Monitor(Kept())

    private struct Kept: Sendable {
        var endpoints: Endpoints?
        var keys: KeySet?
        /// When keys were fetched last.
        var fetched: Instant?
    }

    struct Endpoints: Sendable {
        let authorize: String, token: String, keys: String, userInfo: String?
    }

    private static let refetchMilliseconds = 60_000
    private static let requestMilliseconds = 10_000

    /// `issuer`: another than the profile's.
    package init(
        _ profile: ProviderProfile, issuer: String? = nil, client: String, secret: String,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.profile = profile
        self.issuer = issuer ?? profile.issuer
        self.client = client
        self.secret = secret
        self.clock = clock
    }

    /// Where the browser goes now.
    package func address(for trip: RoundTrip) throws(ProviderError) -> String {
        let endpoint = try endpoints().authorize
        let query = PercentCoding.form([
            ("response_type", "code"), ("client_id", client), ("redirect_uri", trip.redirect),
            ("scope", profile.scopes), ("state", trip.state), ("nonce", trip.nonce),
            ("code_challenge", trip.challenge), ("code_challenge_method", "S256"),
        ])
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// Who came back with that code. The caller has compared the state; a code works once.
    package func person(code: String, of trip: RoundTrip) throws(ProviderError) -> VouchedPerson {
        let answer = try exchange(code, trip)
        let access = answer["access_token"]?.word
        var claims: JSONNode
        if let text = answer["id_token"]?.word {
            claims = try believed(text, trip, access)
        } else if profile.mayAnswerBare {
            claims = answer
        } else {
            throw .untrusted(.missing)
        }
        let subject = claims["sub"]?.word ?? profile.numberClaim.flatMap { claims[$0]?.word }
        guard let subject, !subject.isEmpty else { throw .untrusted(.subject) }
        if profile.asksUserInfo {
            let info = try userInfo(access)
            // Somebody else's particulars would be a mix-up of the provider's.
            guard info["sub"]?.word.map({ $0 == subject }) ?? true else {
                throw .untrusted(.subject)
            }
            claims = info
        }
        return vouched(subject, claims)
    }

    private func vouched(_ subject: String, _ claims: JSONNode) -> VouchedPerson {
        func text(_ name: String) -> String? {
            guard case .string(let text)? = claims[name]?.value, !text.isEmpty,
                text.utf8.count <= 300
            else { return nil }
            return text
        }
        var person = VouchedPerson(issuer: issuer, subject: subject)
        person.nationalID = profile.numberClaim.flatMap(text)
        person.title = text("title")
        person.givenName = text("given_name")
        person.familyName = text("family_name")
        person.email = text("email")
        person.level = claims["ial"]?.word
        return person
    }
}

// MARK: Asking

extension OpenIDClient {
    private func exchange(
        _ code: String, _ trip: RoundTrip
    ) throws(ProviderError) -> JSONNode {
        guard let sent = profile.sent(secret) else { throw .refused("secret") }
        var request = WebRequest(
            .post, try endpoints().token,
            body: Array(
                PercentCoding.form([
                    ("grant_type", "authorization_code"), ("code", code),
                    ("redirect_uri", trip.redirect), ("code_verifier", trip.verifier),
                ]).utf8))
        // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
        let login = "\(PercentCoding.encode(client)):\(PercentCoding.encode(sent))"
        request.add("Authorization", "Basic " + Base64.encode(Array(login.utf8)))
        request.add("Content-Type", "application/x-www-form-urlencoded")
        let (status, node) = try ask(request)
        if let error = node["error"]?.word {
            throw ["user_denied", "access_denied"].contains(error)
                ? .denied : .refused(Self.harmless(error))
        }
        guard status == 200 else { throw .unreachable("status \(status)") }
        return node
    }

    /// Only what may stand in a log.
    private static func harmless(_ error: String) -> String {
        String(error.unicodeScalars.prefix(60).filter { $0.isASCII && $0.value > 0x20 })
    }

    private func userInfo(_ access: String?) throws(ProviderError) -> JSONNode {
        guard let access, access.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let address = try endpoints().userInfo
        else { throw .untrusted(.missing) }
        var request = WebRequest(.get, address)
        request.add("Authorization", "Bearer \(access)")
        let (status, node) = try ask(request)
        guard status == 200 else { throw .unreachable("status \(status)") }
        return node
    }

    private func ask(
        _ request: WebRequest
    ) throws(ProviderError) -> (status: Int, node: JSONNode) {
        var request = request
        request.add("Accept", "application/json")
        request.connectMilliseconds = Self.requestMilliseconds / 2
        request.totalMilliseconds = Self.requestMilliseconds
        let answer: WebAnswer
        do throws(WebError) {
            answer = try WebSession().send(request)
        } catch {
            throw .unreachable(error.words)
        }
        guard let node = try? JSONParser.parse(answer.body), case .object = node.value else {
            throw .unreachable("status \(answer.status), no JSON")
        }
        return (answer.status, node)
    }

    /// What the provider says of itself (OpenID Connect Discovery), asked once.
    private func endpoints() throws(ProviderError) -> Endpoints {
        if let endpoints = kept.with({ $0.endpoints }) { return endpoints }
        guard WebAddress.isPrivate(issuer) else { throw .refused("issuer") }
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let (status, node) = try ask(
            WebRequest(.get, base + "/.well-known/openid-configuration"))
        guard status == 200 else { throw .unreachable("status \(status)") }
        guard node["issuer"]?.word == issuer else { throw .untrusted(.issuer) }
        func address(_ name: String) -> String? {
            node[name]?.word.flatMap { WebAddress.isPrivate($0) ? $0 : nil }
        }
        guard let authorize = address("authorization_endpoint"),
            let token = address("token_endpoint"), let keys = address("jwks_uri")
        else { throw .untrusted(.malformed) }
        let endpoints = Endpoints(
            authorize: authorize, token: token, keys: keys, userInfo: address("userinfo_endpoint"))
        kept.with { $0.endpoints = endpoints }
        return endpoints
    }
}

// MARK: Believing

extension OpenIDClient {
    private func believed(
        _ text: String, _ trip: RoundTrip, _ access: String?
    ) throws(ProviderError) -> JSONNode {
        guard let token = IdentityToken(text) else { throw .untrusted(.malformed) }
        guard let algorithm = SignatureAlgorithm(rawValue: token.algorithm),
            profile.algorithms.contains(algorithm)
        else { throw .untrusted(.algorithm) }
        guard try isSigned(token, algorithm) else { throw .untrusted(.signature) }
        let expectation = TokenExpectation(
            issuer: issuer, client: client, nonce: profile.returnsNonce ? trip.nonce : nil,
            accessToken: access, now: clock())
        if let objection = expectation.objection(to: token.claims) { throw .untrusted(objection) }
        return token.claims
    }

    private func isSigned(
        _ token: IdentityToken, _ algorithm: SignatureAlgorithm
    ) throws(ProviderError) -> Bool {
        if algorithm == .hs256 { return token.isSigned(with: secret) }
        let known = try keys(isNew: false).candidates(algorithm, token.keyID)
        if known.contains(where: { token.isSigned(by: $0.key) }) { return true }
        // It signs with a new key from time to time; a key that it knows and that does not fit is
        // an answer.
        guard known.isEmpty else { return false }
        return try keys(isNew: true).candidates(algorithm, token.keyID).contains {
            token.isSigned(by: $0.key)
        }
    }

    private func keys(isNew: Bool) throws(ProviderError) -> KeySet {
        let now = clock()
        let (kept, fetched) = kept.with { ($0.keys, $0.fetched) }
        if let kept {
            let age = fetched.map { now.milliseconds - $0.milliseconds } ?? .max
            if !isNew || age < Self.refetchMilliseconds { return kept }
        }
        let (status, node) = try ask(WebRequest(.get, try endpoints().keys))
        guard status == 200, let keys = KeySet(node) else {
            throw .unreachable("no keys, status \(status)")
        }
        self.kept.with { ($0.keys, $0.fetched) = (keys, now) }
        return keys
    }
}
