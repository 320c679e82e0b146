internal import Crypto
package import Entries
internal import Events
package import Exchange
internal import Files

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
    ///   - now: a case that has happened more than ten minutes later is left out; most often its
    ///     years are Buddhist. So is one with a time before the year 1900, which stands for none in
    ///     other systems. A petition's number bears its date for ever.
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
                if let problem = source.refusal(at: now) {
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
        let file = try FileReader(path)
        let hasher = SHA256Hasher()
        var chunk: [UInt8] = []
        while true {
            try file.read(1 << 20, into: &chunk)
            guard !chunk.isEmpty else { return hasher.finish() }
            hasher.update(chunk)
        }
    }
}

extension Exchange.SourceCase {
    /// Clocks of two houses differ by minutes. Zones are no reason: the map names the one of times
    /// that name none.
    private static let tolerance = 600_000
    /// 1 January 1900 where it begins first, so that it is in 1900 in every zone.
    private static let earliest = CivilDate(year: 1900, month: 1, day: 1).map {
        Instant(milliseconds: ($0.dayNumber * 24 - 15) * 3_600_000)
    }

    /// Why the case cannot become one of ours: something in it has not happened yet, or in a year
    /// that is none, or its name is too long for an entry.
    fileprivate func refusal(at now: Instant) -> RowProblem? {
        guard name.unicodeScalars.count <= Bounds.ordinary else {
            return refused(at: nil, .nameTooLong(letters: Bounds.ordinary))
        }
        let latest = now.advanced(milliseconds: Self.tolerance)
        for (index, event) in events.enumerated() {
            guard let time = event.time else { continue }
            if time > latest { return refused(at: index, .notYet(time)) }
            if let earliest = Self.earliest, time < earliest {
                return refused(at: index, .beforeOurTime(time))
            }
        }
        return nil
    }

    private func refused(at index: Int?, _ reason: Words) -> RowProblem {
        RowProblem(
            line: index.map(line(of:)) ?? line, caseName: name, event: index.map { $0 + 1 },
            loss: .row, cases: 1, events: events.count, reason: reason)
    }
}
