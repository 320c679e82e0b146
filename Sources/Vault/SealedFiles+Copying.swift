internal import Crypto
package import Entries
package import Files

extension SealedFiles {
    /// The names of all sealed files, in no order of time: `<key>-<hash>`.
    package func names() throws -> [String] {
        try (Directory.names(directory) ?? []).filter { $0.utf8.count == 2 }.sorted()
            .flatMap { folder in
                try (Directory.names("\(directory)/\(folder)") ?? [])
                    .filter { SealedFileName($0) != nil }.sorted()
            }
    }

    /// Reads the sealed bytes of a file as they lie there; nil if it is gone.
    package func reader(of name: String) throws -> FileReader? {
        guard let name = SealedFileName(name) else { return nil }
        return try FileReader.open(ifThere: path(name))
    }

    /// The key that a file of that name is sealed under; nil if no sealed file is called so.
    package static func key(of name: String) -> KeyReference? { SealedFileName(name)?.key }

    /// The hash of the bytes that a file of that name has; nil if no sealed file is called so.
    package static func digest(of name: String) -> Digest? { SealedFileName(name)?.file }

    /// Begins to put a copy of a sealed file back in its place.
    package func restore(_ name: String) throws -> RestoredFile {
        guard let name = SealedFileName(name) else { throw SealedFileError.damaged(.zero) }
        try PrivateDirectory.make(directory + "/" + Self.draftFolder)
        try PrivateDirectory.make(directory + "/" + name.folder)
        return try RestoredFile(name, in: directory)
    }
}

/// A sealed file that is put back: under its name once its bytes are those that are named.
package final class RestoredFile {
    private let name: SealedFileName
    private let directory: String
    private var file: NewFile
    private let hasher = SHA256Hasher()

    init(_ name: SealedFileName, in directory: String) throws {
        self.name = name
        self.directory = directory
        file = try NewFile(draft: "\(directory)/\(SealedFiles.draftFolder)/\(name.last)")
    }

    package func write(_ bytes: [UInt8]) throws {
        hasher.update(bytes)
        try file.write(bytes.span)
    }

    package func finish() throws {
        guard hasher.finish() == name.file else { throw SealedFileError.damaged(name.file) }
        try file.publish(as: name.last, in: "\(directory)/\(name.folder)")
    }
}
