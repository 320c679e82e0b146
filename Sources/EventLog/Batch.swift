internal import Entries
internal import LMDB

/// Commands that were decided together and are kept together, or not at all.
struct Batch<Command: Sendable, Answer: Sendable>: Sendable {
    private(set) var jobs: [CommandQueue<Command, Answer>.Job] = []
    private(set) var outcomes: [WriteOutcome<Answer>] = []
    /// What the table of entries gets, in the order of its keys.
    private(set) var rows: [EntryRow] = []
    private(set) var bytes = 0
    var index: IndexRows?
    var sweep: IdempotencySweep?

    var isEmpty: Bool { jobs.isEmpty }

    mutating func add(_ job: CommandQueue<Command, Answer>.Job, _ outcome: WriteOutcome<Answer>) {
        jobs.append(job)
        outcomes.append(outcome)
    }

    mutating func add(_ row: EntryRow) {
        rows.append(row)
        bytes += row.bytes.count
    }

    /// The last position after it; nil if it stores nothing.
    var head: Position? { rows.last?.key.position }

    /// Tells all who sent the commands.
    func answer() {
        for index in jobs.indices { jobs[index].completion(outcomes[index]) }
    }

    func answer(all outcome: WriteOutcome<Answer>) {
        for job in jobs { job.completion(outcome) }
    }
}

/// A row of the table of entries.
struct EntryRow: Sendable {
    let key: RowKey
    let bytes: [UInt8]
}

/// Rows that a reader of the log may not see yet, in the order of their keys.
struct PendingRows {
    private var rows: [EntryRow] = []

    mutating func add(_ row: EntryRow) { rows.append(row) }

    /// Forgets those that are in the log.
    mutating func drop(through head: Position) {
        let count = rows.prefix { $0.key.position <= head }.count
        if count == rows.count {
            rows.removeAll(keepingCapacity: true)
        } else {
            rows.removeFirst(count)
        }
    }

    func bytes(under key: RowKey) -> [UInt8]? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key.integer < key.integer { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].key == key ? rows[low].bytes : nil
    }

    /// - Throws: `LogDamage.hole` if it is not among them.
    func entry(at position: Position) throws(LogDamage) -> Entry {
        guard let row = bytes(under: RowKey(position)) else { throw .hole(at: position) }
        return try StoredEntry.entry(at: position, in: row.span)
    }
}
