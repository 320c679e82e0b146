package import Entries
package import EventLog
package import Events
package import Rules
package import Vault

/// A command on its way to the writer: what is secret is sealed, its event ids are minted.
///
/// What is slow has been done when there is a request; deciding it is memory and one page of the
/// log.
package struct Request: Equatable, Sendable {
    package var actor: Actor
    package var command: Command
    /// The id of the first event that may follow; the others count on from it.
    package var id: EventID
    /// When the command reached the office's system.
    package var enteredAt: Instant
    /// When it happened, if that was elsewhere or earlier.
    package var occurredAt: Instant?
    /// The version of the stream that the sender was looking at; nil if it does not matter.
    package var expectedVersion: Int?
    /// The same key from the same actor gives the same answer for 30 days. The key itself is kept
    /// nowhere.
    package var idempotency: Idempotency?
    /// For the first event, numbered from 1.
    package var sections: [SealedBlob] = []
    /// What kinds of sections they are.
    package var kinds: Set<SectionKind> = []
    /// The key of a new case or account.
    package var key: KeyReference?
    /// Whether that key was given out beforehand, and is claimed for this.
    var hasClaimedKey = false
    package var cause: EventID?
    package var correlation: EventID?
    /// Whether the sealed reason says how to object.
    package var hasRemedy = false
    /// Whether it is shown that the actor is the person the case belongs to.
    package var isOwnerProven = false
    /// How surely the account is known by now that the case belongs to.
    package var petitionerLevel: IdentityLevel?
    /// The other case of a merge, or of a duplicate.
    package var otherNumber: String?
    /// The case of another system that it is about, if it comes with an import.
    package var source: SourceKey?
    /// What an account claims to be its own alone: keyed hashes, never the values.
    package var claims: [UniqueValues.Claim] = []
    /// Why it is refused before any rule is asked; it has no sections then.
    var refusal: RequestRefusal?

    package init(actor: Actor, command: Command, id: EventID, enteredAt: Instant) {
        self.actor = actor
        self.command = command
        self.id = id
        self.enteredAt = enteredAt
    }
}
