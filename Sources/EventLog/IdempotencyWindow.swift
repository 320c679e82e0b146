internal import Entries
internal import LMDB

/// The idempotency keys of the last 30 days, in memory; each has a row beside its first entry.
struct IdempotencyWindow {
    static let days: UInt16 = 30

    private var recalled: [IdempotencyKey: Recalled] = [:]
    private var keysByDay: [UInt16: [IdempotencyKey]] = [:]
    private var oldestDay: UInt16
    /// Up to where the rows are gone that have left the window.
    var swept: Position
    private var batchDay: UInt16 = 0

    init(_ transaction: borrowing ReadTransaction, now: Instant) throws {
        oldestDay = Self.oldestDay(now)
        swept = try Meta.position(Meta.sweptKey, transaction)
        try read(transaction)
    }

    /// Reads the keys of the days that are remembered. The recorded times never go back, so that
    /// the first entry of these days is found without looking at all before it.
    private mutating func read(_ transaction: borrowing ReadTransaction) throws {
        var (before, after) = (Position(0), try transaction.head + 1)
        while before + 1 < after {
            let middle = before + (after - before) / 2
            let time = try transaction.entry(at: middle).envelope.time
            if Self.day(of: time) < oldestDay { before = middle } else { after = middle }
        }
        try transaction.withCursor(over: Tables.entries) { cursor in
            var next = try cursor.row(atOrAfter: RowKey(after).integer) {
                try IdempotencyRow($0, $1)
            }
            while let row = next {
                if let row { insert(row) }
                next = try cursor.row(.next) { try IdempotencyRow($0, $1) }
            }
        }
    }

    static func day(of time: Instant) -> UInt16 {
        UInt16(clamping: Instant.floorDivide(time.milliseconds, 86_400_000))
    }

    private static func oldestDay(_ now: Instant) -> UInt16 {
        let today = day(of: now)
        return today > days ? today - days : 0
    }

    func recall(_ key: IdempotencyKey) -> Recalled? { recalled[key] }

    /// Begins a batch; days that have left the window are forgotten.
    mutating func begin(at time: Instant) {
        batchDay = Self.day(of: time)
        let oldest = Self.oldestDay(time)
        guard oldest > oldestDay else { return }
        oldestDay = oldest
        for (day, keys) in keysByDay where day < oldest {
            for key in keys { recalled[key] = nil }
            keysByDay[day] = nil
        }
    }

    /// Remembers a command of the batch; its row is to be written beside its first entry.
    mutating func add(
        _ idempotency: Idempotency, at positions: ClosedRange<Position>
    ) -> IdempotencyRow {
        let row = IdempotencyRow(
            day: batchDay, key: idempotency.key,
            recalled: Recalled(positions: positions, fingerprint: idempotency.fingerprint))
        insert(row)
        return row
    }

    private mutating func insert(_ row: IdempotencyRow) {
        recalled[row.key] = row.recalled
        keysByDay[row.day, default: []].append(row.key)
    }

    /// What is to be removed of what has left the window.
    var sweep: IdempotencySweep { IdempotencySweep(swept: swept, oldestDay: oldestDay) }
}

/// Removes some rows of keys that are older than the window: a few at a time, so that none is slow.
///
/// What is beside an entry for ever must not tell what a person wrote: a fingerprint could.
struct IdempotencySweep: Sendable {
    private static let rows = 1024
    let swept: Position
    let oldestDay: UInt16

    /// Up to where it has come.
    func run(_ transaction: inout WriteTransaction) throws -> Position {
        var (old, looked) = ([Position](), swept)
        try transaction.contents.withCursor(over: Tables.entries) { cursor in
            var next = try cursor.row(atOrAfter: RowKey(swept + 1).integer) {
                (try RowKey($0), try IdempotencyRow($0, $1))
            }
            for _ in 0..<Self.rows {
                guard let (key, row) = next else { break }
                if let row {
                    guard row.day < oldestDay else { break }
                    old.append(key.position)
                }
                looked = row == nil ? key.position - 1 : key.position
                next = try cursor.row(.next) { (try RowKey($0), try IdempotencyRow($0, $1)) }
            }
        }
        guard looked > swept else { return swept }
        for position in old {
            let key = RowKey(position, RowKey.idempotency).integer
            try transaction.remove(key, from: Tables.entries)
        }
        try transaction.put(
            ShortBytes().appending(looked), under: Meta.sweptKey, in: Tables.meta)
        return looked
    }
}
