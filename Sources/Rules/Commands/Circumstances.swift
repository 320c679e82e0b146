package import Entries
package import Events

/// Everything that a decision depends on beside the command and the state: given the same, it
/// decides the same for ever.
package struct Circumstances: Sendable {
    /// The time that will be recorded.
    package var now: Instant
    /// When the command reached the office's system; not after `now`.
    package var enteredAt: Instant
    /// When it happened, if that was elsewhere or earlier: imports, letters, calls.
    package var occurredAt: Instant?
    /// The office's settings: hundreds of values, held as one reference.
    package var settings: OfficeSettings {
        get { frozenSettings.value }
        set { frozenSettings = Frozen(newValue) }
    }
    private(set) var frozenSettings: Frozen<OfficeSettings>
    /// The sealed sections that come with the command; what they hold is nobody's business here.
    package var sections: Set<SectionKind> = []
    /// Whether the reason that comes with it says how to object.
    package var hasRemedy = false
    /// The key that the sections are sealed under: a new case's, a new person's.
    package var key: KeyReference?
    /// The number that a new case gets.
    package var nextNumber: String?
    /// The running number that the next case gets if nothing is set; nil where nobody knows.
    package var upcomingNumber: Int?
    /// The other case of a merge, or of a duplicate.
    package var other: Frozen<Petition>?
    /// Whether it is shown that the actor is the person the case belongs to, by opening its owner
    /// or by what only that person knows.
    package var isOwnerProven = false
    /// How surely the account is known by now that the case belongs to; nil for a guest's case, and
    /// where nobody has looked.
    package var petitionerLevel: IdentityLevel?
    /// Which of the things that only one person may have are another's already.
    package var taken: [AccountRefusal.Unique] = []

    package init(now: Instant, settings: OfficeSettings, enteredAt: Instant? = nil) {
        self.init(now: now, settings: Frozen(settings), enteredAt: enteredAt)
    }

    package init(now: Instant, settings: Frozen<OfficeSettings>, enteredAt: Instant? = nil) {
        self.now = now
        frozenSettings = settings
        self.enteredAt = enteredAt ?? now
    }

    var happenedAt: Instant { occurredAt ?? now }
    var today: CivilDate { now.local.date }
}
