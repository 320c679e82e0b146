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

    func position(of id: EventID) -> Position? {
        entries.firstIndex { $0.id == id }.map { start + Position($0) }
    }

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

    /// The rows in the indices of those behind `indexed`.
    func rows(after indexed: Position) -> IndexRows {
        let new = zip(start..., entries).dropFirst(index(after: indexed))
        return IndexRows(
            rows: new.map { position, entry in
                IndexRows.Row(
                    position: position, id: entry.id, place: entry.place,
                    subject: entry.stream.subject)
            })
    }
}
