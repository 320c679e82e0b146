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
    static let options = OfficePlace.options + [mapOption, systemOption, Option.json]
    static let notes = """
        The map says which field is what, and what the public may see; everything else is sealed.
        Maps for four published histories lie in Docs/Import. Running an import again adds
        nothing; one that was stopped goes on where it was; a case that has grown since gets what
        is new. One that has other steps than before is named and left as it is. Files whose cases
        bear the same names are kept apart by --system.

          khamrong import xes receipt.xes.gz --map Docs/Import/wabo.json
        """

    private static let format = Parameter(
        "FORMAT", "how the file is written", words: ["xes", "csv"])
    private static let file = Parameter("FILE", "the file, plain or gzip")
    private static let mapOption = Option("map", "FILE", "the import map", isRequired: true)

    private static let systemOption = Option(
        "system", "NAME", "what the source is called on every entry; default: what the map says")

    private let place: OfficePlace
    private let system: String?
    private let isXES: Bool
    private let path: String
    private let mapPath: String
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isXES = try arguments.required(Self.format) == "xes"
        path = try arguments.required(Self.file)
        mapPath = try arguments.required(Self.mapOption)
        system = arguments[Self.systemOption]
        if let system, !ImportMap.isWord(system) {
            throw UsageError("--system is a–z, digits and hyphens, at most 32: not “\(system)”")
        }
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let (map, mapDigest) = try readMap()
            try checkPlace()
            var problems = Problems(on: terminal)
            let history = try SourceHistory(
                path: path, isXES: isXES, map: map, system: system, now: SystemClock.now(),
                report: { problems.add($0) },
                progress: reading(on: terminal))
            let result = try record(history, map: mapDigest, &problems, on: terminal)
            if let unmet = history.unmet {
                problems.add(RowProblem(line: 0, loss: .nothing, reason: unmet))
            }
            try report(result, history, problems, on: terminal)
            return problems.losses == 0 ? .good : .someRefused
        }
    }

    /// A large file is not read for an office that cannot take it.
    private func checkPlace() throws {
        let log = try Office(reading: place.paths).log
        guard !log.isReadOnly else { throw LogError.readOnly(directory: log.directory) }
    }

    /// Records; goes on by itself when another process was the writer and has ended.
    private func record(
        _ history: SourceHistory, map: Digest, _ problems: inout Problems, on terminal: Terminal
    ) throws -> ImportResult {
        var attempts = 0
        while true {
            attempts += 1
            let (office, port) = try place.openForWriting(on: terminal)
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

    /// Records and brings the views along, so that all is there when the command ends.
    private func record(
        _ run: ImportRun, in office: Office, _ history: SourceHistory, _ problems: inout Problems,
        on terminal: Terminal
    ) throws -> ImportResult {
        let views = OfficeViews(of: office)
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
        let bytes = try GivenFile.read(mapPath)
        do throws(ImportMapError) {
            return (try ImportMap.parse(bytes), SHA256.hash(bytes))
        } catch {
            let lines = error.problems.map { problem in
                "  line \(problem.line)\(problem.field.isEmpty ? "" : ", \(problem.field)"): "
                    + problem.reason.inBoth
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
                    $0["cases"] = .integer(history.cases.count + history.casesLeftOut)
                    $0["events"] = .integer(history.events + history.eventsLeftOut)
                    $0["already_there"] = .integer(result.alreadyThere)
                    $0["recorded"] = .integer(result.tally.recorded)
                    $0["steps"] = .integer(result.tally.steps)
                    $0["refused"] = .integer(problems.events)
                    $0["problems"] = .integer(problems.count)
                    $0["losses"] = .integer(problems.losses)
                    $0["sealed"] = .integer(problems.sealed)
                    $0["position"] = .integer(Int(result.head))
                })
            return
        }
        try terminal.print(
            Readable.count(history.cases.count + history.casesLeftOut, "case") + ", "
                + Readable.count(history.events + history.eventsLeftOut, "event") + " in the file")
        try terminal.print(
            "\(Readable.count(result.tally.recorded)) recorded "
                + "(\(Readable.count(result.tally.steps)) as steps without a meaning here), "
                + "\(Readable.count(result.alreadyThere)) were there already, "
                + "\(Readable.count(problems.events)) refused; "
                + "the log stands at position \(Readable.count(Int(result.head)))")
        if problems.count > 0 {
            try terminal.print(
                "remarks, each named above: \(Readable.count(problems.count)); "
                    + "cases, rows or events not taken: \(Readable.count(problems.losses))")
        }
        if problems.sealed > 0 {
            try terminal.print(
                "kept sealed, since they are too long to be clear: "
                    + Readable.count(problems.sealed, "value"))
        }
    }
}

/// Names everything that was wrong with the file, and counts it.
private struct Problems {
    private let terminal: Terminal
    private(set) var count = 0
    /// Rows, cases or events that were not taken.
    private(set) var losses = 0
    /// Values that the map calls clear and that are kept sealed, since they are too long.
    private(set) var sealed = 0
    /// Events of the file that were not taken, alone or with their case or row.
    private(set) var events = 0

    init(on terminal: Terminal) { self.terminal = terminal }

    mutating func add(_ problem: RowProblem) {
        count += 1
        if problem.loss >= .event { losses += 1 }
        if problem.loss == .openness { sealed += 1 }
        events += problem.events
        var place = problem.line > 0 ? "line \(problem.line)" : ""
        if let name = problem.caseName, !name.isEmpty {
            place += (place.isEmpty ? "" : ", ") + "case \(name)"
        }
        if let event = problem.event { place += ", event \(event)" }
        terminal.note(
            (place.isEmpty ? "" : "\(place): ")
                + problem.reason.inBoth)
    }
}
