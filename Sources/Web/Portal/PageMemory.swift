internal import Entries
internal import HTTP

/// What an office's pages remember from one request to the next: in memory, within limits, gone
/// with the process.
final class PageMemory: Sendable {
    /// By the account that was named and the client's network: a password cannot be guessed.
    let logins = TryBudget(atOnce: 10, thenEverySeconds: 60)
    /// By the account that was named, from wherever: nor can it from many networks. Browsers that
    /// have been let in before are not asked, so that strangers lock nobody out.
    let loginNames = TryBudget(atOnce: 100, thenEverySeconds: 60)
    /// By the client's network, behind which a village may sit: only what failed counts.
    let loginNetworks = TryBudget(atOnce: 60, thenEverySeconds: 10)
    /// By the client's network: who asks whether somebody is registered asks slowly.
    let registrations = TryBudget(atOnce: 30, thenEverySeconds: 60)
    /// By the client's network: who begins registrations and leaves them.
    let beginnings = TryBudget(atOnce: 100, thenEverySeconds: 10)
    /// By the client's network; how often an account's mailbox is written to, its codes count.
    let resetNetworks = TryBudget(atOnce: 20, thenEverySeconds: 60)
    /// By who forgot and the client's network: a stranger does not use up another's codes of a day.
    let resetPeople = TryBudget(atOnce: 4, thenEverySeconds: 6 * 3600)

    let resets = PerVisitor<ResetInHand>(minutes: 60)
    let officersResets = PerVisitor<ResetInHand>(minutes: 60)
    let signIns = PerVisitor<SignInInHand>(minutes: 10)
    /// By the officer: six digits stay closed to whoever has the password.
    let factorCodes = TryBudget(atOnce: 5, thenEverySeconds: 300)
    /// By the person who is checked: a number is read from the photo, not guessed.
    let rekeyings = TryBudget(atOnce: 5, thenEverySeconds: 600)
    /// By the officer: a mail server is not asked again and again for nothing.
    let testMessages = TryBudget(atOnce: 5, thenEverySeconds: 60)
    /// By the officer: how often the log hears that somebody is slowed down.
    let slowed = TryBudget(atOnce: 1, thenEverySeconds: 900)
    /// How often the log hears of ids that nobody has.
    let strangers = TryBudget(atOnce: 30, thenEverySeconds: 60)
    /// Who has just registered: the last step sent twice leads to the same account.
    let registered = PerVisitor<String>(minutes: 10)

    /// Who has left for a provider.
    let trips = PerVisitor<ProviderTrips>(minutes: 15)
    /// Whom a provider vouches for and who has not been let in yet.
    let strangersAtDoor = PerVisitor<Stranger>(minutes: 15)

    /// By the number or code that was typed and the client's network.
    let tracking = TryBudget(atOnce: 5, thenEverySeconds: 720)
    /// By the number or code, from wherever: ten thousand combinations of four digits stay closed.
    let trackingNumbers = TryBudget(atOnce: 15, thenEverySeconds: 1800)
    /// By the client's network: only what failed counts.
    let trackingNetworks = TryBudget(atOnce: 30, thenEverySeconds: 120)
    /// By the client's network: who tries codes of licences.
    let checks = TryBudget(atOnce: 60, thenEverySeconds: 60)

    /// By the code of a guest's case: nobody's mailbox is filled with passwords.
    let newPasswords = TryBudget(atOnce: 3, thenEverySeconds: 300)

    let filed = FiledLately()
    /// Which confirmations of settings were recorded: pressed twice, they are one.
    let settled = PerVisitor<[String]>(most: 200, minutes: 60)
    /// What officers typed and sent after their session had ended.
    let unsent = PerVisitor<UnsentForm>(most: 200, minutes: 24 * 60)
    /// Which officer has which case open.
    let presence = CasePresence()
    /// Who looks at the queue.
    let live = LiveQueue()
}

extension Visit {
    /// What a throttle counts by: one address of IPv4, a household's network of IPv6.
    var network: String {
        let client = request.client
        return client.network(bits: client.bytes.count == 4 ? 32 : 64).description
    }
}
