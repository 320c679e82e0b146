internal import Glibc

/// Reads logs in XES, the XML format for case histories (IEEE 1849).
package enum XESReader {
    /// Hands over the cases of `file` in its order, in batches, and returns what it held.
    ///
    /// A case or field that cannot be used is reported and left out; the rest goes on. XML that is
    /// not well-formed ends the reading with an error, after the cases before it have been handed
    /// over. What `deliver` throws comes out again. Times without a zone are in `zone`.
    package static func read(
        _ file: consuming SourceFile, zone: LocalZone = .utc, limits: SourceLimits = SourceLimits(),
        report: ProblemReport, deliver: (SourceBatch) throws -> Void
    ) throws -> SourceSummary {
        var file = file
        return try withoutActuallyEscaping(report) { report in
            try withoutActuallyEscaping(deliver) { deliver in
                let builder = XESBuilder(
                    collector: CaseCollector(limits: limits, report: report, deliver: deliver),
                    zone: zone, limits: limits)
                return try parse(&file, into: builder)
            }
        }
    }

    /// As `read` without a map; a map that is for CSV is refused.
    package static func read(
        _ file: consuming SourceFile, map: ImportMap, limits: SourceLimits = SourceLimits(),
        report: ProblemReport, deliver: (SourceBatch) throws -> Void
    ) throws -> SourceSummary {
        guard map.table == nil else { throw ExchangeError.wrongMap(reason: .mapWithCSV) }
        return try read(file, zone: map.zone, limits: limits, report: report, deliver: deliver)
    }

    private static func parse(
        _ file: inout SourceFile, into builder: XESBuilder
    ) throws -> SourceSummary {
        guard let parser = XMLPush(builder: builder) else {
            throw ExchangeError.system(
                call: "xmlCreatePushParserCtxt", path: file.path, code: ENOMEM)
        }
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        do {
            var isFirst = true
            while case let count = try file.read(into: &chunk), count > 0 || isFirst {
                if isFirst { try check(beginning: chunk[..<count]) }
                isFirst = false
                parser.builder.bytesConsumed = file.bytesConsumed
                try parser.push(chunk, count: count)
            }
            try parser.finish()
        } catch let error as ExchangeError {
            try parser.builder.flush()
            throw error
        }
        return try parser.builder.finish()
    }

    /// What has nothing of XML is told in better words than the parser's.
    private static func check(beginning bytes: ArraySlice<UInt8>) throws(ExchangeError) {
        var bytes = bytes
        if bytes.isEmpty { throw .refusedXML(line: 1, reason: .emptyLog) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return }
        // What begins beyond ASCII may be another encoding: the parser knows.
        if first < 0x7F, first != UInt8(ascii: "<") {
            throw .refusedXML(line: 1, reason: .notXML)
        }
    }

    /// The cases of a log in memory, gzip or not, and all that is wrong with it.
    package static func read(
        _ bytes: [UInt8], zone: LocalZone = .utc, limits: SourceLimits = SourceLimits()
    ) throws -> (cases: [SourceCase], summary: SourceSummary, problems: [RowProblem]) {
        var cases: [SourceCase] = []
        var problems: [RowProblem] = []
        let summary = try read(SourceFile(bytes: bytes), zone: zone, limits: limits) {
            problems.append($0)
        } deliver: {
            cases += $0.cases
        }
        return (cases, summary, problems)
    }
}
