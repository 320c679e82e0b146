internal import Entries

/// A moment as part of a file's name.
enum FileStamp {
    /// `2026-01-31T02-00-00`, in UTC: sorts by time as a text, and is a name everywhere.
    static func text(_ instant: Instant) -> String {
        String("\(instant)".prefix(19).map { $0 == ":" ? "-" : $0 })
    }
}
