internal import Entries
internal import LMDB

/// The entries of one decision, checked and encoded, with their places in their streams.
struct PreparedEntries {
    struct Prepared {
        let id: EventID
        let position: Position
        /// Without its hashes, which hang on the entries before it.
        var row: [UInt8]
        let sections: [[UInt8]]
        let stream: StreamState
        let place: StoredEntry.Place

        var size: Int { sections.reduce(row.count) { $0 + $1.count } }
    }

    var entries: [Prepared] = []
    private let origin: String
    private let memory: WriterMemory
    /// The greatest id so far, the log's and these.
    private var greatestID: EventID?
    /// All ids, from the first on that does not stand behind those before it.
    private var ids: Set<EventID>?

    init(origin: String, memory: WriterMemory, count: Int) {
        self.origin = origin
        self.memory = memory
        entries.reserveCapacity(count)
        greatestID = memory.edge.greatestID
    }

    /// Takes the entry's place in its stream; if it throws, the memory is to `leaveStreams`.
    mutating func add(_ new: NewEntry, in transaction: borrowing ReadTransaction) throws {
        guard Self.isUsable(new.stream) else { throw LogError.unusableStream(new.stream) }
        guard new.sections.count <= RowKey.mostSections else {
            throw LogError.tooManySections(new.sections.count)
        }
        try refuseRepetition(of: new.id, in: transaction)
        let (stream, place) = try memory.takePlace(in: new.stream, in: transaction)
        let envelope = Envelope(
            actor: new.actor, cause: new.cause, correlation: new.correlation, data: new.data,
            id: new.id, source: origin, streamVersion: stream.version, subject: new.stream,
            time: memory.batchTime, type: new.type)
        let position = memory.edge.head + Position(entries.count) + 1
        let row = StoredEntry.row(of: envelope, at: position, place: place)
        let size = row.count - StoredEntry.envelopeOffset(at: position)
        guard size <= Envelope.largestSize else { throw LogError.entryTooLarge(size: size) }
        entries.append(
            Prepared(
                id: new.id, position: position, row: row, sections: new.sections, stream: stream,
                place: place))
        ids?.insert(new.id)
    }

    private mutating func refuseRepetition(
        of id: EventID, in transaction: borrowing ReadTransaction
    ) throws {
        guard let greatest = greatestID, id <= greatest else {
            greatestID = id
            return
        }
        // Those that are prepared are not looked for unless one comes that is out of order.
        if ids == nil { ids = Set(entries.map(\.id)) }
        guard ids?.contains(id) == false, memory.tail.position(of: id) == nil,
            try transaction.indexedPosition(of: id) == nil
        else {
            throw LogError.repeatedID(id)
        }
    }

    private static func isUsable(_ stream: String) -> Bool {
        let name = stream.utf8
        return (1...511).contains(name.count) && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
