internal import Crypto
internal import Entries
internal import SQLite

/// `keys.sqlite`: wrapped keys and what became of them, nothing about whose they are.
///
/// Belongs to one thread at a time: the vault keeps it in a monitor.
struct KeyStore {
    let database: Database
    let office: String
    var current: EpochKey
    var erased: [KeyReference: Position] = [:]
    /// The number of the last batch of this run.
    var lastBatch: UInt64?

    /// Makes the file with its first epoch.
    static func create(at path: String, office: String, first: EpochKey) throws {
        let database = try Database.vault(at: path, schema: schema, format: format)
        try database.transaction {
            try database.run("INSERT INTO office VALUES (?)", office)
            try database.run(
                "INSERT INTO epochs VALUES (?, ?, 'current')", first.epoch,
                first.proof(office: office))
        }
    }

    init(opening path: String, isReading: Bool, office: String, keys: KeyDirectory) throws {
        database = try Database(path: path, mode: isReading ? .read : .write, settings: .vault)
        try database.checkedFormat(Self.format)
        let found = try database.first("SELECT origin FROM office") { $0.text(0) } ?? ""
        guard found == office else {
            throw VaultError.vaultOfAnotherOffice(found: found, wanted: office)
        }
        self.office = office
        current = try Self.currentKey(database, office: office, keys: keys)
        try loadErased()
    }

    private static func currentKey(
        _ database: Database, office: String, keys: KeyDirectory
    ) throws -> EpochKey {
        let row = try database.first("SELECT epoch, proof FROM epochs WHERE state = 'current'") {
            ($0.int(0), $0.bytes(1))
        }
        let (epoch, proof) = row ?? (0, [])
        let name = EpochKey.fileName(epoch)
        guard keys.contains(name) else {
            throw VaultError.epochKeyMissing(epoch: epoch, keys: keys.path)
        }
        let key = EpochKey(epoch: epoch, key: try keys.secret(name))
        guard key.proof(office: office) == proof else {
            throw VaultError.epochKeyWrong(epoch: epoch, keys: keys.path)
        }
        return key
    }

    private mutating func loadErased() throws {
        let sql = "SELECT reference, erased_position FROM keys WHERE erased_position IS NOT NULL"
        for (bytes, position) in try database.rows(sql, read: { ($0.bytes(0), $0.int64(1)) }) {
            guard let reference = KeyReference(bytes[...]) else { continue }
            erased[reference] = Position(position)
        }
    }

    /// The key, unwrapped.
    func secret(_ reference: KeyReference) throws -> SecretKey {
        if let position = erased[reference] { throw VaultError.erasedKey(reference, at: position) }
        let sql = "SELECT wrapped, erased_position FROM keys WHERE reference = ?"
        let row = try database.first(sql, reference.bytes) { ($0.bytes(0), $0.optionalInt(1)) }
        guard let (wrapped, position) = row else { throw VaultError.unknownKey(reference) }
        // Another process may have erased it.
        if let position { throw VaultError.erasedKey(reference, at: Position(position)) }
        guard let secret = current.unwrap(wrapped, of: reference) else {
            throw VaultError.damagedKey(reference)
        }
        return secret
    }

    /// Destroys keys: their rows stay as a fence, so that they are never made again.
    ///
    /// A key that was erased before keeps its first position.
    mutating func erase(_ references: [KeyReference], at position: Position) throws {
        let erase = try database.prepare(
            """
            UPDATE keys SET wrapped = NULL, state = 'erased',
              erased_position = ifnull(erased_position, ?) WHERE reference = ?
            """)
        try database.transaction {
            for reference in references {
                try erase.run(position, reference.bytes)
                guard database.changes == 1 else { throw VaultError.unknownKey(reference) }
            }
        }
        for reference in references where erased[reference] == nil {
            erased[reference] = position
        }
    }
}
