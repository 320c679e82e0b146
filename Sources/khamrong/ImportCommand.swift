import Crypto
import Entries
import EventLog
import Exchange
import Foundation
import Terminal
import Workflow

/// Brings the case histories of another system into the log.
struct ImportCommand: Verb {
    static let name = "import"
    static let summary = "record the case histories of another system, one entry for each event"
    static let parameters = [format, file]
    static let options = OfficePlace.options + [mapOption, Option.json]
    static let notes = """
        The map says which field is what, and what the public may see; everything else is sealed.
        Maps for four published histories lie in Docs/Import. Running an import again adds
        nothing; one that was stopped goes on where it was.

          khamrong import xes receipt.xes.gz --map Docs/Import/wabo.json
        """

    private static let format = Parameter(
        "FORMAT", "how the file is written", words: ["xes", "csv"])
    private static let file = Parameter("FILE", "the file, plain or gzip")
    private static let mapOption = Option("map", "FILE", "the import map", isRequired: true)

    private let place: OfficePlace
    private let isXES: Bool
    private let path: String
    private let mapPath: String
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isXES = try arguments.required(Self.format) == "xes"
        path = try arguments.required(Self.file)
        mapPath = try arguments.required(Self.mapOption)
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let (map, mapDigest) = try readMap()
            var problems = Problems(on: terminal)
            let history = try SourceHistory(
                path: path, isXES: isXES, map: map,
                report: { problems.add($0) },
                progress: reading(on: terminal))
            let result = try record(history, map: mapDigest, &problems, on: terminal)
            try report(result, history, problems, on: terminal)
            return problems.losses == 0 ? .good : .someRefused
        }
    }

    /// Records; goes on by itself when another process was the writer and has ended.
    private func record(
        _ history: SourceHistory, map: Digest, _ problems: inout Problems, on terminal: Terminal
    ) throws -> ImportResult {
        var attempts = 0
        while true {
            attempts += 1
            let (office, port) = try Office.open(
                place.paths, clock: SystemClock.now, notices: { Self.tell($0, on: terminal) })
            defer { port.close() }
            let run = ImportRun(
                office: office, port: port, history: history, map: map, now: SystemClock.now())
            do {
                return try record(run, in: office, history, &problems, on: terminal)
            } catch let interrupted as ImportInterrupted
                where port is RemoteWriter && interrupted.isWriterGone && attempts < 5
            {
                terminal.note("the process that wrote this office has ended; going on without it")
            }
        }
    }

    private static func tell(_ notice: WriterNotice, on terminal: Terminal) {
        guard case .clockBehind(let clock, let last) = notice else { return }
        terminal.note(
            "the clock stands at \(clock), before the last entry (\(last)): until it has caught "
                + "up, entries bear that time",
            tone: .near)
    }

    /// Records and brings the views along, so that all is there when the command ends.
    private func record(
        _ run: ImportRun, in office: Office, _ history: SourceHistory, _ problems: inout Problems,
        on terminal: Terminal
    ) throws -> ImportResult {
        let views = try OfficeViews(of: office)
        let follower = views.follow(expecting: history.events) { failure in
            terminal.note("the views stopped: \(failure)", tone: .bad)
        }
        let bar = terminal.progress("recording", of: history.events, unit: "events")
        let result = Result {
            try run.perform(report: { problems.add($0) }, progress: { bar.reach($0) })
        }
        bar.finish()
        try follower.finish()
        return try result.get()
    }

    private func reading(on terminal: Terminal) -> (Int) -> Void {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        let bar = terminal.progress("reading", of: size, unit: "bytes")
        return { bar.reach($0) }
    }

    private func readMap() throws -> (ImportMap, Digest) {
        guard let data = FileManager.default.contents(atPath: mapPath) else {
            throw Failure("cannot read the map \(mapPath)")
        }
        do throws(ImportMapError) {
            return (try ImportMap.parse(Array(data)), SHA256.hash(Array(data)))
        } catch {
            let lines = error.problems.map { problem in
                "  line \(problem.line), \(problem.field): \(problem.reason.thai) "
                    + "(\(problem.reason.english))"
            }
            throw Failure(
                "the map \(mapPath) cannot be used:\n\(lines.joined(separator: "\n"))")
        }
    }

    private func report(
        _ result: ImportResult, _ history: SourceHistory, _ problems: Problems,
        on terminal: Terminal
    ) throws {
        if isJSON {
            try terminal.print(
                JSON.object {
                    $0["cases"] = .integer(history.cases.count)
                    $0["events"] = .integer(history.events)
                    $0["already_there"] = .integer(history.events - result.due)
                    $0["recorded"] = .integer(result.tally.recorded)
                    $0["refused"] = .integer(result.tally.refused)
                    $0["problems"] = .integer(problems.count)
                    $0["position"] = .integer(Int(result.head))
                })
            return
        }
        try terminal.print(
            "\(Readable.count(history.cases.count)) cases, "
                + "\(Readable.count(history.events)) events in the file")
        try terminal.print(
            "\(Readable.count(result.tally.recorded)) recorded, "
                + "\(Readable.count(history.events - result.due)) were there already, "
                + "\(Readable.count(result.tally.refused)) refused; "
                + "the log stands at position \(Readable.count(Int(result.head)))")
        if problems.count > 0 {
            try terminal.print("\(Readable.count(problems.count)) remarks on rows: see above")
        }
    }
}

/// Prints the first remarks on rows and counts the rest.
private struct Problems {
    private static let mostPrinted = 20
    private let terminal: Terminal
    private(set) var count = 0
    /// Rows, cases or events that were not taken.
    private(set) var losses = 0

    init(on terminal: Terminal) { self.terminal = terminal }

    mutating func add(_ problem: RowProblem) {
        count += 1
        if problem.loss >= .event { losses += 1 }
        guard count <= Self.mostPrinted else {
            if count == Self.mostPrinted + 1 { terminal.note("… and more", tone: .plain) }
            return
        }
        var place = problem.line > 0 ? "line \(problem.line)" : ""
        if let name = problem.caseName { place += (place.isEmpty ? "" : ", ") + "case \(name)" }
        if let event = problem.event { place += ", event \(event)" }
        terminal.note("\(place): \(problem.reason.thai) (\(problem.reason.english))")
    }
}
