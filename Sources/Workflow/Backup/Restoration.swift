package import Entries
package import TransparencyLog

/// What an office is restored from.
package struct RestoreParts: Sendable {
    /// The archive of entries.
    package var entries: String
    /// The archive of what is sealed; nil if it is lost too.
    package var sealed: String?
    /// The archive of the vault, or a directory that is a copy of it.
    package var vault: String
    /// Checkpoints that others have of the log: published, witnessed, in receipts.
    package var checkpoints: [SignedNote] = []
    /// The `signer.state` of the lost machine, and only that one: what it signed last.
    package var signerState: String?
    /// That nothing was recorded after the archive was made: the office was stopped for good.
    package var isWhole = false

    package init(entries: String, vault: String) {
        self.entries = entries
        self.vault = vault
    }
}

/// What was restored, and what could not be.
package struct Restoration: Equatable, Sendable {
    package var head: Position = 0
    package var epoch: UInt64 = 1
    /// The name under which the log is signed from now on.
    package var signedName = ""
    /// The last position that is known to be lost; nil if none is known.
    package var lostThrough: Position?
    package var sections = 0
    package var files = 0
    /// Sections whose keys still live and that no archive held.
    package var missingSections = 0
    /// What was damaged already when it was archived: not put back.
    package var damage = SealedDamage()
    /// What was in the archive and was erased since: not put back.
    package var erasedSections = 0
    package var erasedFiles = 0
    /// Keys that the vault's copy still had and that the log has erased: destroyed again.
    package var keysDestroyedAgain = 0
    /// Keys that the log names and the vault's copy does not know: what they sealed is lost.
    package var unknownKeys = 0
    /// Keys that were erased by entries that are lost. They stay erased.
    package var keysErasedByLostEntries = 0

    package init() {}

    /// What the log goes on without; nil: nothing.
    var losses: Int? {
        let count = missingSections + damage.sections.count + unknownKeys
        return count > 0 ? count : nil
    }
}

/// Where a sealed section lies.
package struct SectionPlace: Equatable, Sendable {
    package let position: Position
    /// From 1 on.
    package let number: Int

    package init(position: Position, number: Int) {
        self.position = position
        self.number = number
    }
}

/// Why an office is not restored; nothing was left of the attempt.
package enum RestoreProblem: Error, Equatable, Sendable {
    /// The archives are of different offices or histories.
    case doesNotBelong(String)
    /// The first entries are not those that were signed.
    case rewritten(size: UInt64)
    /// A checkpoint that was brought is not signed by this log's key.
    case foreignCheckpoint(String)
    /// `signer.state` shows more entries than the archive has, or none were said to be lost.
    case notWhole(signed: UInt64, archived: UInt64)
    case signerStateMissing
    /// The copy of the vault is older than the last erasure: its key was destroyed on purpose.
    case vaultTooOld(epoch: Int)
    /// An entry of a version that this program does not know.
    case unreadable(at: Position)
    case notRecorded(CommandOutcome)
}
