import EventLog
import Events
import Exchange
import Terminal
import Workflow

/// Writes the log for other programs.
struct ExportCommand: Verb {
    static let name = "export"
    static let summary = "write the history for other programs"
    static let parameters = [format]
    static let options = OfficePlace.options + [HistoryOptions.until, HistoryOptions.occurred, out]
    static let notes = """
        cloudevents is the stored entries themselves, one a line; xes is the petitions for process
        mining, under their original names and labels if they were imported; csv is a row for each
        event. A name that cases of several systems bear is written “system/name”. What is sealed
        is in none of them.

          khamrong export xes --out petitions.xes.gz
          khamrong export cloudevents --until 2026-01-01T00:00:00+07:00 > 2025.ndjson
        """

    private static let format = Parameter(
        "FORMAT", "in which form", words: ["cloudevents", "xes", "csv"])
    private static let out = Option(
        "out", "FILE",
        "where to; default, and with “-”: standard output; .gz compresses; a link is followed")

    private let place: OfficePlace
    private let format: String
    private let until: Until
    private let path: String?

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        format = try arguments.required(Self.format)
        until = try HistoryOptions.until(arguments)
        path = try GivenFile.output(Self.out, arguments, outside: place)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let log = try Office(reading: place.paths).log
            try HistoryOptions.check(until, HistoryOptions.until, in: log)
            switch format {
            case "xes": try exportXES(log, on: terminal)
            case "csv": try exportCSV(log, on: terminal)
            default: try exportEntries(log, on: terminal)
            }
            return .good
        }
    }

    private func exportEntries(_ log: EventLog, on terminal: Terminal) throws {
        let end = try until.end(in: log)
        let bar = terminal.progress("exporting", of: Int(end), unit: "entries")
        var target = try GivenFile.target(path)
        var lines: [UInt8] = []
        try log.entries(until: end) { entry in
            if case .occurred = until {
                let event = try RecordedEvent.read(entry)
                guard until.includes(event) else { return }
            }
            lines += entry.bytes
            lines.append(0x0A)
            guard lines.count > 1 << 16 else { return }
            try target.write(lines)
            lines.removeAll(keepingCapacity: true)
            bar.reach(Int(entry.position))
        }
        try target.write(lines)
        try target.finish()
        bar.finish()
    }

    private func exportXES(_ log: EventLog, on terminal: Terminal) throws {
        let bar = terminal.progress(
            "exporting", of: Int(try until.end(in: log)), unit: "entries")
        var writer = try XESWriter(try GivenFile.target(path)) { problem in
            terminal.note(problem.reason.inBoth)
        }
        try log.cases(until: until, progress: { bar.reach(Int($0)) }) { try writer.write($0) }
        try writer.finish()
        bar.finish()
    }

    private func exportCSV(_ log: EventLog, on terminal: Terminal) throws {
        let end = try until.end(in: log)
        let bar = terminal.progress("exporting", of: Int(end), unit: "events")
        var writer = try CSVWriter(try GivenFile.target(path), columns: EventLog.csvHeader)
        let names = try CaseNames(of: log, until: end)
        var imported: [StreamName: String] = [:]
        try log.events(until: end) { event in
            if until.includes(event) {
                try writer.write(EventLog.csvRow(event, names: names, imported: &imported))
            }
            bar.reach(Int(event.position))
        }
        try writer.finish()
        bar.finish()
    }
}
