internal import Crypto
internal import Entries
internal import Foundation

/// The SHA-256 of a file's bytes, a piece at a time.
enum FileDigest {
    private static let pieceSize = 1 << 20

    static func of(_ path: String) throws -> Digest {
        let input = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? input.close() }
        let hasher = SHA256Hasher()
        while let piece = try input.read(upToCount: pieceSize), !piece.isEmpty {
            hasher.update([UInt8](piece))
        }
        return hasher.finish()
    }
}
