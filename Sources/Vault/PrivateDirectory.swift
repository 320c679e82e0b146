internal import Files
internal import FoundationEssentials

/// Directories that only their owner may enter.
enum PrivateDirectory {
    /// Makes the directory and those above it that are missing, so that they outlive a power
    /// failure. Several may do so at once.
    static func make(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let parent = URL(filePath: path).absoluteURL.deletingLastPathComponent().path
        try make(parent)
        try Directory.make(path)
        try Directory.sync(parent)
    }
}
