internal import Crypto
internal import Entries
internal import LMDB

/// Writes the rows of entries; those in the indices follow later.
struct EntryWriter {
    private let memory: WriterMemory

    init(_ memory: WriterMemory) { self.memory = memory }

    /// - Parameter command: what is remembered of the command whose first entry it is.
    func write(
        _ entry: inout PreparedEntries.Prepared, command: IdempotencyRow?,
        to changes: inout WriteTransaction
    ) throws {
        let position = entry.position
        hash(&entry.row, at: position)
        try changes.add(entry.row, under: RowKey(position).integer, in: Tables.entries)
        for index in entry.sections.indices {
            let key = RowKey(position, UInt8(index + 1)).integer
            try changes.add(entry.sections[index], under: key, in: Tables.entries)
        }
        try command?.write(at: position, to: &changes)
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
