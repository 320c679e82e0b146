internal import Crypto
package import Entries
package import EventLog
internal import Files

extension EntryArchive {
    /// Reads a whole archive and lends each entry in its order to `body`.
    ///
    /// What it holds is to be relied on only when this has returned: whether a byte was changed is
    /// known at the end.
    package static func read(
        _ path: String, _ body: (Position, [UInt8]) throws -> Void = { _, _ in }
    ) throws -> EntryArchive {
        do {
            return try whole(path, body)
        } catch let error as FileError {
            throw ArchiveProblem.unusable("\(error)")
        }
    }

    private static func whole(
        _ path: String, _ body: (Position, [UInt8]) throws -> Void
    ) throws -> EntryArchive {
        guard try FileStatus.of(path) != nil else { throw ArchiveProblem.missing(path) }
        let source = ArchiveSource(try FileReader(path), path)
        guard try source.line() == Self.title, let origin = try source.line(),
            let epoch = try source.line().flatMap({ UInt64($0) })
        else { throw ArchiveProblem.notAnArchive(path) }
        var count: Position = 0
        while true {
            let length = Int(try source.number(4))
            if length == 0 { break }
            guard length <= Envelope.largestSize else { throw ArchiveProblem.damaged(path) }
            count += 1
            try body(count, try source.bytes(length))
        }
        let size = try source.number(8)
        let root = Digest(try source.bytes(32))
        let hash = source.hash
        let written = Digest(try source.bytes(32))
        guard let root, size == count, hash == written, try source.isAtEnd else {
            throw ArchiveProblem.damaged(path)
        }
        return EntryArchive(origin: origin, epoch: epoch, size: size, root: root)
    }

    /// Whether the log begins with the very entries of this archive.
    package func isBeginning(of log: EventLog) throws -> Bool {
        guard origin == log.origin else { return false }
        return try log.rootHash(atSize: size) == root
    }
}

/// A file that is read to its end once, and hashed on the way.
private final class ArchiveSource {
    private let reader: FileReader
    private let path: String
    private let hasher = SHA256Hasher()
    private var buffer: [UInt8] = []
    private var next = 0

    init(_ reader: FileReader, _ path: String) {
        self.reader = reader
        self.path = path
    }

    /// Of everything that was read; no more can be hashed after it.
    var hash: Digest { hasher.finish() }

    var isAtEnd: Bool {
        get throws {
            try fill()
            return next == buffer.count
        }
    }

    func bytes(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
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

    func number(_ count: Int) throws -> UInt64 {
        try bytes(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The next line; nil if it is none.
    func line() throws -> String? {
        var bytes: [UInt8] = []
        while bytes.count < EntryArchive.longestHead, try !isAtEnd {
            let byte = try self.bytes(1)
            if byte[0] == UInt8(ascii: "\n") { return String(validating: bytes, as: UTF8.self) }
            bytes += byte
        }
        return nil
    }

    private func fill() throws {
        guard next == buffer.count else { return }
        try reader.read(1 << 20, into: &buffer)
        next = 0
    }
}
