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

    private var indices: [String: Int32] = [:]
    private(set) var slots: ContiguousArray<Slot> = []
    private var before: [Int32: Row] = [:]

    var count: Int { slots.count }

    /// Lets `body` change the row of `key`, which is nil where there is none.
    mutating func update(
        _ key: String, from file: ViewFile?, _ body: (inout Row?) throws -> Void
    ) throws {
        let index = try index(of: key, from: file)
        try body(&slots[index].row)
    }

    /// The row of `key` as it now stands here.
    func row(_ key: String) -> Row? { indices[key].flatMap { slots[Int($0)].row } }

    /// What the file held for a slot when it was first touched.
    func stored(_ index: Int) -> Row? { before[Int32(index)] }

    /// Takes a row that the file holds, unless a newer one is here.
    mutating func load(_ row: Row) {
        guard indices[row.key] == nil else { return }
        let index = append(row.key, row)
        before[index] = row
    }

    mutating func forEach(_ body: (inout Row) throws -> Void) rethrows {
        for index in slots.indices where slots[index].row != nil {
            try body(&slots[index].row!)
        }
    }

    /// The slots in key order: the order of the table's tree.
    func order() -> [Int] {
        slots.indices.sorted { slots[$0].key < slots[$1].key }
    }

    mutating func removeAll() {
        let isSmall = slots.count < 4096
        indices.removeAll(keepingCapacity: isSmall)
        slots.removeAll(keepingCapacity: isSmall)
        before.removeAll(keepingCapacity: isSmall)
    }

    private mutating func index(of key: String, from file: ViewFile?) throws -> Int {
        if let index = indices[key] { return Int(index) }
        let row = try file?.row(Row.self, key: key)
        let index = append(key, row)
        if let row { before[index] = row }
        return Int(index)
    }

    private mutating func append(_ key: String, _ row: Row?) -> Int32 {
        let index = Int32(slots.count)
        slots.append(Slot(key: key, row: row))
        indices[key] = index
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
