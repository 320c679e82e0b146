internal import Crypto
internal import Entries
internal import HTTP
internal import Vault
internal import Workflow

/// A browser in which an account's password was right before: its owner gets in there however many
/// strangers guess at the account from elsewhere. It lets nobody in by itself.
struct KnownBrowser: Sendable {
    /// Drawn at random; tells nothing of whom it belongs to.
    let mark: String

    /// Nil for a browser that was not let in to this account.
    init?(of account: String?, _ visit: Visit) {
        guard let account else { return nil }
        let value = visit.request.cookies.value(
            Self.cookie(of: account, visit), isSecure: visit.request.isSecure)
        let parts = (value ?? "").split(separator: ".").map(String.init)
        guard parts.count == 2,
            visit.seal.isProof(parts[1], ofBrowser: parts[0], account: account)
        else { return nil }
        mark = parts[0]
    }

    static func remember(_ account: String, _ visit: Visit, _ response: inout Response) {
        let mark = Hex.encode(SecureRandom.current.bytes(16))
        let proof = visit.seal.proof(ofBrowser: mark, account: account)
        response.set(
            SetCookie(
                cookie(of: account, visit), "\(mark).\(proof)", maxAge: 365 * 24 * 3600,
                isSecure: visit.request.isSecure))
    }

    /// Who is an officer and a citizen in one browser is known as both.
    private static func cookie(of account: String, _ visit: Visit) -> String {
        let isOfficer = OfficerLogin.officer(of: account) != nil
        return "\(isOfficer ? "desk-known" : "known")-\(visit.office.code)"
    }
}
