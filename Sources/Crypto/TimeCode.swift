/// The codes that an authenticator app shows (RFC 6238, HMAC-SHA1, a new one every 30 seconds).
package enum TimeCode {
    package static let stepSeconds = 30

    /// The step that a moment lies in, counted from 1970.
    package static func step(atSeconds seconds: Int) -> Int { seconds / stepSeconds }

    /// The code of a step, as many digits as people type.
    package static func code(of step: Int, secret: [UInt8], digits: Int = 6) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let hash = HMACSHA1.authenticate(message, key: secret)
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let bound = (0..<digits).reduce(1) { bound, _ in bound * 10 }
        let text = String(number % bound)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
