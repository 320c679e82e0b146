internal import Crypto
package import Entries
package import Exchange
internal import Foundation

/// A foreign file, read and put into our words.
package struct SourceHistory: Sendable {
    package let system: String
    package private(set) var cases: [MappedCase] = []
    package private(set) var events = 0
    /// SHA-256 of the file as it lies on the disk.
    package let digest: Digest

    /// Reads the whole file into memory: about half a kilobyte for each event.
    package init(
        path: String, isXES: Bool, map: ImportMap, report: (RowProblem) -> Void,
        progress: (Int) -> Void
    ) throws {
        system = map.system
        digest = try Self.digest(of: path)
        let file = try SourceFile(path: path)
        var mapped: [MappedCase] = []
        func take(_ batch: SourceBatch) {
            for source in batch.cases { mapped.append(map.mapped(source, report: report)) }
            progress(batch.bytesConsumed)
        }
        let zone = map.zone
        if isXES {
            _ = try XESReader.read(file, zone: zone, report: report, deliver: take)
        } else {
            _ = try CSVReader.read(file, map: map, report: report, deliver: take)
        }
        cases = mapped
        events = mapped.reduce(0) { $0 + $1.events.count }
    }

    private static func digest(of path: String) throws -> Digest {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ExchangeError.system(call: "open", path: path, code: 2)
        }
        defer { try? handle.close() }
        let hasher = SHA256Hasher()
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
            hasher.update(Array(chunk))
        }
        return hasher.finish()
    }
}
