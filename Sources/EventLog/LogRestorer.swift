internal import Crypto
package import Entries
internal import LMDB

/// Fills a draft with the entries of another log, byte for byte, and with what lay beside them.
///
/// Hashes, tree nodes and indices are made anew. Nobody else may use the draft meanwhile.
package struct LogRestorer {
    /// What lay beside an entry: a sealed section, or what is remembered of a command.
    package struct Beside: Equatable, Sendable {
        package let position: Position
        /// Of a section from 1 on; the greatest is that of a command.
        package let number: UInt8
        package let bytes: [UInt8]

        package init(position: Position, number: UInt8, bytes: [UInt8]) {
            self.position = position
            self.number = number
            self.bytes = bytes
        }

        package var isSection: Bool { Int(number) <= RowKey.mostSections }
    }

    private static let commitBytes = 8 << 20

    private let log: EventLog
    private var frontier = Frontier()
    private var streams: [String: (number: UInt32, version: UInt32)] = [:]
    private var rows: [EntryRow] = []
    private var indices: [IndexRows.Row] = []
    private var waiting = 0

    package init(_ log: EventLog) {
        precondition(!log.isDurable, "only a draft is filled")
        self.log = log
    }

    /// The root of the tree over what was added.
    package var root: Digest { frontier.root }
    package var size: Position { frontier.size }

    /// Adds the entry of the next position, and what lay beside it.
    ///
    /// - Throws: `LogDamage` if it cannot stand there: not an envelope, of another log, or not its
    ///   stream's next.
    package mutating func add(_ bytes: [UInt8], beside: [Beside]) throws {
        let position = frontier.size + 1
        let envelope: Envelope
        do { envelope = try Envelope(bytes) } catch {
            throw LogDamage.envelope(at: position, error)
        }
        guard envelope.source == log.origin else { throw LogDamage.origin(at: position) }
        let place = try place(of: envelope, at: position)
        var row = StoredEntry.row(of: bytes, at: position, place: place)
        let leaf = SHA256.leafHash(bytes.span)
        StoredEntry.set(leaf, level: 0, in: &row)
        frontier.append(leaf) { level, node in StoredEntry.set(node, level: level, in: &row) }
        rows.append(EntryRow(key: RowKey(position), bytes: row))
        for other in beside {
            rows.append(EntryRow(key: RowKey(position, other.number), bytes: other.bytes))
        }
        indices.append(
            IndexRows.Row(
                position: position, id: envelope.id, place: place, subject: envelope.subject))
        waiting += row.count + beside.reduce(0) { $0 + $1.bytes.count }
        if waiting >= Self.commitBytes { try commit() }
    }

    /// Writes what still waits. The log is a draft until it is finished.
    package mutating func end() throws { try commit() }

    private mutating func place(
        of envelope: Envelope, at position: Position
    ) throws -> StoredEntry.Place {
        var stream = streams[envelope.subject] ?? (UInt32(streams.count + 1), 0)
        stream.version += 1
        guard envelope.streamVersion == Int(stream.version) else {
            throw LogDamage.streamIndex(at: position)
        }
        streams[envelope.subject] = stream
        return StoredEntry.Place(stream: stream.number, version: stream.version)
    }

    private mutating func commit() throws {
        while true {
            do {
                var changes = try WriteTransaction(log.environment)
                for row in rows {
                    try changes.add(row.bytes, under: row.key.integer, in: Tables.entries)
                }
                try IndexRows(rows: indices).write(to: &changes)
                try changes.commit()
                break
            } catch let full as LMDBError where full.isMapFull {
                try log.environment.grow()
            }
        }
        rows.removeAll(keepingCapacity: true)
        indices.removeAll(keepingCapacity: true)
        waiting = 0
    }
}

extension EventLog {
    /// Lends what lies beside the entries up to `end`, in the order of positions.
    ///
    /// No read transaction outlives a batch, so that a writer is not held up.
    package func eachBeside(
        through end: Position, _ body: (LogRestorer.Beside) throws -> Void
    ) throws {
        var next = RowKey(1, 1)
        while next.position <= end {
            let (found, last) = try reading { transaction in
                try transaction.beside(from: next, through: end, limit: 1000)
            }
            for row in found { try body(row) }
            guard let last else { return }
            next = last
        }
    }
}

extension ReadTransaction {
    /// Rows beside entries from `start` on, and from where on to look next; nil: that was all.
    fileprivate func beside(
        from start: RowKey, through end: Position, limit: Int
    ) throws -> (found: [LogRestorer.Beside], next: RowKey?) {
        try withCursor(over: Tables.entries) { cursor in
            var found: [LogRestorer.Beside] = []
            var bytes = 0
            var looked = 0
            func take(_ key: Span<UInt8>, _ row: Span<UInt8>) throws -> RowKey {
                let key = try RowKey(key)
                guard !key.isEntry, key.position <= end else { return key }
                found.append(
                    LogRestorer.Beside(
                        position: key.position, number: key.number, bytes: row.copied()))
                bytes += row.count
                return key
            }
            var key = try cursor.row(atOrAfter: start.integer, take)
            while let last = key, last.position <= end {
                looked += 1
                if looked >= 4 * limit || found.count >= limit || bytes >= largestBatchBytes {
                    return (
                        found,
                        last.number == .max
                            ? RowKey(last.position + 1) : RowKey(last.position, last.number + 1)
                    )
                }
                key = try cursor.row(.next, take)
            }
            return (found, nil)
        }
    }
}
