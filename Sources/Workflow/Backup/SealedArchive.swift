package import Entries
internal import EventLog
internal import Files
internal import Vault

/// What is sealed, in one file: sections, what is remembered of commands, and attached files.
///
/// All of it is ciphertext. It is kept no longer than the law gives for forgetting: what was erased
/// since is in it still, though no key opens it.
package struct SealedArchive: Equatable, Sendable {
    package let origin: String
    package let epoch: UInt64
    /// The log's head when it was begun, and the root of the tree over that: of this log it is.
    package let size: Position
    package let root: Digest
    package private(set) var rows = 0
    package private(set) var files = 0

    static let title = "khamrong sealed 1"
    private static let longestRow = 16 << 20

    /// Writes it while the office is served, in the manner of `EntryArchive`.
    ///
    /// - Parameter progress: hears how many bytes were written.
    package static func write(
        _ office: Office, to path: String, progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws -> SealedArchive {
        let log = office.log
        let size = try log.head
        guard let root = try log.rootHash(atSize: size) else { throw LogDamage.hole(at: size) }
        var archive = SealedArchive(origin: log.origin, epoch: log.epoch, size: size, root: root)
        let head = [archive.origin, "\(archive.epoch)", "\(size)", "\(root)"]
        try ArchiveFile.write(to: path, title: Self.title, head, progress: progress) { file in
            try log.eachBeside(through: size) { row in
                try file.write([UInt8](Int(row.position), 8) + [row.number])
                try file.write(counted: row.bytes)
                archive.rows += 1
            }
            try file.write([UInt8](0, 8))
            for name in try office.files.names() {
                // One that is gone meanwhile was erased or never named.
                guard let reader = try office.files.reader(of: name) else { continue }
                try file.write(reader, as: name)
                archive.files += 1
            }
            try file.endFiles()
        }
        return archive
    }

    /// Reads a whole archive, and so whether it is one.
    ///
    /// - Parameter progress: hears how many of its bytes were read.
    package static func check(
        _ path: String, progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws -> SealedArchive {
        let reading = try Reading(path, progress: progress)
        while try reading.row() != nil {}
        while try reading.file() != nil { while try !reading.piece().isEmpty {} }
        try reading.end()
        return reading.archive
    }

    /// An archive that is read from its beginning on: rows, then files, then its end.
    final class Reading {
        private let source: ArchiveSource
        private(set) var archive: SealedArchive

        init(_ path: String, progress: @escaping (_ bytes: Int) -> Void = { _ in }) throws {
            source = try ArchiveSource(path, progress: progress)
            let head = try source.head(SealedArchive.title, lines: 4)
            guard let epoch = UInt64(head[1]), let size = Position(head[2]),
                let root = Digest(hex: head[3].utf8)
            else { throw source.damage }
            archive = SealedArchive(origin: head[0], epoch: epoch, size: size, root: root)
        }

        /// The next in the order of positions; nil if there is none.
        func row() throws -> LogRestorer.Beside? {
            let position = Position(try source.number(8))
            guard position > 0 else { return nil }
            archive.rows += 1
            return LogRestorer.Beside(
                position: position, number: UInt8(try source.number(1)),
                bytes: try source.counted(most: SealedArchive.longestRow))
        }

        func file() throws -> String? {
            guard let name = try source.file() else { return nil }
            archive.files += 1
            return name
        }

        func piece() throws -> [UInt8] { try source.piece() }

        func end() throws { try source.end() }
    }
}
