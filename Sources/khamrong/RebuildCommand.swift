import Projections
import Terminal
import Workflow

/// Makes views anew from the log.
struct RebuildCommand: Verb {
    static let name = "rebuild"
    static let summary = "make views anew from the log, or say what that would change"
    static let parameters = [ViewArguments.views]
    static let options = OfficePlace.options + [dryRun, snapshots, Option.json]
    static let notes = """
        A new file is made beside the old one and swapped in; who reads goes on undisturbed.
        With --dry-run nothing is changed, and each view is compared up to the position where its
        file stands, which is said; exit code 1 says that there is a difference.
        """

    private static let dryRun = Option(flag: "dry-run", "only say what is different")

    private static let snapshots = Option(
        flag: "snapshots",
        "afterwards make the copies that are missing, from which the past is shown")

    private let place: OfficePlace
    private let views: [ViewName]
    private let isDry: Bool
    private let withSnapshots: Bool
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        views = ViewArguments.views(arguments)
        isDry = arguments.has(Self.dryRun)
        withSnapshots = arguments.has(Self.snapshots)
        if isDry, withSnapshots {
            throw UsageError("--dry-run changes nothing: it makes no snapshots")
        }
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            let views = OfficeViews(of: office)
            if isDry { return try compare(views, on: terminal) }
            let code = try rebuild(views, on: terminal)
            if withSnapshots { try makeSnapshots(of: office, on: terminal) }
            return code
        }
    }

    private func makeSnapshots(of office: Office, on terminal: Terminal) throws {
        var bars: [ViewName: ProgressBar] = [:]
        try office.catchUpSnapshots(progress: { view, made, missing in
            let bar =
                bars[view]
                ?? terminal.progress("copies of \(view.rawValue)", of: missing, unit: "copies")
            bars[view] = bar
            bar.reach(made)
            if made == missing { bar.finish() }
        })
    }

    private func rebuild(_ office: OfficeViews, on terminal: Terminal) throws -> ExitCode {
        var results: [JSON] = []
        for view in views {
            let clock = ContinuousClock()
            let start = clock.now
            let bar = terminal.progress(
                "\(view.rawValue)", of: Int(try office.head), unit: "entries")
            try office.rebuild(view) { position, _ in bar.reach(Int(position)) }
            bar.finish()
            let time = clock.now - start
            let position = try office.reader(of: view).checkpoint()?.position ?? 0
            results.append([
                "view": .string(view.rawValue), "position": .integer(Int(position)),
                "milliseconds": .integer(Int(time / .milliseconds(1))),
            ])
            guard !isJSON else { continue }
            try terminal.print(
                "\(view.rawValue) stands at position \(Readable.count(Int(position))), "
                    + "rebuilt in \(Readable.duration(time))")
        }
        if isJSON { try terminal.print(.array(results)) }
        return .good
    }

    private func compare(_ office: OfficeViews, on terminal: Terminal) throws -> ExitCode {
        var isDifferent = false
        var results: [JSON] = []
        for view in views {
            let bar = terminal.progress(
                "comparing \(view.rawValue)", of: Int(try office.head), unit: "entries")
            let differences = try office.difference(view) { position, _ in
                bar.reach(Int(position))
            }
            bar.finish()
            if differences.isEmpty {
                terminal.note("\(view.rawValue) has not been built yet: nothing to compare")
            }
            for difference in differences {
                isDifferent = isDifferent || !difference.isEmpty
                results.append(difference.json(of: view))
                guard !isJSON else { continue }
                try terminal.print(difference.words(of: view))
            }
            if let position = differences.first?.position {
                try tell(view, comparedTo: Int(position), of: Int(office.head), on: terminal)
            }
        }
        if isJSON { try terminal.print(.array(results)) }
        return isDifferent ? .damageFound : .good
    }
}

extension RebuildCommand {
    /// A view that is behind has been compared as far as it has come, and is as it must be.
    private func tell(
        _ view: ViewName, comparedTo position: Int, of head: Int, on terminal: Terminal
    ) throws {
        let end = "\(view.rawValue): compared up to position \(Readable.count(position))"
        guard position < head else {
            return isJSON ? () : try terminal.print("\(end), the end of the log")
        }
        terminal.note(
            "\(end), where its file stands; the log goes on to \(Readable.count(head)), and the "
                + "next command that shows the view brings it there")
    }
}

extension ViewDifference {
    fileprivate func words(of view: ViewName) -> String {
        let place = "\(view.rawValue), table \(table)"
        guard !isEmpty else { return "\(place): the same" }
        return "\(place): " + Readable.count(onlyInFile, "row")
            + " only in the file, \(Readable.count(onlyInRebuild)) only in a rebuild, "
            + "\(Readable.count(changed)) changed (\(examples.joined(separator: ", ")))"
    }

    fileprivate func json(of view: ViewName) -> JSON {
        [
            "view": .string(view.rawValue), "table": .string(table),
            "position": .integer(Int(position)),
            "only_in_file": .integer(onlyInFile), "only_in_rebuild": .integer(onlyInRebuild),
            "changed": .integer(changed), "examples": .array(examples.map { .string($0) }),
        ]
    }
}
