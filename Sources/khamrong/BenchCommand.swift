import Benchmarks
import Foundation
import Terminal

/// Measures this machine and this program.
struct BenchCommand: Verb {
    static let name = "bench"
    static let summary = "measure speed and memory, each figure against its baseline"
    static let parameters = [question]
    static let options = [
        directory, petitions, seconds, rounds, maps, Option.json,
    ]
    static let notes = """
        Everything is made in a directory of its own and removed; no office is touched. Run it on
        a machine that has nothing else to do, in a release build: it takes some minutes and a few
        gigabytes. The import is measured where KHAMRONG_SHARED names the folder whose data/ holds
        the published histories. KHAMRONG_LIMIT may name a program and its workload, with a colon
        between, that measures the physical limit.
        """

    private static let question = Parameter(
        "FIGURE", "what to measure; all if none is named", count: .any,
        words: Question.allCases.map(\.rawValue))
    private static let directory = Option(
        "dir", "DIR", "where the data may lie; default: the directory for temporary files")
    private static let petitions = Option(
        "petitions", "N", "petitions of the long log, five events each; default: 200000")
    private static let seconds = Option(
        "seconds", "N", "how long each durable phase takes; default: 3")
    private static let rounds = Option(
        "rounds", "N", "how often each is measured; the median counts; default: 3")
    private static let maps = Option(
        "maps", "DIR", "where the import maps lie; default: Docs/Import")

    private let settings: BenchSettings
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        let environment = ProcessInfo.processInfo.environment
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        var settings = BenchSettings(
            directory: arguments[Self.directory] ?? NSTemporaryDirectory(), program: program,
            clock: SystemClock.now)
        settings.petitions = try arguments.integer(Self.petitions, in: 1...10_000_000) ?? 200_000
        settings.seconds = Double(try arguments.integer(Self.seconds, in: 1...600) ?? 3)
        settings.rounds = try arguments.integer(Self.rounds, in: 1...99) ?? 3
        settings.maps = arguments[Self.maps] ?? settings.maps
        settings.histories = environment["KHAMRONG_SHARED"]
        let limit = environment["KHAMRONG_LIMIT"]?.split(separator: ":").map(String.init) ?? []
        if limit.count == 2 { settings.limit = (limit[0], limit[1]) }
        let named = arguments.all(Self.question).compactMap(Question.init)
        if !named.isEmpty { settings.questions = named }
        self.settings = settings
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            var settings = settings
            settings.note = { terminal.note($0, tone: .faint) }
            var figures: [Figure] = []
            try Bench(settings).run { figures.append($0) }
            if isJSON {
                try terminal.print(.array(figures.map(\.json)))
            } else {
                try terminal.print(Self.table(of: figures))
            }
            return .good
        }
    }

    private static func table(of figures: [Figure]) -> Table {
        var table = Table([
            Table.Column("what"), .number("figure"), Table.Column("unit"), .number("baseline"),
            .number("ratio"), .number("target"), Table.Column("which baseline"),
        ])
        for figure in figures {
            let tone: Tone =
                switch figure.isMet {
                case true?: .good
                case false?: .bad
                case nil: .plain
                }
            table.add([
                Table.Cell(figure.what), Table.Cell(rounded(figure.value), tone),
                Table.Cell(figure.unit),
                Table.Cell(figure.baseline.map { rounded($0.value) } ?? ""),
                Table.Cell(figure.ratio.map(hundredths) ?? "", tone),
                Table.Cell(figure.target.map(words) ?? ""), Table.Cell(figure.baseline?.name ?? ""),
            ])
        }
        return table
    }

    private static func rounded(_ value: Double) -> String {
        value < 100 ? hundredths(value) : Readable.count(Int(value.rounded()))
    }

    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func words(_ target: Figure.Target) -> String {
        switch target {
        case .atLeast(let least): "≥ \(rounded(least))"
        case .atMost(let most): "≤ \(rounded(most))"
        case .ratioAtLeast(let least): "≥ \(hundredths(least)) ×"
        case .ratioAtMost(let most): "≤ \(hundredths(most)) ×"
        }
    }
}

extension Figure {
    /// Numbers are whole in JSON: thousandths where a unit is too large.
    fileprivate var json: JSON {
        JSON.object {
            $0["question"] = .string(question.rawValue)
            $0["what"] = .string(what)
            $0["unit"] = .string(unit)
            $0["thousandths"] = .integer(Int((value * 1000).rounded()))
            $0["baseline"] = baseline.map { .string($0.name) }
            $0["baseline_thousandths"] = baseline.map { .integer(Int(($0.value * 1000).rounded())) }
            $0["ratio_thousandths"] = ratio.map { .integer(Int(($0 * 1000).rounded())) }
            $0["met"] = isMet.map { .boolean($0) }
        }
    }
}
