package import Entries
internal import LMDB

/// What a decision may ask: the log as it stands after the commands before it, also those that are
/// not durable yet.
package struct AppendTransaction: ~Copyable {
    private let contents: ReadTransaction
    /// The last position in it; what lies behind is pending.
    private let head: Position
    private let memory: WriterMemory
    private let origin: String

    init(_ log: EventLog, memory: WriterMemory) throws {
        let contents = try ReadTransaction(log.environment)
        let head = try contents.head
        try memory.see(contents, head: head)
        self.contents = contents
        self.head = head
        self.memory = memory
        origin = log.origin
    }

    /// The recorded time of all entries of this batch; never before the last entry's.
    package var time: Instant { memory.batchTime }

    /// The position that the first entry of this decision will have.
    package var nextPosition: Position { memory.edge.head + 1 }

    package func version(of subject: String) throws -> Int {
        try memory.stream(subject, in: contents).version
    }

    package func readStream(
        _ subject: String, afterVersion version: Int = 0, limit: Int = .max
    ) throws -> [Entry] {
        let stream = try memory.stream(subject, in: contents)
        guard let number = stream.number, limit > 0, version < stream.version else { return [] }
        let version = max(0, version)
        var entries = try contents.indexedStream(
            number, afterVersion: version, limit: limit)
        let unindexed = memory.tail.positions(of: stream, afterVersion: version + entries.count)
        for position in unindexed.prefix(limit - entries.count) {
            entries.append(try entry(at: position))
        }
        return entries
    }

    /// Up to `limit` entries after `position`, in order; empty only at the head.
    package func read(after position: Position, limit: Int) throws -> [Entry] {
        var entries =
            position < head ? try contents.entries(after: position, limit: limit) : []
        var last = entries.last?.position ?? position
        while last >= head, last < memory.edge.head, entries.count < limit {
            last += 1
            entries.append(try memory.pending.entry(at: last))
        }
        return entries
    }

    /// Entries after `position` whose type begins with `prefix`.
    package func read(type prefix: String, after position: Position, limit: Int) throws -> TypedPage
    {
        let page = try contents.entries(
            type: Array(prefix.utf8), after: position, limit: limit, scanLimit: 10_000)
        guard page.next == nil else { return page }
        let pending = try read(after: max(position, head), limit: .max)
            .filter { try $0.envelope.type.hasPrefix(prefix) }
        return TypedPage(entries: page.entries + pending, next: nil)
    }

    private func entry(at position: Position) throws -> Entry {
        try position > head
            ? memory.pending.entry(at: position) : contents.entry(at: position)
    }

    package func position(of id: EventID) throws -> Position? {
        try contents.indexedPosition(of: id) ?? memory.tail.position(of: id)
    }

    package func section(at position: Position, number: Int) throws -> [UInt8]? {
        guard position > head, (1...RowKey.mostSections).contains(number) else {
            return try contents.section(at: position, number: number)
        }
        return memory.pending.bytes(under: RowKey(position, UInt8(number)))
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
                try prepared.add(entries[index], in: contents)
            }
        } catch {
            memory.leaveStreams(lastNumber: lastNumber)
            throw error
        }
        return prepared
    }

    /// Has entries follow that were prepared against this very state; nil if there are none. `add`
    /// gets their rows in order.
    func append(
        _ prepared: consuming PreparedEntries, idempotency: Idempotency?,
        add: (EntryRow) -> Void
    ) -> ClosedRange<Position>? {
        guard let first = prepared.entries.first?.position else { return nil }
        var prepared = prepared
        let positions = first...(first + Position(prepared.entries.count) - 1)
        var command = idempotency.map { memory.window.add($0, at: positions) }
        let writer = EntryWriter(memory)
        for index in prepared.entries.indices {
            writer.write(&prepared.entries[index], command: command, add: add)
            command = nil
        }
        return positions
    }
}
