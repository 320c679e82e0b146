package import Entries
package import SQLite

extension OfficerQueue {
    /// A case of which something is to be written down.
    package struct Alarmed: Hashable, Sendable {
        package let number: String
        /// How many events it had.
        package let version: Int
        /// Moves without an event of the case too: when the office's calendar changes.
        package let alarmAt: Instant
    }

    /// The cases of which something is to be written down by `now`, the longest due first.
    package static func alarmed(
        by now: Instant, limit: Int, in database: Database
    ) throws -> [Alarmed] {
        try database.rows(
            """
            SELECT number, version, alarm_at FROM cases WHERE alarm_at <= ?
            ORDER BY alarm_at, number LIMIT ?
            """, now.milliseconds, limit
        ) {
            Alarmed(
                number: $0.text(0), version: $0.int(1),
                alarmAt: Instant(milliseconds: $0.int(2)))
        }
    }

    /// When something is next to be written down after `now`; nil if nothing is.
    package static func nextAlarm(after now: Instant, in database: Database) throws -> Instant? {
        try database.first(
            "SELECT alarm_at FROM cases WHERE alarm_at > ? ORDER BY alarm_at LIMIT 1",
            now.milliseconds
        ) { Instant(milliseconds: $0.int(0)) }
    }
}
