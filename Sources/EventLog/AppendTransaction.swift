package import Entries
internal import LMDB

/// What a decision may ask: the log as it stands after the commands before it.
package struct AppendTransaction: ~Copyable {
    private var changes: WriteTransaction
    private let memory: WriterMemory
    private let origin: String
    /// Bytes that the batch has stored so far.
    private(set) var storedBytes = 0

    init(_ log: EventLog, memory: WriterMemory) throws(LMDBError) {
        changes = try WriteTransaction(log.environment)
        self.memory = memory
        origin = log.origin
    }

    consuming func commit() throws(LMDBError) { try changes.commit() }

    /// The recorded time of all entries of this batch; never before the last entry's.
    package var time: Instant { memory.batchTime }

    /// The position that the first entry of this decision will have.
    package var nextPosition: Position { memory.edge.head + 1 }

    package func version(of subject: String) throws -> Int {
        try memory.stream(subject, in: changes.contents).version
    }

    package func readStream(
        _ subject: String, afterVersion version: Int = 0, limit: Int = .max
    ) throws -> [Entry] {
        let stream = try memory.stream(subject, in: changes.contents)
        guard let number = stream.number, limit > 0, version < stream.version else { return [] }
        let version = max(0, version)
        var entries = try changes.contents.indexedStream(
            number, afterVersion: version, limit: limit)
        let unindexed = memory.tail.positions(of: stream, afterVersion: version + entries.count)
        for position in unindexed.prefix(limit - entries.count) {
            entries.append(try changes.contents.entry(at: position))
        }
        return entries
    }

    /// Up to `limit` entries after `position`, in order; empty only at the head.
    package func read(after position: Position, limit: Int) throws -> [Entry] {
        try changes.contents.entries(after: position, limit: limit)
    }

    package func position(of id: EventID) throws -> Position? {
        try changes.contents.position(of: id)
    }

    package func section(at position: Position, number: Int) throws -> [UInt8]? {
        try changes.contents.section(at: position, number: number)
    }

    /// The command that was carried out under this key within the last 30 days.
    package func recall(_ key: IdempotencyKey) -> Recalled? { memory.window.recall(key) }

    /// Checks and encodes what a decision wants stored; no row is changed yet.
    func prepare<Answer>(_ decision: Decision<Answer>) throws -> PreparedEntries {
        if let key = decision.idempotency?.key, recall(key) != nil {
            throw LogError.repeatedIdempotencyKey
        }
        var prepared = PreparedEntries(
            origin: origin, memory: memory, count: decision.entries.count)
        let lastNumber = memory.edge.lastStreamNumber
        do {
            let entries = decision.entries.span  // lent, not copied
            for index in entries.indices {
                try prepared.add(entries[index], in: changes.contents)
            }
        } catch {
            memory.leaveStreams(lastNumber: lastNumber)
            throw error
        }
        return prepared
    }

    /// Stores entries that were prepared against this very state; nil if there are none.
    ///
    /// When it throws, the batch cannot be kept.
    mutating func append(
        _ prepared: consuming PreparedEntries, idempotency: Idempotency?
    ) throws -> ClosedRange<Position>? {
        guard let first = prepared.entries.first?.position else { return nil }
        var prepared = prepared
        let positions = first...(first + Position(prepared.entries.count) - 1)
        let memory = memory  // else the thread sanitizer's build sees `self` accessed twice
        var command = idempotency.map { memory.window.add($0, at: positions) }
        let writer = EntryWriter(memory)
        for index in prepared.entries.indices {
            try writer.write(&prepared.entries[index], command: command, to: &changes)
            storedBytes += prepared.entries[index].size
            command = nil
        }
        return positions
    }

    /// How many entries the indices do not hold yet.
    var unindexed: Int { Int(memory.edge.head - memory.edge.indexed) }

    /// Brings the indices to the head, and removes what has left the window of idempotency.
    mutating func index() throws {
        let memory = memory  // as in `append`
        try memory.index(&changes)
        try memory.window.sweep(&changes)
    }
}
