package import Crypto
internal import Files
internal import FoundationEssentials

/// The directory of keys that never lie with the data: `office` says whose they are, each secret
/// is a file of its own (`kek.1`, …).
package struct KeyDirectory: Sendable {
    package let path: String

    /// Makes the directory for an office; one that is the office's already is taken as it is.
    package static func create(
        at path: String, office: String, outside data: String
    ) throws -> KeyDirectory {
        try refuse(path, inside: data)
        let files = FileManager.default
        if !files.fileExists(atPath: path + "/office") {
            try PrivateDirectory.make(path)
            let name = Array(office.utf8) + [0x0A]
            try SecretFile.create(name.span, at: path + "/office")
        }
        return try KeyDirectory(opening: path, office: office, outside: data)
    }

    package init(opening path: String, office: String, outside data: String) throws {
        try Self.refuse(path, inside: data)
        let files = FileManager.default
        // A directory of somebody else is not a missing one.
        do {
            guard try FileStatus.of(path) != nil else { throw VaultError.keysMissing(path) }
            _ = try FileReader.open(ifThere: path + "/office")
        } catch let error as FileError {
            throw VaultError.keysNotReadable(path, reason: error.reason)
        }
        let found = files.contents(atPath: path + "/office").map {
            String(decoding: $0, as: UTF8.self)
        }
        let owner = found.map { $0.prefix { $0 != "\n" } } ?? ""
        guard !owner.isEmpty else { throw VaultError.keysUnmarked(path) }
        guard found == office + "\n" else {
            throw VaultError.keysOfAnotherOffice(keys: path, found: String(owner), wanted: office)
        }
        let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else { throw VaultError.keysOpenToOthers(path) }
        self.path = path
    }

    package func contains(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: file(name))
    }

    package func secret(_ name: String) throws -> SecretKey {
        guard let key = try SecretFile.read(file(name)) else {
            throw VaultError.keysNotPrivate(file(name))
        }
        return key
    }

    /// A secret that somebody else chose and an administrator wrote into a file, a password of the
    /// mail server for example; the line's end does not belong to it.
    ///
    /// The name is that of a file, nothing above it: settings name it.
    package func text(_ name: String) throws -> String {
        let isName = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || "-_.".utf8.contains(byte)
        }
        guard isName, !name.isEmpty, name.utf8.first != UInt8(ascii: ".") else {
            throw VaultError.notASecretsName(name)
        }
        let files = FileManager.default
        guard files.fileExists(atPath: file(name)) else {
            throw VaultError.secretMissing(file(name))
        }
        let mode = try files.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0, let bytes = files.contents(atPath: file(name)),
            let text = String(validating: bytes.prefix(Self.longestText + 1), as: UTF8.self),
            bytes.count <= Self.longestText
        else { throw VaultError.keysNotPrivate(file(name)) }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        guard !line.isEmpty else { throw VaultError.secretMissing(file(name)) }
        return String(line)
    }

    private static let longestText = 4096

    /// Makes a random secret and writes it down; fails where there is one of that name.
    package func createSecret(_ name: String) throws -> SecretKey {
        let key = SecretKey.random()
        try SecretFile.create(key, at: file(name))
        return key
    }

    package func destroySecret(_ name: String) throws { try SecretFile.destroy(file(name)) }

    /// Whether there is a key of any epoch.
    func holdsEpochKeys() throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: path).contains { $0.hasPrefix("kek.") }
    }

    private func file(_ name: String) -> String { path + "/" + name }

    private static func refuse(_ path: String, inside data: String) throws {
        let keys = resolved(path)
        let data = resolved(data)
        guard !keys.starts(with: data) else {
            throw VaultError.keysInsideData(keys: path, data: "/" + data.joined(separator: "/"))
        }
    }

    /// The components of the real path; of one that is not there yet, what will be real.
    private static func resolved(_ path: String) -> [String] {
        let files = FileManager.default
        var existing = URL(filePath: path).absoluteURL.standardized
        var rest: [String] = []
        while existing.path != "/", !files.fileExists(atPath: existing.path) {
            rest.insert(existing.lastPathComponent, at: 0)
            existing.deleteLastPathComponent()
        }
        let real = existing.resolvingSymlinksInPath().path
        return real.split(separator: "/").map(String.init) + rest
    }
}
