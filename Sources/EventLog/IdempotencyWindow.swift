internal import Entries
internal import LMDB

/// The idempotency keys of the last 30 days, in memory; their rows lie in order of time.
struct IdempotencyWindow {
    static let days: UInt16 = 30

    private var recalled: [IdempotencyKey: Recalled] = [:]
    private var keysByDay: [UInt16: [IdempotencyKey]] = [:]
    private var oldestDay: UInt16
    /// Whether rows may lie on the disk that are older than the window.
    private var hasOldRows = true
    /// Those of the last batch, which join the keys of their day with the next.
    private var addedInBatch: [IdempotencyKey] = []
    private var batchDay: UInt16 = 0

    init(_ transaction: borrowing ReadTransaction, now: Instant) throws {
        let oldest = Self.oldestDay(now)
        oldestDay = oldest
        let rows = try transaction.withCursor(over: Tables.idempotency) { cursor in
            var rows: [IdempotencyRow] = []
            let first = Keys.idempotency(day: oldest, first: 0)
            var next = try cursor.row(atOrAfter: first) { try IdempotencyRow($0, $1) }
            while let row = next {
                rows.append(row)
                next = try cursor.row(.next) { try IdempotencyRow($0, $1) }
            }
            return rows
        }
        for row in rows { insert(row) }
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
        if !addedInBatch.isEmpty {
            keysByDay[batchDay, default: []].append(contentsOf: addedInBatch)
            addedInBatch.removeAll(keepingCapacity: true)
        }
        batchDay = Self.day(of: time)
        let oldest = Self.oldestDay(time)
        guard oldest > oldestDay else { return }
        oldestDay = oldest
        hasOldRows = true
        for (day, keys) in keysByDay where day < oldest {
            for key in keys { recalled[key] = nil }
            keysByDay[day] = nil
        }
    }

    mutating func undo() {
        for key in addedInBatch { recalled[key] = nil }
        addedInBatch = []
    }

    /// Remembers a command of the batch and writes its row.
    mutating func add(
        _ idempotency: Idempotency, at positions: ClosedRange<Position>,
        to transaction: inout WriteTransaction
    ) throws {
        let row = IdempotencyRow(
            day: batchDay, key: idempotency.key,
            recalled: Recalled(positions: positions, fingerprint: idempotency.fingerprint))
        addedInBatch.append(idempotency.key)
        recalled[row.key] = row.recalled
        try row.write(to: &transaction)
    }

    private mutating func insert(_ row: IdempotencyRow) {
        recalled[row.key] = row.recalled
        keysByDay[row.day, default: []].append(row.key)
    }

    /// Removes some rows that are older than the window: a few a batch, so that none is slow.
    mutating func sweep(_ transaction: inout WriteTransaction) throws {
        for _ in 0..<32 where hasOldRows {
            let oldest = try transaction.contents.withCursor(over: Tables.idempotency) { cursor in
                try cursor.row(.first) { try IdempotencyRow($0, $1) }
            }
            guard let oldest, oldest.day < oldestDay else {
                hasOldRows = false
                return
            }
            try transaction.remove(oldest.tableKey, from: Tables.idempotency)
        }
    }
}

/// Day ‖ first position → last position ‖ fingerprint ‖ key.
///
/// The writer looks keys up in memory, so the rows need not be in the order of keys: in order of
/// time they all go to the last page.
struct IdempotencyRow {
    let day: UInt16
    let key: IdempotencyKey
    let recalled: Recalled

    init(day: UInt16, key: IdempotencyKey, recalled: Recalled) {
        self.day = day
        self.key = key
        self.recalled = recalled
    }

    init(_ key: Span<UInt8>, _ row: Span<UInt8>) throws(LogDamage) {
        guard key.count == 10, row.count == 32,
            case let first = key.bigEndian(UInt64.self, at: 2),
            case let last = row.bigEndian(UInt64.self), first <= last
        else { throw .row(table: Tables.name(Tables.idempotency)) }
        day = key.bigEndian()
        recalled = Recalled(positions: first...last, fingerprint: row.bigEndian(at: 8))
        self.key = IdempotencyKey(high: row.bigEndian(at: 16), low: row.bigEndian(at: 24))
    }

    var tableKey: ShortBytes {
        Keys.idempotency(day: day, first: recalled.positions.lowerBound)
    }

    func write(to transaction: inout WriteTransaction) throws {
        let value = ShortBytes().appending(recalled.positions.upperBound)
            .appending(recalled.fingerprint).appending(key.high).appending(key.low)
        try transaction.put(value, under: tableKey, in: Tables.idempotency)
    }
}
