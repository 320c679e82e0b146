internal import Entries
internal import LMDB

/// What the indices get for many entries at once.
struct IndexRows: Sendable {
    struct Row: Sendable {
        let position: Position
        let id: EventID
        let place: StoredEntry.Place
        let subject: String
    }

    /// In the order of positions.
    let rows: [Row]

    /// Writes each index in its order, and how far they are.
    func write(to changes: inout WriteTransaction) throws {
        guard let last = rows.last else { return }
        for row in rows where row.place.version == 1 {
            let number = ShortBytes().appending(row.place.stream)
            try changes.add(number, under: row.subject, in: Tables.names)
        }
        let byStream = rows.sorted {
            ($0.place.stream, $0.place.version) < ($1.place.stream, $1.place.version)
        }
        for row in byStream {
            let key = Keys.stream(row.place.stream, version: Int(row.place.version))
            try changes.add(ShortBytes().appending(row.position), under: key, in: Tables.streams)
        }
        for row in rows.sorted(by: { $0.id < $1.id }) {
            let value = ShortBytes().appending(row.position)
            try changes.add(value, under: Keys.id(row.id), in: Tables.ids)
        }
        let head = ShortBytes().appending(last.position)
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
