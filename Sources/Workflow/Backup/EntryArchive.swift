internal import Crypto
package import Entries
package import EventLog
internal import Files
package import TransparencyLog

/// The entries of a log up to a position in one file, with what was signed of them: no sealed
/// section, no key, no file.
///
/// It may be kept for ever and by anybody who may read entries: nothing in it must be forgotten.
/// The tiles are not in it as files: they follow from the entries, byte for byte.
package struct EntryArchive: Equatable, Sendable {
    package let origin: String
    package let epoch: UInt64
    /// How many entries it holds, from the first on.
    package let size: Position
    /// The root of the tree over them, as the log said it.
    package let root: Digest
    /// The published checkpoint, of as many entries or fewer; nil if none was signed yet.
    package let checkpoint: SignedNote?

    static let title = "khamrong entries 2"
}

/// Why something cannot be archived, or an archive is not one.
package enum ArchiveProblem: Error, Equatable, Sendable {
    /// There is a file of that name.
    case exists(String)
    /// Another backup writes it now, or one was ended before it was whole.
    case unfinished(String)
    case missing(String)
    /// It is no archive of this kind, or one of a later form.
    case notAnArchive(String)
    /// It ends before its end.
    case cutOff(String)
    /// Its bytes are not those that were written.
    case damaged(String)
    /// There is no room where it is to lie.
    case full(String)
    /// The system's words for why a file cannot be read or written.
    case unusable(String)
}

extension EntryArchive {
    /// Writes the entries up to the head of this moment into a new file at `path`, and the
    /// checkpoint that is published in `tiles`.
    ///
    /// The writer goes on meanwhile. The file has its name once it is whole and on the disk; if
    /// this fails, nothing is left.
    ///
    /// - Parameter progress: hears how many bytes were written.
    package static func write(
        _ log: EventLog, publishedIn tiles: String, to path: String,
        progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws -> EntryArchive {
        // Before the head: what is signed by then is of entries that are there.
        let checkpoint = try TileDirectory(reading: tiles).checkpoint()
        let size = try log.head
        guard let root = try log.rootHash(atSize: size) else { throw LogDamage.hole(at: size) }
        let archive = EntryArchive(
            origin: log.origin, epoch: log.epoch, size: size, root: root, checkpoint: checkpoint)
        let head = [archive.origin, "\(archive.epoch)"]
        try ArchiveFile.write(to: path, title: Self.title, head, progress: progress) { file in
            try write(log, through: size, to: file)
            try file.write([UInt8](Int(size), 8) + root.bytes)
            try file.write(counted: checkpoint?.bytes ?? [])
        }
        return archive
    }

    private static func write(
        _ log: EventLog, through size: Position, to file: ArchiveFile
    ) throws {
        var position: Position = 0
        while position < size {
            let entries = try log.read(after: position, limit: Int(min(1000, size - position)))
            guard let last = entries.last else { throw LogDamage.hole(at: position + 1) }
            var piece: [UInt8] = []
            for entry in entries { piece += [UInt8](entry.bytes.count, 4) + entry.bytes }
            try file.write(piece)
            position = last.position
        }
        try file.write([UInt8](0, 4))
    }

    /// Reads a whole archive and lends each entry in its order to `body`.
    ///
    /// What it holds is to be relied on only when this has returned: whether a byte was changed is
    /// known at the end.
    ///
    /// - Parameter progress: hears how many of its bytes were read.
    package static func read(
        _ path: String, _ body: (Position, [UInt8]) throws -> Void = { _, _ in },
        progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws -> EntryArchive {
        let source = try ArchiveSource(path, progress: progress)
        let head = try source.head(title, lines: 2)
        guard let epoch = UInt64(head[1]), epoch > 0 else { throw source.damage }
        var count: Position = 0
        while case let entry = try source.counted(most: Envelope.largestSize), !entry.isEmpty {
            count += 1
            try body(count, entry)
        }
        let size = try source.number(8)
        let root = Digest(try source.bytes(32))
        let note = try source.counted(most: SignedNote.mostBytes)
        try source.end()
        let checkpoint = note.isEmpty ? nil : try? SignedNote(note)
        guard let root, size == count, note.isEmpty == (checkpoint == nil) else {
            throw source.damage
        }
        return EntryArchive(
            origin: head[0], epoch: epoch, size: count, root: root, checkpoint: checkpoint)
    }

    /// Whether the log begins with the very entries of this archive.
    package func isBeginning(of log: EventLog) throws -> Bool {
        guard origin == log.origin else { return false }
        return try log.rootHash(atSize: size) == root
    }
}
