internal import Crypto
package import Entries
internal import SQLite

/// A code or a link that is out and good, without what makes it one.
package struct OneTimeCode: Equatable, Sendable {
    package enum Purpose: String, CaseIterable, Sendable {
        case passwordReset = "password-reset"
        /// That an e-mail address is the person's own.
        case contact
        /// That a telephone is.
        case phone
        /// That a guest may read the whole of one case.
        case reading
    }

    package enum Manner: String, CaseIterable, Sendable {
        /// Six digits that are typed on the site.
        case code
        /// A token in an address.
        case link
    }

    /// What a code is worth that somebody typed.
    package enum Verdict: Equatable, Sendable {
        case right
        case wrong(triesLeft: Int)
        /// There is none, or no longer: expired, spent, guessed at too often.
        case dead
    }

    package let purpose: Purpose
    package let account: String
    package let manner: Manner
    /// Four letters that stand in the message and on the page, so that people know which is which.
    package let reference: String
    package let issued, expires: Instant
    package let triesLeft: Int

    /// From when on another may be asked for.
    package var resend: Instant {
        issued.advanced(milliseconds: OneTimeCodes.resendMilliseconds)
    }
}

/// Computes what belongs to one event: the same again for whoever has the epoch's key.
struct CodeMaker {
    let epoch: Int
    private let key: SecretKey
    private let context: String

    init(_ epochKey: EpochKey, _ purpose: String, _ account: String, _ event: EventID) {
        epoch = epochKey.epoch
        key = epochKey.key.derived(1, context: "KEKcodes")
        context = "one-time/1\n\(purpose)\n\(account)\n\(event)\n"
    }

    /// Six digits.
    var code: String {
        let number = bytes("code").prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Sixty-four hexadecimal digits.
    var token: String { Hex.encode(bytes("token")) }

    var reference: String { Self.letters(bytes("reference")) }

    /// Four letters; without vowels they spell nothing.
    static func letters(_ bytes: [UInt8]) -> String {
        let alphabet = Array("BCDFGHJKMNPQRSTVWXYZ")
        return String(bytes.prefix(4).map { alphabet[Int($0) % alphabet.count] })
    }

    private func bytes(_ use: String) -> [UInt8] {
        HMACSHA256.authenticate(Array((context + use).utf8), key: key).bytes
    }
}

/// A row of `codes`.
struct StoredCode {
    let event: EventID
    let position: Position
    let manner: OneTimeCode.Manner
    let epoch: Int
    let issued, expires: Instant
    let wrong: Int
    let isSpent: Bool
    let dayBegan: Instant
    let dayCount: Int
}

extension Database {
    func stored(_ purpose: OneTimeCode.Purpose, _ account: String) throws -> StoredCode? {
        try first(
            """
            SELECT event, position, manner, epoch, issued, expires, wrong, spent, day_began,
              day_count
            FROM codes WHERE purpose = ? AND account = ?
            """, purpose.rawValue, account
        ) { row -> StoredCode? in
            guard let event = EventID(text: row.text(0).utf8),
                let manner = OneTimeCode.Manner(rawValue: row.text(2))
            else { return nil }
            return StoredCode(
                event: event, position: Position(row.int64(1)), manner: manner,
                epoch: row.int(3), issued: Instant(milliseconds: row.int(4)),
                expires: Instant(milliseconds: row.int(5)), wrong: row.int(6),
                isSpent: row.bool(7), dayBegan: Instant(milliseconds: row.int(8)),
                dayCount: row.int(9))
        }.flatMap { $0 }
    }
}

extension OneTimeCodes {
    /// What was typed, as digits: Thai ones count, spaces and dashes do not. Nil as soon as there
    /// is anything else.
    static func digits(_ typed: String) -> String? {
        var digits = ""
        for scalar in typed.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits.unicodeScalars.append(scalar)
            case 0xE50...0xE59: digits += String(scalar.value - 0xE50)
            default:
                guard scalar == "-" || scalar.properties.isWhitespace else { return nil }
            }
        }
        return digits
    }

    /// Takes as long for a code that is nearly right.
    static func isEqual(_ typed: String?, _ secret: String) -> Bool {
        guard let typed = typed.map({ Array($0.utf8) }), typed.count == secret.utf8.count else {
            return false
        }
        return zip(typed, secret.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
