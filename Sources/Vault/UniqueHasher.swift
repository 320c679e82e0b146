internal import Crypto
package import Entries

/// Turns what only one account may have (a national ID, an address) into a value that says nothing
/// without the epoch's key.
package struct UniqueHasher: Sendable {
    package let epoch: Int
    private let key: SecretKey

    init(_ epochKey: EpochKey) {
        epoch = epochKey.epoch
        key = epochKey.key.derived(1, context: "KEKuniqu")
    }

    /// HMAC-SHA256 over `kind`, a line feed and the normalised `value`.
    package func hash(_ value: String, kind: String) -> Digest {
        HMACSHA256.authenticate(Array("\(kind)\n\(value)".utf8), key: key)
    }
}

/// Who has what, as far as the log has been read.
package struct UniqueEntries: Equatable, Sendable {
    package var accounts: [Digest: String]
    /// The last position whose events are in it.
    package var through: Position

    package init(accounts: [Digest: String] = [:], through: Position = 0) {
        self.accounts = accounts
        self.through = through
    }
}
