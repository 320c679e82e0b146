internal import COpenSSL

/// HMAC-SHA1 (RFC 2104), for the codes of authenticator apps, which know no other.
///
/// C: `HMAC`, `EVP_sha1`.
package enum HMACSHA1 {
    private static let count = 20

    package static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: count)
        let made = unsafe HMAC(
            EVP_sha1(), key, CInt(key.count), message, message.count, &code, nil)
        precondition(unsafe made != nil, "HMAC-SHA1 cannot be made")
        return code
    }
}
