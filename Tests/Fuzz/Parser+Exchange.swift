import Entries
import Exchange
import Glibc

extension Parser {
    /// A log that could be read is written and read again.
    static func parseLog(_ bytes: [UInt8]) {
        guard let read = try? XESReader.read(bytes) else { return }
        let events = read.cases.map(\.events.count).reduce(0, +)
        precondition(events == read.summary.events, "events are lost on the way")
        precondition(!read.cases.contains { $0.filledTimes.count != $0.events.count })
        var isAltered = false
        guard
            let again = try? rewritten(
                read.cases, header: read.summary.header,
                report: { _ in
                    isAltered = true
                })
        else { preconditionFailure("a written log cannot be read") }
        if !isAltered {
            precondition(withoutLines(again) == withoutLines(read.cases), "a log reads otherwise")
        }
    }

    private static func withoutLines(_ cases: [SourceCase]) -> [SourceCase] {
        cases.map { source in
            var source = source
            source.line = 0
            return source
        }
    }

    private static func rewritten(
        _ cases: [SourceCase], header: SourceHeader, report: @escaping ProblemReport
    ) throws -> [SourceCase] {
        let path = "/dev/shm/khamrong-fuzz-\(getpid()).xes"
        var writer = try XESWriter(TargetFile(path: path), header: header, report: report)
        for source in cases { try writer.write(source) }
        try writer.finish()
        defer { _ = unsafe unlink(path) }
        var copies: [SourceCase] = []
        _ = try XESReader.read(SourceFile(path: path), report: { _ in }) { copies += $0.cases }
        return copies
    }

    /// The first byte says which of the two maps the table is read by.
    static func parseTable(_ bytes: [UInt8]) {
        guard let first = bytes.first, let map = maps[Int(first & 1)],
            let read = try? CSVReader.read(Array(bytes.dropFirst()), map: map)
        else { return }
        precondition(read.cases.count == read.summary.cases, "cases are lost on the way")
        for source in read.cases {
            let mapped = map.mapped(source) { _ in }
            precondition(mapped.events.count == source.events.count, "events are lost")
            precondition(
                mapped.clear.count + mapped.sealed.count == source.attributes.count,
                "a field is neither clear nor sealed")
        }
    }

    /// A row is a case, or a row is an event.
    private static let maps = [
        try? ImportMap.parse(
            Array(
                #"""
                {"format":"khamrong-import-map/1","system":"s","zone":"America/New_York",
                "times":["MM/dd/yyyy hh:mm:ss a","d.M.yyyy HH:mm"],
                "case":{"kind":"service","service":{"field":"type","words":{"a":"b"}},
                "due":"due","title":"type","clear":["type"]},
                "csv":{"rows":"cases","case":"id","events":[{"activity":"Created","time":"t1"},
                {"activity":"Status: {type}","time":"t2","fields":["due"]}]},
                "activities":{"Created":"submitted"}}
                """#.utf8)),
        try? ImportMap.parse(
            Array(
                #"""
                {"format":"khamrong-import-map/1","system":"s","zone":"Europe/Amsterdam",
                "case":{"kind":"complaint","service":"x"},
                "csv":{"rows":"events","separator":";","case":"id","activity":"a","time":"t",
                "resource":"r","lifecycle":"l","case-fields":["c"]}}
                """#.utf8)),
    ]

    /// A map that could be read works on a case.
    static func parseMap(_ bytes: [UInt8]) {
        guard let map = try? ImportMap.parse(bytes) else { return }
        let event = SourceEvent(activity: "Created", time: Instant(milliseconds: 0))
        let source = SourceCase(
            name: "1", attributes: [SourceAttribute("deadline", "2024-01-01")], events: [event])
        precondition(map.mapped(source) { _ in }.events.count == 1)
        for format in map.timeFormats { _ = format.instant("07/08/2024 10:56:42 AM", in: map.zone) }
    }
}
