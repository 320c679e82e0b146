internal import Entries
internal import LMDB

/// An entry that the indices do not hold yet.
struct UnindexedEntry {
    let id: EventID
    let stream: StreamState
    let place: StoredEntry.Place
}

/// The last entries, whose rows in the indices are still to be written.
///
/// An index is a tree of its own: a row in each for every command would have a commit change three
/// times as many pages. Many rows written together go to few pages.
struct UnindexedTail {
    private(set) var entries: [UnindexedEntry] = []
    /// The position of the first.
    private var start: Position

    init(_ transaction: borrowing ReadTransaction) throws {
        var last = try transaction.indexed
        start = last + 1
        var known: [UInt32: StreamState] = [:]
        while case let batch = try transaction.entries(after: last, limit: 1000),
            let newest = batch.last
        {
            for entry in batch {
                let envelope = try entry.envelope
                let place = try transaction.place(at: entry.position)
                let stream =
                    known[place.stream]
                    ?? StreamState(envelope.subject, number: place.stream, version: 0)
                known[place.stream] = stream
                append(UnindexedEntry(id: envelope.id, stream: stream, place: place))
            }
            last = newest.position
        }
    }

    var greatestNumber: UInt32 { entries.map(\.place.stream).max() ?? 0 }
    var greatestID: EventID? { entries.map(\.id).max() }

    mutating func append(_ entry: UnindexedEntry) { entries.append(entry) }

    func count(after indexed: Position) -> Int { entries.count - index(after: indexed) }

    func holds(_ id: EventID) -> Bool { entries.contains { $0.id == id } }

    /// The positions of those of a stream behind `version`, in order; looks from the end backwards.
    func positions(of stream: StreamState, afterVersion version: Int) -> [Position] {
        var positions: [Position] = []
        var missing = stream.version - version
        var index = entries.count
        while missing > 0, index > 0 {
            index -= 1
            guard entries[index].stream === stream else { continue }
            positions.append(start + Position(index))
            missing -= 1
        }
        return positions.reversed()
    }

    /// Forgets those that the indices hold.
    mutating func drop(through indexed: Position) {
        let count = index(after: indexed)
        guard count > 0 else { return }
        entries.removeFirst(count)
        start += Position(count)
    }

    /// Forgets those that did not come to be.
    mutating func drop(after head: Position) {
        entries.removeLast(entries.count - index(after: head))
    }

    private func index(after position: Position) -> Int {
        position < start ? 0 : Int(position - start) + 1
    }

    /// Has the streams stand where the last of these entries left them.
    func resetStreams() {
        for entry in entries {
            entry.stream.number = entry.place.stream
            entry.stream.version = Int(entry.place.version)
        }
    }

    /// Writes the rows in the indices of those behind `indexed`, each index in its order.
    func write(after indexed: Position, to changes: inout WriteTransaction) throws {
        let new = Array(zip(start..., entries).dropFirst(index(after: indexed)))
        for (_, entry) in new where entry.place.version == 1 {
            let number = ShortBytes().appending(entry.place.stream)
            try changes.add(number, under: entry.stream.subject, in: Tables.names)
        }
        let byStream = new.sorted {
            ($0.1.place.stream, $0.1.place.version) < ($1.1.place.stream, $1.1.place.version)
        }
        for (position, entry) in byStream {
            let key = Keys.stream(entry.place.stream, version: Int(entry.place.version))
            try changes.add(ShortBytes().appending(position), under: key, in: Tables.streams)
        }
        for (position, entry) in new.sorted(by: { $0.1.id < $1.1.id }) {
            let value = ShortBytes().appending(position)
            try changes.add(value, under: Keys.id(entry.id), in: Tables.ids)
        }
        let head = ShortBytes().appending(start + Position(entries.count) - 1)
        try changes.put(head, under: Meta.indexedKey, in: Tables.meta)
    }
}

extension WriteTransaction {
    /// A row that is there already belongs to nothing that the head knows of.
    mutating func add(
        _ value: some TableBytes, under key: some TableBytes, in table: Table
    ) throws {
        guard try insert(value, under: key, in: table) else {
            throw LogDamage.strayRows(table: Tables.name(table), count: 1)
        }
    }
}
