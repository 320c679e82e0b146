internal import Events

/// The rows of one table that changed since the last write.
///
/// A fresh build has no file to look into: its cache holds the whole table until the end. A live
/// view's cache holds the rows that the batch touched, each with what the file said before.
struct RowCache<Row: ViewRow> {
    struct Slot {
        let key: String
        var row: Row?
    }

    /// Slots lie in chunks, so that a table of millions of rows grows without being copied.
    private static var chunkSize: Int { 4096 }
    private var chunks: [ContiguousArray<Slot>] = []
    private var indices: [String: Int32] = [:]
    /// The slot that was asked for last: a case's events often stand together.
    private var latest: Int?
    private var before: [Int32: Row] = [:]

    private(set) var count = 0

    /// Lets `body` change the row of `key`, which is nil where there is none.
    mutating func update<Result>(
        _ key: String, from file: ViewFile?, _ body: (inout Row?) throws -> Result
    ) throws -> Result {
        let index = try index(of: key, from: file)
        return try body(&chunks[index / Self.chunkSize][index % Self.chunkSize].row)
    }

    subscript(index: Int) -> Slot { chunks[index / Self.chunkSize][index % Self.chunkSize] }

    /// Lends a slot: rows are wide, and copying one costs more than writing a column.
    mutating func lend<Result>(
        _ index: Int, _ body: (_ key: String, _ row: inout Row?) throws -> Result
    ) rethrows -> Result {
        let chunk = index / Self.chunkSize
        let key = chunks[chunk][index % Self.chunkSize].key
        return try body(key, &chunks[chunk][index % Self.chunkSize].row)
    }

    /// What the file held for a slot when it was first touched.
    func stored(_ index: Int) -> Row? { before[Int32(index)] }

    /// Takes a row that the file holds, unless a newer one is here.
    mutating func load(_ row: Row) {
        guard find(row.key) == nil else { return }
        let index = append(row.key, row)
        before[index] = row
    }

    mutating func forEach(_ body: (inout Row) throws -> Void) rethrows {
        for chunk in chunks.indices {
            for index in chunks[chunk].indices where chunks[chunk][index].row != nil {
                try body(&chunks[chunk][index].row!)
            }
        }
    }

    /// The slots in key order: the order of the table's tree.
    func order() -> [Int] {
        let keys = chunks.flatMap { $0.map(\.key) }
        return keys.indices.sorted { keys[$0] < keys[$1] }
    }

    mutating func removeAll() {
        let isSmall = count <= Self.chunkSize
        chunks.removeAll()
        indices.removeAll(keepingCapacity: isSmall)
        latest = nil
        before.removeAll(keepingCapacity: isSmall)
        count = 0
    }

    private mutating func index(of key: String, from file: ViewFile?) throws -> Int {
        if let index = find(key) { return index }
        let row = try file?.row(Row.self, key: key)
        let index = append(key, row)
        if let row { before[index] = row }
        return Int(index)
    }

    private mutating func find(_ key: String) -> Int? {
        if let latest, self[keyAt: latest] == key { return latest }
        guard let index = indices[key] else { return nil }
        latest = Int(index)
        return latest
    }

    private subscript(keyAt index: Int) -> String {
        chunks[index / Self.chunkSize][index % Self.chunkSize].key
    }

    private mutating func append(_ key: String, _ row: Row?) -> Int32 {
        if count.isMultiple(of: Self.chunkSize) {
            var chunk = ContiguousArray<Slot>()
            // A live batch touches few rows; only the chunks after the first are sure to fill.
            if count > 0 { chunk.reserveCapacity(Self.chunkSize) }
            chunks.append(chunk)
        }
        let index = Int32(count)
        chunks[chunks.count - 1].append(Slot(key: key, row: row))
        indices[key] = index
        latest = count
        count += 1
        return index
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
