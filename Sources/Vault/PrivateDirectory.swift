internal import Crypto
internal import FoundationEssentials

/// Directories that only their owner may enter.
enum PrivateDirectory {
    /// Makes the directory and those above it that are missing, so that they outlive a power
    /// failure.
    static func make(_ path: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { return }
        let parent = URL(filePath: path).absoluteURL.deletingLastPathComponent().path
        try make(parent)
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        try SecretFile.sync(directory: parent)
    }
}
