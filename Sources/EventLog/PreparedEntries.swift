internal import Crypto
internal import Entries
internal import LMDB

/// The entries of one decision, checked and encoded, with their places in their streams.
struct PreparedEntries {
    struct Prepared {
        let id: EventID
        let envelope: [UInt8]
        let sections: [[UInt8]]
        let streamNumber: UInt32, streamVersion: Int
        /// The stream's name where this is its first entry.
        let newStream: String?

        var size: Int { sections.reduce(envelope.count) { $0 + $1.count } }
    }

    private(set) var entries: [Prepared] = []
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
        guard new.sections.count <= 255 else {
            throw LogError.tooManySections(new.sections.count)
        }
        try refuseRepetition(of: new.id, in: transaction)
        let place = try memory.nextPlace(in: new.stream, in: transaction)
        let envelope = Envelope(
            actor: new.actor, cause: new.cause, correlation: new.correlation, data: new.data,
            id: new.id, source: origin, streamVersion: place.version, subject: new.stream,
            time: memory.batchTime, type: new.type
        ).encoded()
        guard envelope.count <= Envelope.largestSize else {
            throw LogError.entryTooLarge(size: envelope.count)
        }
        entries.append(
            Prepared(
                id: new.id, envelope: envelope, sections: new.sections,
                streamNumber: place.number, streamVersion: place.version,
                newStream: place.isNewStream ? new.stream : nil))
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
        guard ids?.contains(id) == false, try transaction.position(of: id) == nil else {
            throw LogError.repeatedID(id)
        }
    }

    private static func isUsable(_ stream: String) -> Bool {
        let name = stream.utf8
        return (1...511).contains(name.count) && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}

/// Writes the rows of entries.
struct EntryWriter {
    private let memory: WriterMemory

    init(_ memory: WriterMemory) { self.memory = memory }

    func write(_ entry: PreparedEntries.Prepared, to changes: inout WriteTransaction) throws {
        let position = memory.edge.head + 1
        let leaf = SHA256.leafHash(entry.envelope)
        let nodes = memory.edge.frontier.append(leaf)
        let row = StoredEntry.row(leaf: leaf, nodes: nodes, envelope: entry.envelope)
        try insert(row, under: position, in: Tables.entries, &changes)
        try index(entry, at: position, &changes)
        for (number, section) in zip(1..., entry.sections) {
            let key = Keys.section(position, number: number)
            try insert(section, under: key, in: Tables.sections, &changes)
        }
        memory.edge.head = position
        memory.edge.time = memory.batchTime
        memory.edge.greatestID = max(memory.edge.greatestID ?? entry.id, entry.id)
    }

    private func index(
        _ entry: PreparedEntries.Prepared, at position: Position,
        _ changes: inout WriteTransaction
    ) throws {
        let value = ShortBytes().appending(position)
        if let name = entry.newStream {
            let number = ShortBytes().appending(entry.streamNumber)
            try insert(number, under: name, in: Tables.names, &changes)
        }
        let place = Keys.stream(entry.streamNumber, version: entry.streamVersion)
        try insert(value, under: place, in: Tables.streams, &changes)
        try insert(value, under: Keys.id((entry.id.high, entry.id.low)), in: Tables.ids, &changes)
    }

    /// A row that is there already belongs to nothing that the head knows of.
    private func insert(
        _ value: some TableBytes, under key: some TableBytes, in table: Table,
        _ changes: inout WriteTransaction
    ) throws {
        guard try changes.insert(value, under: key, in: table) else {
            throw LogDamage.strayRows(table: Tables.name(table), count: 1)
        }
    }
}
