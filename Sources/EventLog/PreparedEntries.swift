internal import Crypto
internal import Entries
internal import LMDB

/// The entries of one decision, checked and encoded, with their places in their streams.
struct PreparedEntries {
    struct Prepared {
        let new: NewEntry
        let envelope: [UInt8]
        let stream: StreamState
        let isNewStream: Bool

        var size: Int { new.sections.reduce(envelope.count) { $0 + $1.count } }
    }

    private(set) var entries: [Prepared] = []
    private let origin: String
    private let memory: WriterMemory
    private var streams: [String: StreamState] = [:]
    private var ids: Set<EventID> = []
    private var lastStreamNumber: UInt32

    init(origin: String, memory: WriterMemory) {
        self.origin = origin
        self.memory = memory
        lastStreamNumber = memory.edge.lastStreamNumber
    }

    mutating func add(_ new: NewEntry, in transaction: borrowing ReadTransaction) throws {
        guard Self.isUsable(new.stream) else { throw LogError.unusableStream(new.stream) }
        guard new.sections.count <= 255 else {
            throw LogError.tooManySections(new.sections.count)
        }
        try refuseRepetition(of: new.id, in: transaction)
        var stream = try streams[new.stream] ?? memory.stream(new.stream, in: transaction)
        let isNewStream = stream.number == nil
        if isNewStream {
            lastStreamNumber += 1
            stream.number = lastStreamNumber
        }
        stream.version += 1
        let envelope = Envelope(
            actor: new.actor, cause: new.cause, correlation: new.correlation, data: new.data,
            id: new.id, source: origin, streamVersion: stream.version, subject: new.stream,
            time: memory.batchTime, type: new.type
        ).encoded()
        guard envelope.count <= Envelope.largestSize else {
            throw LogError.entryTooLarge(size: envelope.count)
        }
        streams[new.stream] = stream
        entries.append(
            Prepared(new: new, envelope: envelope, stream: stream, isNewStream: isNewStream))
    }

    /// Carries what the entries did to their streams over into the memory.
    consuming func settle() {
        memory.edge.lastStreamNumber = lastStreamNumber
        for (subject, state) in streams { memory.set(state, for: subject) }
    }

    private mutating func refuseRepetition(
        of id: EventID, in transaction: borrowing ReadTransaction
    ) throws {
        guard ids.insert(id).inserted else { throw LogError.repeatedID(id) }
        if let greatest = memory.edge.greatestID, id <= greatest,
            try transaction.position(of: id) != nil
        {
            throw LogError.repeatedID(id)
        }
    }

    private static func isUsable(_ stream: String) -> Bool {
        let name = stream.utf8
        return (1...511).contains(name.count) && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}

/// Writes the rows of one entry.
struct EntryWriter {
    private let entry: PreparedEntries.Prepared
    private let memory: WriterMemory

    init(_ entry: PreparedEntries.Prepared, memory: WriterMemory) {
        self.entry = entry
        self.memory = memory
    }

    func write(to changes: inout WriteTransaction) throws {
        let position = memory.edge.head + 1
        let leaf = SHA256.leafHash(entry.envelope)
        let nodes = memory.edge.frontier.append(leaf)
        let row = StoredEntry.row(leaf: leaf, nodes: nodes, envelope: entry.envelope)
        try insert(row, under: position, in: Tables.entries, &changes)
        try index(position, &changes)
        for (number, section) in zip(1..., entry.new.sections) {
            let key = Keys.section(position, number: number)
            try insert(section, under: key, in: Tables.sections, &changes)
        }
        memory.edge.head = position
        memory.edge.time = memory.batchTime
        let id = entry.new.id
        memory.edge.greatestID = max(memory.edge.greatestID ?? id, id)
    }

    private func index(_ position: Position, _ changes: inout WriteTransaction) throws {
        guard let number = entry.stream.number else { return }
        let value = ShortBytes().appending(position)
        if entry.isNewStream {
            let value = ShortBytes().appending(number)
            try insert(value, under: entry.new.stream, in: Tables.names, &changes)
        }
        let place = Keys.stream(number, version: entry.stream.version)
        try insert(value, under: place, in: Tables.streams, &changes)
        let id = entry.new.id
        try insert(value, under: Keys.id((id.high, id.low)), in: Tables.ids, &changes)
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
