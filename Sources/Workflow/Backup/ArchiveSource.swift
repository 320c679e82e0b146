internal import Crypto
internal import Entries
internal import Files

/// An archive that is read to its end once, and hashed on the way.
///
/// What it gives is to be relied on only when `end` has returned: whether a byte was changed is
/// known then.
final class ArchiveSource {
    private let reader: FileReader
    private let path: String
    private let hasher = SHA256Hasher()
    private var buffer: [UInt8] = []
    private var next = 0
    private var taken = 0
    private let progress: (_ bytes: Int) -> Void

    private static let longestLine = 4096

    /// - Parameter progress: hears how many bytes of the file were read.
    init(_ path: String, progress: @escaping (_ bytes: Int) -> Void = { _ in }) throws {
        self.progress = progress
        do {
            guard try FileStatus.of(path) != nil else { throw ArchiveProblem.missing(path) }
            reader = try FileReader(path)
        } catch let error as FileError {
            throw ArchiveProblem.unusable("\(error)")
        }
        self.path = path
    }

    var damage: ArchiveProblem { .damaged(path) }

    /// Takes the title and so many lines behind it.
    func head(_ title: String, lines count: Int) throws -> [String] {
        guard try line() == title else { throw ArchiveProblem.notAnArchive(path) }
        return try (0..<count).map { _ in
            guard let line = try line() else { throw ArchiveProblem.notAnArchive(path) }
            return line
        }
    }

    func bytes(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, 1 << 20))
        while bytes.count < count {
            try fill()
            guard next < buffer.count else { throw ArchiveProblem.cutOff(path) }
            let end = min(buffer.count, next + count - bytes.count)
            bytes += buffer[next..<end]
            next = end
        }
        hasher.update(bytes)
        return bytes
    }

    func number(_ count: Int) throws -> Int {
        let number = try bytes(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: number)
    }

    /// Bytes behind their length, which may not be more than `most`.
    func counted(most: Int) throws -> [UInt8] {
        let count = try number(4)
        guard count <= most else { throw damage }
        return try bytes(count)
    }

    /// The name of the next file; nil if none follows.
    func file() throws -> String? {
        let name = try counted(most: ArchiveFile.longestName)
        guard !name.isEmpty else { return nil }
        guard let name = String(validating: name, as: UTF8.self) else { throw damage }
        return name
    }

    /// The next piece of the file that was named last; an empty one is its end.
    func piece() throws -> [UInt8] { try counted(most: ArchiveFile.pieceCount) }

    /// Reads the hash that the archive ends with.
    func end() throws {
        let hash = hasher.finish()
        let written = Digest(try rest(32))
        guard hash == written, try isAtEnd else { throw damage }
    }

    /// The next line; nil if it is none.
    private func line() throws -> String? {
        var bytes: [UInt8] = []
        while bytes.count < Self.longestLine, try !isAtEnd {
            let byte = try self.bytes(1)
            if byte[0] == UInt8(ascii: "\n") { return String(validating: bytes, as: UTF8.self) }
            bytes += byte
        }
        return nil
    }

    /// Bytes that are not hashed.
    private func rest(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            try fill()
            guard next < buffer.count else { throw ArchiveProblem.cutOff(path) }
            bytes.append(buffer[next])
            next += 1
        }
        return bytes
    }

    private var isAtEnd: Bool {
        get throws {
            try fill()
            return next == buffer.count
        }
    }

    private func fill() throws {
        guard next == buffer.count else { return }
        do { try reader.read(1 << 20, into: &buffer) } catch {
            throw ArchiveProblem.unusable("\(error)")
        }
        next = 0
        taken += buffer.count
        progress(taken)
    }
}
