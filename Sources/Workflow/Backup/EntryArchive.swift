internal import Crypto
package import Entries
package import EventLog
internal import Files

/// The entries of a log up to a position in one file: no sealed section, no key, no file.
///
/// It may be kept for ever and by anybody who may read entries: nothing in it must be forgotten.
package struct EntryArchive: Equatable, Sendable {
    package let origin: String
    package let epoch: UInt64
    /// How many entries it holds, from the first on.
    package let size: Position
    /// The root of the tree over them, as the log said it.
    package let root: Digest

    static let title = "khamrong entries 1"
    static let longestHead = 4096

    var head: [UInt8] { Array("\(Self.title)\n\(origin)\n\(epoch)\n".utf8) }
}

/// Why entries cannot be archived, or an archive is not one.
package enum ArchiveProblem: Error, Equatable, Sendable {
    /// There is a file of that name.
    case exists(String)
    /// Another backup writes it now, or one was ended before it was whole.
    case unfinished(String)
    case missing(String)
    /// It is no archive of entries, or one of a later form.
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

extension EventLog {
    /// Writes the entries up to the head of this moment into a new file at `path`.
    ///
    /// The writer goes on meanwhile. The file has its name once it is whole and on the disk; if
    /// this fails, nothing is left.
    package func archiveEntries(
        to path: String, progress: (_ done: Position, _ of: Position) -> Void = { _, _ in }
    ) throws -> EntryArchive {
        let size = try head
        guard let root = try rootHash(atSize: size) else { throw LogDamage.hole(at: size) }
        let archive = EntryArchive(origin: origin, epoch: epoch, size: size, root: root)
        do {
            try write(archive, to: path, progress)
        } catch let error as FileError {
            throw error.isFull ? ArchiveProblem.full(path) : .unusable("\(error)")
        }
        return archive
    }

    private func write(
        _ archive: EntryArchive, to path: String, _ progress: (Position, Position) -> Void
    ) throws {
        let size = archive.size
        guard try FileStatus.of(path) == nil else { throw ArchiveProblem.exists(path) }
        let draft = path + ".part"
        guard try FileStatus.of(draft) == nil else { throw ArchiveProblem.unfinished(draft) }
        var file = try NewFile(draft: draft)
        let hasher = SHA256Hasher()
        func write(_ bytes: [UInt8], to file: borrowing NewFile) throws {
            hasher.update(bytes)
            try file.write(bytes.span)
        }
        try write(archive.head, to: file)
        var position: Position = 0
        while position < size {
            let entries = try read(after: position, limit: Int(min(1000, size - position)))
            guard let last = entries.last else { throw LogDamage.hole(at: position + 1) }
            var piece: [UInt8] = []
            for entry in entries {
                piece.append(entry.bytes.count, bytes: 4)
                piece += entry.bytes
            }
            try write(piece, to: file)
            position = last.position
            progress(position, size)
        }
        var end: [UInt8] = []
        end.append(0, bytes: 4)
        end.append(Int(size), bytes: 8)
        try write(end + archive.root.bytes, to: file)
        try file.write(hasher.finish().bytes.span)
        let (directory, name) = path.parted
        try file.publish(as: name, in: directory)
    }
}

extension String {
    /// The directory and the name in it.
    fileprivate var parted: (directory: String, name: String) {
        guard let slash = lastIndex(of: "/") else { return (".", self) }
        let directory = String(self[..<slash])
        return (directory.isEmpty ? "/" : directory, String(self[index(after: slash)...]))
    }
}

extension [UInt8] {
    /// Adds a number, most significant byte first.
    fileprivate mutating func append(_ number: Int, bytes: Int) {
        for index in (0..<bytes).reversed() {
            append(UInt8(truncatingIfNeeded: number >> (8 * index)))
        }
    }
}
