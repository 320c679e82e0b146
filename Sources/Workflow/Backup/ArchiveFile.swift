internal import Crypto
internal import Entries
internal import Files

/// An archive that is being written: it has its name once it is whole and on the disk.
///
/// Let go before `publish`, nothing is left of it.
final class ArchiveFile {
    private var file: NewFile
    private let hasher = SHA256Hasher()
    private let path: String
    private let progress: (_ bytes: Int) -> Void
    private var written = 0

    static let pieceCount = 1 << 20
    static let longestName = 200

    /// - Throws: `ArchiveProblem.exists` and `unfinished`: no other file's place is taken.
    init(
        at path: String, title: String, _ lines: [String], progress: @escaping (Int) -> Void
    ) throws {
        guard try FileStatus.of(path) == nil else { throw ArchiveProblem.exists(path) }
        let draft = path + ".part"
        guard try FileStatus.of(draft) == nil else { throw ArchiveProblem.unfinished(draft) }
        file = try NewFile(draft: draft)
        self.path = path
        self.progress = progress
        try write(Array(([title] + lines).map { $0 + "\n" }.joined().utf8))
    }

    func write(_ bytes: [UInt8]) throws {
        hasher.update(bytes)
        try file.write(bytes.span)
        written += bytes.count
        progress(written)
    }

    /// Writes bytes behind their length.
    func write(counted bytes: [UInt8]) throws { try write([UInt8](bytes.count, 4) + bytes) }

    /// Writes a file under a name: its pieces, and an empty one as their end.
    ///
    /// - Returns: the SHA-256 of its bytes.
    @discardableResult
    func write(_ reader: FileReader, as name: String) throws -> Digest {
        try write(counted: Array(name.utf8))
        let digest = SHA256Hasher()
        var piece: [UInt8] = []
        repeat {
            try reader.read(Self.pieceCount, into: &piece)
            digest.update(piece)
            try write(counted: piece)
        } while !piece.isEmpty
        return digest.finish()
    }

    /// Says that no further file follows.
    func endFiles() throws { try write(counted: []) }

    /// Ends the file with the hash of all that was written.
    func publish() throws {
        try file.write(hasher.finish().bytes.span)
        let (directory, name) = path.parted
        try file.publish(as: name, in: directory)
    }

    /// Writes a whole archive; what the disk says is said in an archive's words.
    ///
    /// - Parameter progress: hears how many bytes were written.
    static func write(
        to path: String, title: String, _ lines: [String],
        progress: @escaping (_ bytes: Int) -> Void = { _ in }, _ body: (ArchiveFile) throws -> Void
    ) throws {
        do {
            let file = try ArchiveFile(at: path, title: title, lines, progress: progress)
            try body(file)
            try file.publish()
        } catch let error as FileError {
            throw error.isFull ? ArchiveProblem.full(path) : .unusable("\(error)")
        }
    }
}

extension String {
    /// The directory and the name in it.
    var parted: (directory: String, name: String) {
        guard let slash = lastIndex(of: "/") else { return (".", self) }
        let directory = String(self[..<slash])
        return (directory.isEmpty ? "/" : directory, String(self[index(after: slash)...]))
    }
}

extension [UInt8] {
    /// A number in so many bytes, most significant byte first.
    init(_ number: Int, _ count: Int) {
        self = (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
