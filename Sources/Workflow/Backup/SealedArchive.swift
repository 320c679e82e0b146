internal import Crypto
package import Entries
internal import EventLog
internal import Files
internal import Vault

/// What lies beside a log and is not what the log names.
package struct SealedDamage: Equatable, Sendable {
    package var sections: [SectionPlace] = []
    /// By their hashes.
    package var files: [Digest] = []

    package init() {}

    package var isEmpty: Bool { sections.isEmpty && files.isEmpty }

    /// So many of either, the first ones by name.
    package var words: String {
        let places = sections.map { "section \($0.number) of position \($0.position)" }
        let names = places + files.map { "the file \($0)" }
        let shown = names.prefix(10).joined(separator: ", ")
        return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
    }
}

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
    /// What was not as the log says when it was archived; empty where one is only read.
    package private(set) var damage = SealedDamage()

    static let title = "khamrong sealed 1"
    private static let longestRow = 16 << 20

    /// Writes it while the office is served, in the manner of `EntryArchive`.
    ///
    /// What is damaged is archived as it lies there, and named in `damage`: whoever restores the
    /// archive does without it.
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
            var (position, sections) = (Position(0), [SealedSection]())
            try log.eachBeside(through: size) { row in
                if row.position != position {
                    position = row.position
                    let entry = try log.entry(at: position)
                    sections = try entry.map { try Envelope($0.bytes).sealedSections } ?? []
                }
                if row.isSection,
                    let section = sections.first(where: { $0.number == Int(row.number) }),
                    SHA256.hash(row.bytes) != section.hash
                {
                    archive.damage.sections.append(
                        SectionPlace(position: position, number: section.number))
                }
                try file.write([UInt8](Int(row.position), 8) + [row.number])
                try file.write(counted: row.bytes)
                archive.rows += 1
            }
            try file.write([UInt8](0, 8))
            for name in try office.files.names() {
                // One that is gone meanwhile was erased or never named.
                guard let reader = try office.files.reader(of: name) else { continue }
                let digest = try file.write(reader, as: name)
                if let named = SealedFiles.digest(of: name), named != digest {
                    archive.damage.files.append(named)
                }
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
