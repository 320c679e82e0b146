import Entries
import EventLog
import Events
import Exchange
import Foundation
import Rules
import Terminal
import Workflow

/// All that an office settles about itself, out into a file and in from one.
struct SettingsCommand: Verb {
    static let name = "settings"
    static let summary = "write the office's settings into a file, or apply those of one"
    static let parameters = [action, file]
    static let options = OfficePlace.options + [out, dryRun, Option.json]
    static let notes = """
        A part that the file leaves out stays as it is; a part that it has is meant as the whole.
        Everything is checked first: if anything is refused, nothing is changed. Docs/Format/
        settings.md describes the file. It holds names of secrets, never a secret.

          khamrong settings export --out settings.json
          khamrong settings apply settings.json --dry-run
        """

    private static let action = Parameter("ACTION", "which way", words: ["export", "apply"])
    private static let file = Parameter("FILE", "the file to apply", count: .atMostOne)
    private static let out = Option("out", "FILE", "where to; default: standard output")
    private static let dryRun = Option(
        flag: "dry-run", "show what would change, and change nothing")

    private let place: OfficePlace
    private let path: String?
    private let target: String?
    private let isDryRun: Bool
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        let isApplied = try arguments.required(Self.action) == "apply"
        guard (arguments[Self.file] != nil) == isApplied else {
            throw UsageError(
                isApplied
                    ? "settings apply needs FILE: the file to apply"
                    : "settings export takes no FILE; name it with --out")
        }
        path = arguments[Self.file]
        isDryRun = arguments.has(Self.dryRun)
        isJSON = arguments.has(.json)
        if isApplied ? arguments[Self.out] != nil : isDryRun {
            throw UsageError(
                isApplied
                    ? "--out goes with settings export"
                    : "--dry-run goes with settings apply")
        }
        place = try OfficePlace(arguments)
        target = try GivenFile.output(Self.out, arguments, outside: place)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            guard let path else { return try export() }
            return try apply(try document(in: path, on: terminal), on: terminal)
        }
    }

    private func export() throws -> ExitCode {
        let log = try Office(reading: place.paths).log
        let settings = try log.settings(of: place.office)
        let document = SettingsDocument(settings, on: SystemClock.now().local.date)
        var file = try GivenFile.target(target)
        try file.write(Array(document.text.utf8))
        try file.finish()
        return .good
    }

    /// Nil where the file cannot be read, after its reasons were printed.
    private func document(in path: String, on terminal: Terminal) throws -> SettingsDocument? {
        let data = try GivenFile.read(path)
        var problems: [SettingsProblem] = []
        let document = SettingsDocument.read(data, &problems)
        guard problems.isEmpty else {
            try report(SettingsReport(problems: problems), on: terminal)
            return nil
        }
        return document
    }

    private func apply(_ document: SettingsDocument?, on terminal: Terminal) throws -> ExitCode {
        guard let document else { return .failed }
        let plan: SettingsPlan
        if isDryRun {
            let log = try Office(reading: place.paths).log
            plan = try self.plan(document, in: log)
        } else {
            let (office, port) = try place.openForWriting(on: terminal)
            defer { port.close() }
            plan = try record(document, in: office, by: port, on: terminal)
        }
        try report(SettingsReport(plan, isDryRun: isDryRun), on: terminal)
        return plan.problems.isEmpty ? .good : .failed
    }

    private func plan(_ document: SettingsDocument, in log: EventLog) throws -> SettingsPlan {
        SettingsPlan(
            document, in: try log.settings(of: place.office), by: .system, at: SystemClock.now(),
            upcomingNumber: try log.upcomingNumber)
    }

    /// Has all changes recorded as one, and brings the views along. Others write into the office's
    /// stream all the time: what has become stale is decided anew.
    private func record(
        _ document: SettingsDocument, in office: Office, by port: any CommandPort,
        on terminal: Terminal
    ) throws -> SettingsPlan {
        let views = OfficeViews(of: office)
        let follower = views.follow(expecting: 0) { failure in
            terminal.note("the views stopped: \(failure)", tone: .bad)
        }
        let result = Result { try record(document, in: office, by: port) }
        try follower.finish()
        return try result.get()
    }

    private func record(
        _ document: SettingsDocument, in office: Office, by port: any CommandPort
    ) throws -> SettingsPlan {
        var attempts = 0
        while true {
            attempts += 1
            let plan = try plan(document, in: office.log)
            guard plan.problems.isEmpty, let command = plan.command else { return plan }
            var draft = Draft(.office(command), by: .system, at: SystemClock.now())
            draft.expectedVersion = plan.before.version
            let outcome = port.perform(draft)
            if case .accepted = outcome { return plan }
            guard outcome.isStale, attempts < 5 else {
                throw Failure("nothing was changed: \(outcome.words)")
            }
        }
    }

    private func report(_ report: SettingsReport, on terminal: Terminal) throws {
        if isJSON {
            try terminal.print(report.json)
        } else {
            try report.print(on: terminal)
        }
    }
}
