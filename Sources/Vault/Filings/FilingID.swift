internal import Crypto
internal import Entries

/// Names an unfinished filing, and goes with the command as its idempotency key.
///
/// Who knows it may go on with the filing until that is an account's: it is not to be guessed and
/// not to be logged. The disk holds its hash.
package struct FilingID: Hashable, Sendable {
    /// Forty hexadecimal digits: 160 random bits.
    package let text: String

    static let count = 20

    package static func random() -> FilingID {
        FilingID(digits: Hex.encode(SecureRandom.current.bytes(count)))
    }

    private init(digits: String) { text = digits }

    /// Nil if it is not the text of one.
    package init?(_ text: String) {
        guard text.utf8.count == 2 * Self.count, Hex.decode(text.utf8) != nil else { return nil }
        self.text = text
    }

    var hash: Digest { SHA256.hash(Array(text.utf8)) }
}

extension FilingID: CustomStringConvertible {
    package var description: String { "filing" }
}
