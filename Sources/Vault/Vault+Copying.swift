internal import Crypto
internal import Files
internal import FoundationEssentials
internal import SQLite
internal import Threads

extension Vault {
    /// The files that are worth a copy: keys that open what is sealed, and accounts.
    ///
    /// Who is logged in and which codes are out is not.
    package static let copiedNames = ["accounts.sqlite", "keys.sqlite"]

    /// Copies the vault as it stands at a moment into `directory`, each file in the place of an
    /// older copy of it. The vault goes on meanwhile.
    ///
    /// The copy opens with the same keys directory, as long as the epoch is the same.
    package static func copy(_ place: VaultPlace, to directory: String) throws {
        try PrivateDirectory.make(directory)
        // Keys last: accounts that are known have theirs among them.
        for name in copiedNames {
            let source = "\(place.directory)/\(name)"
            guard try FileStatus.of(source) != nil else { continue }
            let draft = "\(directory)/\(name).new"
            try Directory.remove(draft)
            // For its owner alone from its first byte on.
            let isMade = FileManager.default.createFile(
                atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw VaultError.notWritable(draft) }
            try Database(path: source, mode: .write, settings: .vault).copy(to: draft)
            try Database.sync(draft)
            try Database.rename(draft, over: "\(directory)/\(name)")
        }
    }

    /// Has the unique values be read from the log again: after a restoration what was kept of them
    /// may be of entries that are no more.
    package func forgetUniqueValues() throws {
        let database = try Accounts.open(place)
        try database.transaction {
            try database.execute("DELETE FROM unique_values; DELETE FROM unique_state")
        }
    }

    /// The epoch whose key opens the vault.
    package var epoch: Int { store.with { $0.current.epoch } }
}
