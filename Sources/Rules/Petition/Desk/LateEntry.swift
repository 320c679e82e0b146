package import Entries

/// What an officer enters long after it came: somebody has to say why, for the law's time has run
/// all the while.
package enum LateEntry {
    /// What comes to an office is registered on the day, and whoever asked is to hear something
    /// within the month: what is older has a mistyped day, or lay about.
    package static let mostDays = 30

    /// Nil where it was entered soon enough to need no words.
    package static func refusal(of came: Instant, enteredAt: Instant) -> PetitionRefusal? {
        let days = enteredAt.local.dayNumber - came.local.dayNumber
        return days > mostDays ? .enteredLate(afterDays: mostDays) : nil
    }
}
