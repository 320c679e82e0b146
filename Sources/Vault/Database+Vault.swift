internal import FoundationEssentials
internal import SQLite

extension Database {
    /// Opens a file of the vault for writing; makes it, for its owner alone, where there is none.
    static func vault(at path: String, schema: String, format: Int = 1) throws -> Database {
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            let isMade = files.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw VaultError.notWritable(path) }
        }
        let database = try Database(path: path, mode: .write, settings: .vault)
        let found = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
        guard found <= format else { throw VaultError.newerFormat(found: found) }
        if found == 0 {
            try database.transaction {
                try database.execute(schema + "PRAGMA user_version = \(format);")
            }
        }
        return database
    }
}

extension Database.Settings {
    /// What was deleted is overwritten, and no journal stays behind that holds it.
    static var vault: Database.Settings {
        var settings = Database.Settings()
        settings.journal = .delete
        settings.synchronous = .full
        settings.secureDelete = true
        return settings
    }
}
