internal import COpenSSL
package import Entries

/// What a provider's words are signed with, by a secret that both sides know and that has any
/// length.
package enum SharedSecret {
    /// HMAC-SHA256. C: `HMAC`.
    package static func signature(of message: [UInt8], secret: String) -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        let key = Array(secret.utf8)
        let made = unsafe HMAC(
            EVP_sha256(), key, Int32(key.count), message, message.count, &bytes, nil)
        precondition(unsafe made != nil, "SHA-256 is not there")
        return Digest(bytes)!
    }

    /// Takes the same time whatever differs.
    package static func isSame(_ sent: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard sent.count == wanted.count else { return false }
        return zip(sent, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// MD5, which some provider's passwords are made with; good for nothing else. C: `EVP_Digest`.
    package static func md5(_ text: String) -> String? {
        let message = Array(text.utf8)
        var bytes = [UInt8](repeating: 0, count: 16)
        var count: UInt32 = 0
        guard unsafe EVP_Digest(message, message.count, &bytes, &count, EVP_md5(), nil) == 1,
            count == 16
        else { return nil }
        return Hex.encode(bytes)
    }
}
