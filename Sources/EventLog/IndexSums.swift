internal import Entries
internal import LMDB

/// What the rows of the indices add up to, each as a hash with a key that this process drew.
///
/// As many rows with the same sum are the same rows (another set has it once in 2⁶⁴ times), so
/// that a sound index is read once in its own order, instead of being searched for each entry:
/// ids lie there in no order that entries know.
struct IndexSums: Equatable, Sendable {
    private var ids: UInt64 = 0
    private var streams: UInt64 = 0

    init() {}

    /// Of the rows that lead to positions up to `indexed`; nil if some row cannot be read.
    init?(of log: EventLog, through indexed: Position, threads: Int) throws {
        let tables = ParallelScan(after: 0, through: 2, pieceSize: 1, threads: threads) { table in
            try log.reading { transaction in
                var sums = IndexSums()
                if table.lowerBound == 1 {
                    try sums.addIDs(transaction, through: indexed)
                } else {
                    try sums.addStreams(transaction, through: indexed)
                }
                return sums
            }
        }
        var whole = IndexSums()
        do {
            try tables.run {
                whole.add($0)
                return true
            }
        } catch is LogDamage {
            return nil
        } catch let error as LMDBError where error.isDamage {
            return nil
        }
        self = whole
    }

    mutating func add(_ id: EventID, at position: Position) {
        var hasher = Hasher()
        hasher.combine(id.high)
        hasher.combine(id.low)
        hasher.combine(position)
        ids &+= UInt64(bitPattern: Int64(hasher.finalize()))
    }

    mutating func add(stream number: UInt32, version: Int, at position: Position) {
        var hasher = Hasher()
        hasher.combine(number)
        hasher.combine(version)
        hasher.combine(position)
        streams &+= UInt64(bitPattern: Int64(hasher.finalize()))
    }

    mutating func add(_ other: IndexSums) {
        ids &+= other.ids
        streams &+= other.streams
    }

    private mutating func addIDs(
        _ transaction: borrowing ReadTransaction, through indexed: Position
    ) throws {
        try transaction.withCursor(over: Tables.ids) { cursor in
            var next = try cursor.row(.first) { try ReadTransaction.identified($0, $1) }
            while let (id, position) = next {
                if position <= indexed { add(id, at: position) }
                next = try cursor.row(.next) { try ReadTransaction.identified($0, $1) }
            }
        }
    }

    private mutating func addStreams(
        _ transaction: borrowing ReadTransaction, through indexed: Position
    ) throws {
        try transaction.withCursor(over: Tables.streams) { cursor in
            var next = try cursor.row(.first) { try ReadTransaction.place($0, $1) }
            while let place = next {
                if place.position <= indexed {
                    add(stream: place.number, version: place.version, at: place.position)
                }
                next = try cursor.row(.next) { try ReadTransaction.place($0, $1) }
            }
        }
    }
}
