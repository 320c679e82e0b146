package import Entries
internal import LMDB
internal import Threads

/// An office's log for reading: any thread, also while another process writes.
///
/// Each call reads in a transaction of its own. Every entry that is handed out was compared with
/// its leaf hash; what does not agree is thrown as `LogDamage` with its position, and from then on
/// this object's writer takes nothing more.
package final class EventLog: Sendable {
    package static let defaultMapSize = 16 << 30

    package let directory: String
    /// The office's origin (host/path), fixed for ever.
    package let origin: String
    /// Changes when the log is restored shorter than it was.
    package let epoch: UInt64
    package let created: Instant

    let environment: Environment
    /// The last position that this object's writer has committed; a hint to wake followers.
    let arrivals = Monitor<Position>(0)
    private let found = Monitor<LogDamage?>(nil)

    init(directory: String, environment: Environment) throws {
        let meta = try environment.read { try Meta($0) }
        self.directory = directory
        self.environment = environment
        origin = meta.origin
        epoch = meta.epoch
        created = meta.created
    }

    /// The name under which the log is signed: the origin, and with each epoch after the first
    /// another below it, so that nothing of two histories is ever signed under one name.
    package var signedName: String { Self.signedName(of: origin, epoch: epoch) }

    package static func signedName(of origin: String, epoch: UInt64) -> String {
        epoch == 1 ? origin : "\(origin)/log\(epoch)"
    }

    /// The last entry's position, 0 if there is none.
    package var head: Position { get throws { try reading { try $0.head } } }

    /// The bytes of the log's file that hold pages.
    package var usedSize: Int { environment.usedSize }

    /// What the file may grow to before the map must be made larger.
    package var mapSize: Int { environment.mapSize }

    /// How many commits the oldest reader of any process has missed; nil without one.
    package var oldestReaderAge: Int? { environment.oldestReaderAge }

    package var isReadOnly: Bool { environment.mode == .read }

    /// Up to `limit` entries after `position`, in order; empty only at the head.
    ///
    /// Throws `LogDamage.hole` where a position is missing. Gives fewer than `limit` when entries
    /// are so large that the read transaction would become long.
    package func read(after position: Position, limit: Int) throws -> [Entry] {
        try reading { try $0.entries(after: position, limit: limit) }
    }

    /// Up to `limit` entries before `position`, the latest first; empty only at the beginning.
    package func read(before position: Position, limit: Int) throws -> [Entry] {
        try reading { try $0.entries(before: position, limit: limit) }
    }

    package func entry(at position: Position) throws -> Entry? {
        try reading { transaction in
            guard position > 0, try position <= transaction.head else { return nil }
            return try transaction.entry(at: position)
        }
    }

    package func position(of id: EventID) throws -> Position? {
        try reading { try $0.position(of: id) }
    }

    /// The sealed blob `number` (from 1) of the entry at `position`; nil if it is not there.
    package func section(at position: Position, number: Int) throws -> [UInt8]? {
        try reading { try $0.section(at: position, number: number) }
    }

    /// The first damage that was come upon through this object; nil if none was.
    package var damage: LogDamage? { found.with { $0 } }

    /// Damage was come upon: nothing may be written behind it.
    func note(_ damage: LogDamage) { found.with { $0 = $0 ?? damage } }

    /// Runs `body` in a read transaction of its own.
    /// - Throws: `LogDamage.pages` where LMDB finds its own pages contradict each other.
    func reading<Result>(_ body: (borrowing ReadTransaction) throws -> Result) throws -> Result {
        do {
            return try environment.read(body)
        } catch let error as LMDBError where error.isDamage {
            note(.pages)
            throw LogDamage.pages
        } catch let damage as LogDamage {
            note(damage)
            throw damage
        }
    }

    /// Follows the log from behind `cursor`; nil is before the first entry.
    package func follower(after cursor: Cursor? = nil) throws -> Follower {
        try Follower(self, after: cursor ?? Cursor(epoch: epoch, position: 0))
    }
}
