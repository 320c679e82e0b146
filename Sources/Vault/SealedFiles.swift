internal import Crypto
package import Entries
internal import Files
internal import Threads

/// Encrypted files, each named by its key and by the hash of its bytes.
///
/// A file that was sealed is **loose** until somebody has seen the log name it; from then on it
/// is **kept**, and its owner may only read it. Any thread may use this; several processes too.
package final class SealedFiles: Sendable {
    package let directory: String
    /// Folders whose names are known to outlive a power failure.
    private let synced = Monitor<Set<String>>([])

    static let draftFolder = "new"

    /// Whether a file is left to the system to write, until `settle`.
    let isDraft: Bool

    /// Touches nothing: the directory is made when the first file comes.
    ///
    /// In a draft a file that was sealed is not yet promised to anybody, which makes it fast: for
    /// offices that are not there before they are whole.
    package init(_ directory: String, isDraft: Bool = false) {
        self.directory = directory
        self.isDraft = isDraft
    }

    /// All that was sealed in a draft is on the disk when this returns.
    package func settle() { Directory.syncEverything() }

    /// Begins a file under a key; the log's `head` says from where on events may name it.
    package func begin(under key: KeyHandle, after head: Position) throws -> SealedFileWriter {
        try make(Self.draftFolder)
        try make(SealedFileName.folder(of: key.reference))
        let draft = "\(directory)/\(Self.draftFolder)/\(Hex.encode(SecureRandom.current.bytes(16)))"
        return try SealedFileWriter(
            in: directory, draft: draft, key: key, head: head, isSynced: !isDraft)
    }

    package func seal(
        _ content: [UInt8], under key: KeyHandle, after head: Position
    ) throws -> SealedFile {
        let writer = try begin(under: key, after: head)
        try writer.write(content)
        return try writer.finish()
    }

    /// Seals the file at `path`, a piece at a time; it stays where it is.
    package func seal(
        fileAt path: String, under key: KeyHandle, after head: Position
    ) throws -> SealedFile {
        let reader = try FileReader(path)
        let writer = try begin(under: key, after: head)
        var piece: [UInt8] = []
        repeat {
            try reader.read(SealedFileForm.pieceCount, into: &piece)
            try writer.write(piece)
        } while !piece.isEmpty
        return try writer.finish()
    }

    private func make(_ folder: String) throws {
        guard !synced.with({ $0.contains(folder) }) else { return }
        try PrivateDirectory.make(directory)
        try Directory.make(directory + "/" + folder)
        try Directory.sync(directory)
        synced.with { _ = $0.insert(folder) }
    }

    func path(_ name: SealedFileName) -> String { directory + "/" + name.path }
}
