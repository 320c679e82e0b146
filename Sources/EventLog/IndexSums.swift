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
        try transaction.eachRow(of: Tables.ids) { key, value in
            let (id, position) = try ReadTransaction.identified(key, value)
            if position <= indexed { add(id, at: position) }
        }
    }

    private mutating func addStreams(
        _ transaction: borrowing ReadTransaction, through indexed: Position
    ) throws {
        try transaction.eachRow(of: Tables.streams) { key, value in
            let place = try ReadTransaction.place(key, value)
            guard place.position <= indexed else { return }
            add(stream: place.number, version: place.version, at: place.position)
        }
    }
}

extension ReadTransaction {
    fileprivate borrowing func eachRow(
        of table: Table, _ body: (Span<UInt8>, Span<UInt8>) throws -> Void
    ) throws {
        try withCursor(over: table) { cursor in
            var row: Void? = try cursor.row(.first, body)
            while row != nil { row = try cursor.row(.next, body) }
        }
    }
}
