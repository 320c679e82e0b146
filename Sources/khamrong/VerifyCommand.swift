import Entries
import Terminal
import Workflow

/// Checks an office from its first entry to its last.
struct VerifyCommand: Verb {
    static let name = "verify"
    static let summary =
        "check the log, what is published, the vault, the files and, if asked, the views"
    static let options = OfficePlace.options + [logOption, viewsOption, Option.json]
    static let notes = """
        Every entry is compared with its hash, the hash tree and the indices, and must be an event
        that this version knows; what was signed of the log must still be true, and what is
        published must be what the log says; every key that the log names must be in the vault and
        open, and every attached file must be what its event says.
        With --log only entries, sealed sections, tree and signatures are looked at. The views are
        left out unless asked for, since each must be built anew for it, and a bad one needs no
        backup: “khamrong rebuild” mends it. Exit code 1 says that something was found.

        The work is done in a process of its own: a damaged page of the log may end it.
        """

    private static let logOption = Option(
        flag: "log", "only the log itself: entries, sealed sections, tree, what was signed")
    private static let viewsOption = Option(
        flag: "views", "also compare each view with one built anew from the log")

    private let place: OfficePlace
    private let extent: OfficeVerifier.Extent
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        let isLog = arguments.has(Self.logOption)
        let includesViews = arguments.has(Self.viewsOption)
        guard !isLog || !includesViews else { throw UsageError("--log leaves out the views") }
        extent = isLog ? .log : includesViews ? .views : .office
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        var report = VerifyReport()
        let bars = Bars(on: terminal)
        let signal = try VerifyProcess(place.paths, extent).run { line in
            report.add(line)
            bars.show(line)
            guard !isJSON, let finding = line.finding else { return }
            if report.findings.count <= VerifyReport.mostPrinted {
                try terminal.print(finding.words, tone: .bad)
            }
        }
        bars.finish()
        if let failure = report.failure, failure.code != .damageFound { throw failure }
        report.finish(signal)
        try isJSON ? terminal.print(report.json) : report.print(on: terminal)
        return report.findings.isEmpty ? .good : .damageFound
    }
}

/// The bar of the stage that is under way.
private final class Bars {
    private let terminal: Terminal
    private var current: (stage: String, bar: ProgressBar)?

    init(on terminal: Terminal) { self.terminal = terminal }

    func show(_ line: VerifyLine) {
        guard let stage = line.stage else { return }
        if current?.stage != stage {
            finish()
            let title = stage == "views" ? "comparing views" : "checking \(stage)"
            current = (stage, terminal.progress(title, of: line.total, unit: "entries"))
        }
        current?.bar.reach(line.done)
    }

    func finish() {
        current?.bar.finish()
        current = nil
    }
}
