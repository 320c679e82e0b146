internal import Crypto
internal import Entries

/// Makes the rows of entries; those in the indices follow later.
struct EntryWriter {
    private let memory: WriterMemory

    init(_ memory: WriterMemory) { self.memory = memory }

    /// - Parameter command: what is remembered of the command whose first entry it is.
    func write(
        _ entry: inout PreparedEntries.Prepared, command: IdempotencyRow?,
        add: (EntryRow) -> Void
    ) {
        let position = entry.position
        hash(&entry.row, at: position)
        func write(_ number: UInt8, _ bytes: [UInt8]) {
            let row = EntryRow(key: RowKey(position, number), bytes: bytes)
            memory.pending.add(row)
            add(row)
        }
        write(RowKey.entry, entry.row)
        for index in entry.sections.indices { write(UInt8(index + 1), entry.sections[index]) }
        if let command { write(RowKey.idempotency, command.bytes) }
        memory.stored(entry.id, in: entry.stream, at: entry.place)
    }

    /// Adds the entry to the tree, and sets the hashes in its row.
    private func hash(_ row: inout [UInt8], at position: Position) {
        let start = StoredEntry.envelopeOffset(at: position)
        let leaf = SHA256.leafHash(row.span.extracting(start...))
        StoredEntry.set(leaf, level: 0, in: &row)
        memory.edge.frontier.append(leaf) { level, node in
            StoredEntry.set(node, level: level, in: &row)
        }
    }
}
