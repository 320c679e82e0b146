package import Entries
internal import Foundation
internal import Workflow

/// How a run measures, and where.
package struct BenchSettings: Sendable {
    /// Where the data may lie; a directory made within it is removed in the end.
    package var directory: String
    /// This program, for what must be measured in a process of its own.
    package var program: String
    package var clock: @Sendable () -> Instant
    /// Petitions of the long log; each has five events.
    package var petitions = 200_000
    /// How long each durable phase takes.
    package var seconds = 3.0
    /// How often ours and the baseline take turns; the median counts.
    package var rounds = 3
    package var questions = Question.allCases
    /// Where the published histories lie; without it none is imported.
    package var histories: String?
    /// Where the import maps lie.
    package var maps = "Docs/Import"
    /// A program that measures the physical limit, and its workload; needless.
    package var limit: (program: String, workload: String)?
    /// Hears what is being done.
    package var note: @Sendable (String) -> Void = { _ in }

    package init(directory: String, program: String, clock: @escaping @Sendable () -> Instant) {
        self.directory = directory
        self.program = program
        self.clock = clock
    }
}

/// One run: its settings, its scratch directory, and the long log that several questions share.
package final class Bench {
    let settings: BenchSettings
    let scratch: String
    private var madeHistory: History?
    private var directories = 0

    package init(_ settings: BenchSettings) throws {
        self.settings = settings
        scratch = "\(settings.directory)/khamrong-bench-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: scratch, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: scratch) }

    /// Answers all questions, one after the other.
    package func run(_ hear: (Figure) -> Void) throws {
        for question in settings.questions {
            settings.note("\(question.rawValue): \(question.meaning)")
            for figure in try question.measure(self) { hear(figure) }
        }
    }

    /// The long log, made when it is first asked for.
    func history() throws -> History {
        if let madeHistory { return madeHistory }
        settings.note("making a log of \(settings.petitions * 5) events")
        let history = try History(in: freshDirectory(), petitions: settings.petitions, settings)
        settings.note("made in \(Int(history.seconds * 1000)) ms")
        madeHistory = history
        return history
    }

    /// An empty directory that goes with the run.
    func freshDirectory() throws -> String {
        directories += 1
        let path = "\(scratch)/\(directories)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    func remove(_ directory: String) { try? FileManager.default.removeItem(atPath: directory) }
}

/// What went wrong while measuring.
package enum BenchProblem: Error, Sendable {
    case refused(String)
    case process(String)
}

/// Runs `body` and says how many seconds it took.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .seconds(1)
}

/// The pair of the median ratio: rounds in which the machine was busy with something else fall out.
func median(_ pairs: [(ours: Double, baseline: Double)]) -> (ours: Double, baseline: Double) {
    pairs.sorted { $0.ours / $0.baseline < $1.ours / $1.baseline }[pairs.count / 2]
}
