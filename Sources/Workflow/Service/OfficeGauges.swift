package import Channels
package import Entries
package import EventLog
package import Projections

/// How an office in service does at this moment, for whoever watches the machine. Nothing in it is
/// about anybody.
package struct OfficeGauges: Sendable {
    package let code: String
    package let head: Position
    /// Damage of the log that was come upon; nothing is written behind it.
    package let damage: LogDamage?
    package let logBytes: Int
    package let mapBytes: Int
    /// Commits that the oldest reader has missed; nil while nobody reads.
    package let oldestReaderAge: Int?
    package let writer: WriterFigures
    package let views: [(name: ViewName, status: ViewStatus)]
    /// Messages by where they stand; none before the post was begun.
    package let messages: [OutboxRow.State: Int]

    /// A view may be this far behind and is still called caught up: a page waits for it anyway.
    package static let mostBehind: Position = 1000

    package init(of office: ServedOffice) throws {
        let log = office.office.log
        code = office.code
        head = try log.head
        damage = log.damage
        logBytes = log.usedSize
        mapBytes = log.mapSize
        oldestReaderAge = log.oldestReaderAge
        writer = office.writer.figures
        views = ViewName.allCases.map { ($0, office.views.status(of: $0)) }
        messages = try office.post?.outbox.counts() ?? [:]
    }

    /// Entries that a view does not show yet.
    package func lag(of status: ViewStatus) -> Position {
        status.position < head ? head - status.position : 0
    }

    /// Whether the log is written, and every view goes on and is close to its head.
    package var isReady: Bool {
        damage == nil
            && views.allSatisfy {
                $0.status.failure == nil && lag(of: $0.status) <= Self.mostBehind
            }
    }
}
