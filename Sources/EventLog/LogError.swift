package import Entries

/// Why the log cannot be opened, or does not take what it was given.
package enum LogError: Error, Equatable, Sendable {
    /// There is no log in this directory.
    case absent(directory: String)
    /// A log is there already.
    case exists(directory: String)
    /// What lies in this directory is not a log, or its first pages are damaged.
    case notALog(directory: String)
    /// The log was written by a version of the product that this one does not know.
    case unknownFormat(Int)
    /// Files cannot be written: a read-only file system.
    case readOnly(directory: String)
    /// They are somebody else's: a reader, too, leaves its mark in the lock.
    case notPermitted(directory: String)
    /// The system does not let it be opened, for this reason.
    case unusable(directory: String, reason: String)
    /// It is being made, or what made it was interrupted: nobody may count on it.
    case unfinished(directory: String)
    /// Another process, or another writer of this one, writes this log.
    case lockedByAnother
    /// An envelope would be longer than `Envelope.largestSize`.
    case entryTooLarge(size: Int)
    /// A stream's name is empty, too long or not printable ASCII.
    case unusableStream(String)
    /// An event id that the log, or the same decision, has already.
    case repeatedID(EventID)
    /// A decision wants its key remembered that is remembered already.
    case repeatedIdempotencyKey
    /// More sections than 254, which is what an entry may have.
    case tooManySections(Int)
    /// A clock reading that no envelope can hold.
    case unusableTime
    /// The cursor belongs to the log as it was before it was restored.
    case wrongEpoch(cursor: UInt64, log: UInt64)
    /// The cursor lies after the last entry.
    case aheadOfHead(cursor: Position, head: Position)
}

/// Where the stored log is not what it must be. Reading stops there and does not step over it.
package enum LogDamage: Error, Hashable, Sendable {
    /// An entry is missing.
    case hole(at: Position)
    /// LMDB finds its own pages contradict each other where the entry should be.
    case unreadable(at: Position)
    /// An entry's bytes do not hash to the leaf hash beside them.
    case leafHash(at: Position)
    /// A stored tree node is not the hash of the two below it.
    case treeNode(at: Position, level: Int)
    /// An entry's row is too short to hold what it must.
    case truncated(at: Position)
    /// An entry is not a canonical envelope.
    case envelope(at: Position, CanonicalError)
    /// An entry's source is not the log's origin.
    case origin(at: Position)
    /// An entry's time lies before that of the entry in front of it.
    case time(at: Position)
    /// The index does not lead from the entry's stream and version back to it.
    case streamIndex(at: Position)
    /// The index does not lead from the entry's id back to it.
    case idIndex(at: Position)
    /// A section's blob does not hash to what the entry says of it.
    case section(at: Position, number: Int)
    /// LMDB finds its own pages contradict each other where an index or the last entry should be.
    case pages
    /// The file ends before pages that it uses.
    case cutOff
    /// An index has rows that belong to no entry.
    case strayRows(table: String, count: Int)
    /// A row of an index or of the settings of the log is not in its form.
    case row(table: String)
}
