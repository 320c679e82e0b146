internal import Crypto
package import Entries
package import Exchange
internal import Foundation

/// A foreign file, read and put into our words.
package struct SourceHistory: Sendable {
    package let system: String
    package private(set) var cases: [MappedCase] = []
    package private(set) var events = 0
    /// How many cases and events the file has beside those; each was reported.
    package let casesLeftOut: Int, eventsLeftOut: Int
    /// What the map names and the file never has, in words; nil if there is nothing of the kind.
    package let unmet: Words?
    /// SHA-256 of the file as it lies on the disk.
    package let digest: Digest

    /// Reads the whole file into memory: about half a kilobyte for each event.
    ///
    /// - Parameters:
    ///   - system: what the source is called where one map serves several; else the map says it.
    ///   - now: a case that has happened later is left out; most often its years are Buddhist. A
    ///     petition's number bears its date for ever.
    package init(
        path: String, isXES: Bool, map: ImportMap, system: String? = nil, now: Instant,
        report: (RowProblem) -> Void,
        progress: (Int) -> Void
    ) throws {
        self.system = system ?? map.system
        guard try SourceFile(path: path).isOnDisk else {
            throw ExchangeError.notOnDisk(path: path)
        }
        digest = try Self.digest(of: path)
        let reading = SourceReading(path: path, isXES: isXES, map: map)
        var mapped: [MappedCase] = []
        var unmet = UnmetNames(map)
        var left = (cases: 0, events: 0)
        while let portion = try reading.next() {
            for problem in portion.problems {
                left.cases += problem.cases
                left.events += problem.events
                report(problem)
            }
            guard let batch = portion.batch else { continue }
            for source in batch.cases {
                unmet.meet(source)
                if let problem = source.future(after: now) {
                    left.cases += problem.cases
                    left.events += problem.events
                    report(problem)
                    continue
                }
                mapped.append(map.mapped(source, report: report))
            }
            progress(batch.bytesConsumed)
        }
        self.unmet = mapped.isEmpty ? nil : unmet.words
        (casesLeftOut, eventsLeftOut) = left
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

extension SourceCase {
    /// Clocks of two houses differ, and dates without a zone by more than half a day.
    private static let tolerance = 86_400_000

    /// What is wrong with the case if something in it has not happened yet.
    fileprivate func future(after now: Instant) -> RowProblem? {
        let latest = now.advanced(milliseconds: Self.tolerance)
        guard let index = events.firstIndex(where: { ($0.time ?? now) > latest }),
            let time = events[index].time
        else { return nil }
        return RowProblem(
            line: line(of: index), caseName: name, event: index + 1, loss: .row, cases: 1,
            events: events.count, reason: .notYet(time))
    }
}
