internal import Crypto
internal import Entries
internal import Foundation

/// Files that are hashed while they are read.
enum CopiedFile {
    private static let pieceSize = 1 << 20

    /// Copies a file; the digest is that of the bytes that were copied.
    static func copy(_ path: String, to target: String) throws -> Digest {
        _ = FileManager.default.createFile(atPath: target, contents: nil)
        let output = try FileHandle(forWritingTo: URL(filePath: target))
        defer { try? output.close() }
        return try read(path) { try output.write(contentsOf: $0) }
    }

    static func digest(of path: String) throws -> Digest { try read(path) { _ in } }

    private static func read(_ path: String, _ body: (Data) throws -> Void) throws -> Digest {
        let input = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? input.close() }
        let hasher = SHA256Hasher()
        while let piece = try input.read(upToCount: pieceSize), !piece.isEmpty {
            hasher.update([UInt8](piece))
            try body(piece)
        }
        return hasher.finish()
    }
}
