internal import Crypto
internal import Files
internal import FoundationEssentials

/// Where an office's vault lies, and where the keys that open it.
package struct VaultPlace: Equatable, Sendable {
    /// The directory of the vault's files.
    package var directory: String
    /// This office's directory of keys.
    package var keys: String
    /// The data directory, whose backups must not hold the keys.
    package var data: String
    /// The office's first origin, part of everything that is sealed.
    package var office: String

    package init(directory: String, keys: String, data: String, office: String) {
        self.directory = directory
        self.keys = keys
        self.data = data
        self.office = office
    }
}

extension VaultPlace {
    var keysFile: String { directory + "/keys.sqlite" }
    var accountsFile: String { directory + "/accounts.sqlite" }
    var codesFile: String { directory + "/codes.sqlite" }
    var sessionsFile: String { directory + "/sessions.sqlite" }

    /// Whether a file of the vault is there and is not empty. One that is not is never made anew.
    func holds(_ path: String) throws -> Bool {
        try FileReader.open(ifThere: path)?.status().size ?? 0 > 0
    }
}

extension VaultPlace {
    private var keysMark: String { keys + "/in-use" }

    /// Whether an office was made with these keys, or signs with them: no other one may.
    package var hasKeysInUse: Bool { FileManager.default.fileExists(atPath: keysMark) }

    /// Notes among the keys that they are in use; on the disk when this returns.
    package func markKeys() throws {
        guard !hasKeysInUse else { return }
        try SecretFile.create(Array("in use\n".utf8).span, at: keysMark)
    }
}
