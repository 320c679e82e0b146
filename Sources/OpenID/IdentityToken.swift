internal import Channels
internal import Crypto
internal import Entries
internal import Signatures

/// A signed statement of a provider about a person (a JSON Web Token), not believed yet.
struct IdentityToken {
    let algorithm: String
    let keyID: String?
    let claims: JSONNode
    private let signed: [UInt8]
    private let signature: [UInt8]

    private static let mostBytes = 32 << 10

    /// Nil for what is no such statement at all.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.mostBytes, parts.count == 3,
            let head = Base64URL.decode(parts[0]), let body = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            let header = try? JSONParser.parse(head), let claims = try? JSONParser.parse(body),
            let algorithm = header["alg"]?.word,
            // Something that must be understood and is not known here.
            header["crit"] == nil, case .object = claims.value
        else { return nil }
        self.algorithm = algorithm
        keyID = header["kid"]?.word
        self.claims = claims
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    func isSigned(by key: WebSignature.PublicKey) -> Bool {
        WebSignature.isRight(signature, of: signed, by: key)
    }

    func isSigned(with secret: String) -> Bool {
        let wanted = SharedSecret.signature(of: signed, secret: secret)
        return SharedSecret.isSame(signature, wanted.bytes)
    }
}

/// What a statement must say to be believed (OpenID Connect Core, 3.1.3.7).
struct TokenExpectation {
    var issuer: String
    var client: String
    /// Nil where a provider does not give it back.
    var nonce: String?
    var accessToken: String?
    var now: Instant
    /// Clocks differ.
    private static let leewaySeconds = 120.0

    init(
        issuer: String, client: String, nonce: String?, accessToken: String?, now: Instant
    ) {
        self.issuer = issuer
        self.client = client
        self.nonce = nonce
        self.accessToken = accessToken
        self.now = now
    }

    /// What is wrong with these claims; nil if nothing is.
    func objection(to claims: JSONNode) -> ProviderError.Objection? {
        guard claims["iss"]?.word == issuer else { return .issuer }
        guard isForUs(claims) else { return .audience }
        let seconds = Double(now.milliseconds) / 1000
        guard let end = time(claims["exp"]), end + Self.leewaySeconds > seconds else {
            return .expired
        }
        guard let issued = time(claims["iat"]), issued - Self.leewaySeconds < seconds,
            issued > seconds - 3600
        else { return .issuedAt }
        if let start = time(claims["nbf"]), start - Self.leewaySeconds > seconds {
            return .issuedAt
        }
        if let nonce, claims["nonce"]?.word != nonce { return .nonce }
        guard isBound(claims) else { return .accessToken }
        guard let subject = claims["sub"]?.word, (1...255).contains(subject.utf8.count) else {
            return .subject
        }
        return nil
    }

    private func isForUs(_ claims: JSONNode) -> Bool {
        switch claims["aud"]?.value {
        case .string(let audience): return audience == client && isAuthorized(claims)
        case .array(let nodes):
            let audiences = nodes.compactMap(\.word)
            guard audiences.contains(client) else { return false }
            return audiences.count == 1
                ? isAuthorized(claims) : claims["azp"]?.word == client
        default: return false
        }
    }

    private func isAuthorized(_ claims: JSONNode) -> Bool {
        claims["azp"]?.word.map { $0 == client } ?? true
    }

    /// Whether the statement belongs to the access token, where it says so.
    private func isBound(_ claims: JSONNode) -> Bool {
        guard let hash = claims["at_hash"]?.word, let accessToken else { return true }
        let wanted = Base64URL.encode(SHA256.hash(Array(accessToken.utf8)).bytes.prefix(16))
        return SharedSecret.isSame(Array(hash.utf8), Array(wanted.utf8))
    }

    /// Seconds since 1970; some providers write fractions.
    private func time(_ node: JSONNode?) -> Double? {
        guard case .number(let text)? = node?.value, let seconds = Double(text), seconds.isFinite,
            seconds > 0
        else { return nil }
        return seconds
    }
}
