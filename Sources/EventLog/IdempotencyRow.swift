internal import Entries
internal import LMDB

/// Day ‖ count of positions ‖ fingerprint ‖ key, beside the first entry of a command.
///
/// The writer looks keys up in memory, so the rows need not be in the order of keys.
struct IdempotencyRow {
    let day: UInt16
    let key: IdempotencyKey
    let recalled: Recalled

    init(day: UInt16, key: IdempotencyKey, recalled: Recalled) {
        self.day = day
        self.key = key
        self.recalled = recalled
    }

    /// Nil if the row holds something else.
    init?(_ key: Span<UInt8>, _ row: Span<UInt8>) throws(LogDamage) {
        let place = try RowKey(key)
        guard place.number == RowKey.idempotency else { return nil }
        guard row.count == 30, case let count = Position(row.bigEndian(UInt32.self, at: 2)),
            count > 0
        else { throw .row(table: Tables.name(Tables.entries)) }
        day = row.bigEndian()
        recalled = Recalled(
            positions: place.position...(place.position + count - 1),
            fingerprint: row.bigEndian(at: 6))
        self.key = IdempotencyKey(high: row.bigEndian(at: 14), low: row.bigEndian(at: 22))
    }

    var bytes: [UInt8] {
        ShortBytes().appending(day).appending(UInt32(clamping: recalled.positions.count))
            .appending(recalled.fingerprint).appending(key.high).appending(key.low)
            .withBytes { $0.copied() }
    }
}
