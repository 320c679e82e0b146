package import Entries
internal import LMDB

/// Checks a whole log: entries, hash tree, indices and the sealed sections that are there.
///
/// A damaged page can kill the process by a signal; who must survive that runs it in a child.
package struct LogVerifier: Sendable {
    private let log: EventLog
    private let threads: Int

    package init(_ log: EventLog, threads: Int = 2) {
        self.log = log
        self.threads = threads
    }

    /// Works through the log as it stands now, also while it is written.
    ///
    /// `damaged` hears of each damage in the order of positions, then of what is wrong in the
    /// indices alone, and says whether to go on; `absent` of each section that an entry names and
    /// that is not there: whether it was erased or lost, the caller must know. `progress` hears how
    /// many entries are done.
    package func run(
        absent: (Position, Int) throws -> Void = { _, _ in },
        progress: (_ done: Position, _ of: Position) -> Void = { _, _ in },
        damaged: (LogDamage) throws -> Bool
    ) throws -> Verification {
        let extent = try log.reading { try LogExtent($0) }
        var result = Verification(head: extent.head)
        var isGoingOn = true
        var sums = IndexSums()
        var told: Set<LogDamage> = []
        try pieces(of: extent, looksUp: false).run { piece in
            result.add(piece)
            sums.add(piece.sums)
            told.formUnion(piece.damage)
            for section in piece.absent { try absent(section.position, section.number) }
            for damage in piece.damage where isGoingOn { isGoingOn = try damaged(damage) }
            progress(result.entries, extent.head)
            return isGoingOn
        }
        guard isGoingOn else { return result }
        if try IndexSums(of: log, through: extent.indexed, threads: threads) != sums {
            try pieces(of: extent, looksUp: true).run { piece in
                for damage in piece.damage where isGoingOn && !told.contains(damage) {
                    result.damage += 1
                    isGoingOn = try damaged(damage)
                }
                return isGoingOn
            }
        }
        // Where an entry could not be read, what belongs to it would be taken for stray.
        guard result.damage == 0 else { return result }
        for damage in extent.strays(result) where isGoingOn {
            result.damage += 1
            isGoingOn = try damaged(damage)
        }
        if result.damage == 0 { result.root = try log.rootHash(atSize: extent.head) }
        return result
    }

    private func pieces(of extent: LogExtent, looksUp: Bool) -> ParallelScan<VerifiedPiece> {
        ParallelScan(
            after: 0, through: extent.head, pieceSize: PieceVerifier.size, threads: threads
        ) { [log] piece in
            try log.reading {
                try PieceVerifier(log, piece, indexed: extent.indexed, looksUp: looksUp).run($0)
            }
        }
    }
}

/// What a verification has looked at and found.
package struct Verification: Equatable, Sendable {
    package let head: Position
    package internal(set) var entries: Position = 0
    package internal(set) var entryBytes = 0
    package internal(set) var streams = 0
    package internal(set) var sections = 0
    package internal(set) var sectionBytes = 0
    package internal(set) var absentSections = 0
    /// Streams that the indices held when it began.
    var indexedStreams = 0
    /// Rows beside entries that these do not name.
    var strays = 0
    /// How many damages; 0 is a sound log.
    package internal(set) var damage = 0
    /// The root of the tree over all entries; nil if there is damage.
    package internal(set) var root: Digest?

    init(head: Position) { self.head = head }

    mutating func add(_ piece: VerifiedPiece) {
        entries += piece.entries
        entryBytes += piece.entryBytes
        streams += piece.streams
        indexedStreams += piece.indexedStreams
        strays += piece.strays
        sections += piece.sections
        sectionBytes += piece.sectionBytes
        absentSections += piece.absent.count
        damage += piece.damage.count
    }
}

/// How many rows there are of everything, at one moment.
struct LogExtent {
    let head: Position
    /// The last position that the indices hold.
    let indexed: Position
    private let rows: [Int]

    init(_ transaction: borrowing ReadTransaction) throws {
        head = try transaction.head
        indexed = try transaction.indexed
        var rows: [Int] = []
        for index in Tables.all.indices { rows.append(try transaction.count(of: Table(index))) }
        self.rows = rows
    }

    /// Rows beyond those that the entries lead to.
    func strays(_ found: Verification) -> [LogDamage] {
        let surplus = [
            (Tables.names, rows[Tables.names.index] - found.indexedStreams),
            (Tables.streams, rows[Tables.streams.index] - Int(indexed)),
            (Tables.ids, rows[Tables.ids.index] - Int(indexed)), (Tables.entries, found.strays),
        ]
        return surplus.compactMap { table, count in
            guard count > 0 else { return nil }
            return .strayRows(table: Tables.name(table), count: count)
        }
    }
}
