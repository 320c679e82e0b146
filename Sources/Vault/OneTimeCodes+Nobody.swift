internal import Crypto
package import Entries
internal import Threads

/// Codes for nobody: where there is no account, a page must behave as if there were one, down to
/// the tries that it counts.
extension OneTimeCodes {
    /// What stands for an account where there is none: the same for the same words, and no way
    /// back to them without the epoch's key.
    package func nobody(_ typed: String) -> String {
        let key = vault.store.with { $0.current.key.derived(2, context: "KEKcodes") }
        let hash = HMACSHA256.authenticate(Array("nobody/1\n\(typed)".utf8), key: key)
        return "nobody-" + Hex.encode(hash.bytes.prefix(16))
    }

    /// A code that no message carries.
    package func issueToNobody(
        _ purpose: OneTimeCode.Purpose, _ nobody: String, as manner: OneTimeCode.Manner,
        at now: Instant, until end: Instant
    ) throws -> OneTimeCode {
        let random = (SecureRandom.current.next(), SecureRandom.current.next())
        let code = try issue(
            purpose, to: nobody, for: EventID(at: now, random: random),
            at: Position(max(1, now.milliseconds)), as: manner, at: now, until: end)
        guard let code else { throw VaultError.notIssued }
        return code
    }
}
