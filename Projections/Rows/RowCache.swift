internal import Events

/// The rows of one table that changed since the last write.
///
/// A fresh build has no file to look into: its cache holds the whole table until the end. A live
/// view's cache holds the rows that the batch touched, each with what the file said before.
struct RowCache<Row: ViewRow> {
    private var slots = RowSlots<Row>()
    private var index = KeyIndex()
    /// The slot that was asked for last: a case's events often stand together.
    private var latest: Int?
    private var before: [Int: Row] = [:]

    var count: Int { slots.count }

    /// Lets `body` change the row of `key`, which is nil where there is none.
    mutating func update<Result>(
        _ key: String, from file: ViewFile?, _ body: (inout Row?) throws -> Result
    ) throws -> Result {
        let slot = try slot(of: key, from: file)
        latest = slot
        return try body(&slots[slot].row)
    }

    subscript(slot: Int) -> RowSlots<Row>.Slot { slots[slot] }

    /// Lends a slot: rows are wide, and copying one costs more than writing a column.
    mutating func lend<Result>(
        _ slot: Int, _ body: (_ key: String, _ row: inout Row?) throws -> Result
    ) rethrows -> Result {
        let key = slots[slot].key
        return try body(key, &slots[slot].row)
    }

    /// What the file held for a slot when it was first touched.
    func stored(_ slot: Int) -> Row? { before[slot] }

    /// Takes a row that the file holds, unless a newer one is here.
    mutating func load(_ row: Row) {
        let hash = KeyIndex.hash(row.key)
        guard find(row.key, hash) == nil else { return }
        before[append(row.key, hash, row)] = row
    }

    mutating func forEach(_ body: (inout Row) throws -> Void) rethrows {
        for slot in 0..<count where slots[slot].row != nil { try body(&slots[slot].row!) }
    }

    /// The slots in key order: the order of the table's tree.
    func order() -> [Int] {
        let keys = (0..<count).map { slots[$0].key }
        return keys.indices.sorted { keys[$0] < keys[$1] }
    }

    /// Empties it and hands out what it held.
    mutating func removeAll() -> RowSlots<Row> {
        let isSmall = count <= RowSlots<Row>.chunkSize
        index.removeAll(keepingCapacity: isSmall)
        before.removeAll(keepingCapacity: isSmall)
        latest = nil
        let removed = slots
        slots = RowSlots()
        return removed
    }

    private mutating func slot(of key: String, from file: ViewFile?) throws -> Int {
        if let latest, slots[latest].key == key { return latest }
        let hash = KeyIndex.hash(key)
        if let slot = find(key, hash) { return slot }
        let row = try file?.row(Row.self, key: key)
        let slot = append(key, hash, row)
        if let row { before[slot] = row }
        return slot
    }

    private func find(_ key: String, _ hash: UInt32) -> Int? {
        index.slot(hash: hash) { slots[$0].key == key }
    }

    private mutating func append(_ key: String, _ hash: UInt32, _ row: Row?) -> Int {
        let slot = count
        slots.append(key, row)
        index.add(slot, hash: hash)
        return slot
    }
}

/// Rows by number, each with its key.
struct RowSlots<Row: ViewRow>: Sendable {
    struct Slot: Sendable {
        let key: String
        var row: Row?
    }

    /// They lie in chunks, so that a table of millions of rows grows without being copied.
    static var chunkSize: Int { 4096 }
    private var chunks: [ContiguousArray<Slot>] = []
    private(set) var count = 0

    subscript(slot: Int) -> Slot {
        _read { yield chunks[slot / Self.chunkSize][slot % Self.chunkSize] }
        _modify { yield &chunks[slot / Self.chunkSize][slot % Self.chunkSize] }
    }

    mutating func append(_ key: String, _ row: Row?) {
        if count.isMultiple(of: Self.chunkSize) {
            var chunk = ContiguousArray<Slot>()
            // A live batch touches few rows; only the chunks after the first are sure to fill.
            if count > 0 { chunk.reserveCapacity(Self.chunkSize) }
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(Slot(key: key, row: row))
        count += 1
    }
}

extension RowCache where Row: FoldedRow {
    /// Folds an event into the row that it concerns, if any.
    mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        guard let key = Row.key(for: event) else { return }
        try update(key, from: file) { try Row.apply(event, to: &$0, in: surroundings) }
    }
}
