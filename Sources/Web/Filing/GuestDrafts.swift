internal import HTTP
internal import Vault
internal import Workflow

/// What a guest has begun to file in this browser and not sent yet: a cookie leads back to it.
enum GuestDrafts {
    private static let most = 3
    private static let keptDays = 7

    static func cookie(_ code: String) -> String { "drafts-\(code)" }

    /// Notes one that was begun; the oldest of more than a few is forgotten.
    static func remember(_ id: FilingID, _ visit: Visit, _ response: inout Response) {
        let all = [id] + ids(visit).filter { $0 != id }
        response.set(
            SetCookie(
                cookie(visit.office.code), all.prefix(most).map(\.text).joined(separator: "."),
                maxAge: keptDays * 86_400, isSecure: visit.request.isSecure))
    }

    /// Those that are still there and nobody's account's, the newest first.
    static func list(_ visit: Visit) throws -> [UnfinishedFiling] {
        try ids(visit).compactMap { id in
            do {
                return try visit.office.filings.filing(id, for: nil)
            } catch is FilingError {
                // Sent, thrown away, or an account's by now.
                return nil
            }
        }
    }

    private static func ids(_ visit: Visit) -> [FilingID] {
        let value = visit.request.cookies.value(
            cookie(visit.office.code), isSecure: visit.request.isSecure)
        return (value ?? "").split(separator: ".").prefix(most).compactMap { FilingID(String($0)) }
    }
}
