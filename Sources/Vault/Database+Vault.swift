internal import FoundationEssentials
internal import SQLite

extension Database {
    /// Opens a file of the vault for writing; makes it, for its owner alone, where there is none.
    static func vault(
        at path: String, schema: String, format: Int = 1, settings: Settings = .vault
    ) throws -> Database {
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            let isMade = files.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw VaultError.notWritable(path) }
        }
        let database = try Database(path: path, mode: .write, settings: settings)
        try database.settle(schema: schema, format: format)
        return database
    }

    /// Runs `body` as one change that is on the disk, with all before it, when this returns.
    func durably<Result>(_ body: () throws -> Result) throws -> Result {
        try execute("PRAGMA synchronous=FULL")
        do {
            let result = try transaction(.immediate, body)
            try execute("PRAGMA synchronous=NORMAL")
            return result
        } catch {
            try execute("PRAGMA synchronous=NORMAL")
            throw error
        }
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

    /// For what may lose the last changes to a power loss, which then do not wait for the disk:
    /// with `durably` it waits. Holds nothing that must vanish with the transaction.
    static var buffered: Database.Settings {
        var settings = Database.Settings()
        settings.secureDelete = true
        return settings
    }
}
