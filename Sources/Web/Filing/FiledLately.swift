internal import HTTP
internal import Threads
internal import Vault
internal import Workflow

/// What filings have become lately, for a browser that sends one again or goes back to it. In
/// memory only: after a restart such a browser hears that there is nothing left to fill in.
final class FiledLately: Sendable {
    private struct Filed {
        let number: String
        /// The account, or what only this visitor's forms carry.
        let owner: String
    }

    private let held = Monitor<[FilingID: Filed]>([:])

    private static let most = 20_000

    func note(_ id: FilingID, became number: String, by visit: Visit) {
        held.with { held in
            if held.count >= Self.most {
                for id in Array(held.keys.prefix(Self.most / 2)) { held[id] = nil }
            }
            held[id] = Filed(
                number: number,
                owner: visit.filingKeeper ?? visit.seal.formToken(of: visit.visitor))
        }
    }

    func number(of id: FilingID, for visit: Visit) -> String? {
        guard let filed = held.with({ $0[id] }) else { return nil }
        let owners = [visit.filingKeeper, visit.seal.formToken(of: visit.visitor)]
        return owners.contains(filed.owner) ? filed.number : nil
    }
}

extension Visit {
    /// Where one comes to who has filed; a guest may see the case for a while.
    func filed(_ number: String) -> Answer {
        var response = Response.redirect(to: path("cases", number, "filed"))
        if account == nil { grant(number, with: &response) }
        return .response(response)
    }
}
