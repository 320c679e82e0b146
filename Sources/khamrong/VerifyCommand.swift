import Entries
import Foundation
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
        let end = try VerifyProcess(place, extent).run { line in
            report.add(line)
            bars.show(line)
            guard !isJSON, let finding = line.finding else { return }
            if report.findings.count <= VerifyReport.mostPrinted {
                try terminal.print(finding.words, tone: .bad)
            }
        }
        bars.finish()
        if let failure = report.failure {
            guard failure.code == .damageFound else { throw failure }
            report.add(.notOpened(failure))
        } else if report.result == nil {
            report.add(.brokenOff(end, behind: report.last))
        }
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

/// The child process and what it says.
struct VerifyProcess {
    private let process = Process()
    private let output = Pipe()

    init(_ place: OfficePlace, _ extent: OfficeVerifier.Extent) {
        process.executableURL = URL(filePath: "/proc/self/exe")
        process.arguments = VerifyChild.words(for: place, extent)
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        // What a dying process says there is for its makers; the person is told what it means.
        process.standardError = FileHandle.nullDevice
    }

    /// Hands out each line as it comes; the number of the signal that ended the process, if one did.
    func run(_ take: (VerifyLine) throws -> Void) throws -> Int32? {
        try process.run()
        var rest: [UInt8] = []
        while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            rest += data
            while let end = rest.firstIndex(of: 0x0A) {
                try take(try VerifyLine.decoded(Array(rest[..<end])))
                rest.removeFirst(end + 1)
            }
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    }
}
