internal import Signatures
internal import Channels
internal import Entries

/// The public keys of a provider (RFC 7517), of those that are for signatures.
struct KeySet: Sendable {
    struct Key: Sendable {
        let id: String?
        let algorithm: SignatureAlgorithm
        let key: WebSignature.PublicKey
    }

    let keys: [Key]

    /// Keys of a kind that is not known here are passed over.
    init?(_ node: JSONNode) {
        guard case .array(let nodes)? = node["keys"]?.value else { return nil }
        keys = nodes.compactMap(Self.key)
    }

    /// Those that a token of this header may be signed with.
    func candidates(_ algorithm: SignatureAlgorithm, _ id: String?) -> [Key] {
        keys.filter { $0.algorithm == algorithm && (id == nil || $0.id == id) }
    }

    private static func key(_ node: JSONNode) -> Key? {
        func bytes(_ name: String) -> [UInt8]? { node[name]?.word.flatMap { Base64URL.decode($0) } }
        if let use = node["use"]?.word, use != "sig" { return nil }
        let key: WebSignature.PublicKey
        let algorithm: SignatureAlgorithm
        switch node["kty"]?.word {
        case "RSA":
            guard let modulus = bytes("n"), let exponent = bytes("e") else { return nil }
            (key, algorithm) = (.rsa(modulus: modulus, exponent: exponent), .rs256)
        case "EC":
            guard node["crv"]?.word == "P-256", let x = bytes("x"), let y = bytes("y") else {
                return nil
            }
            (key, algorithm) = (.p256(x: x, y: y), .es256)
        default: return nil
        }
        guard key.isSound, node["alg"]?.word.map({ $0 == algorithm.rawValue }) ?? true else {
            return nil
        }
        return Key(id: node["kid"]?.word, algorithm: algorithm, key: key)
    }
}

/// How a provider may sign; `none` is no way.
package enum SignatureAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"
    /// By the client's secret.
    case hs256 = "HS256"
}
