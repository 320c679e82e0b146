internal import Foundation

/// How fast a real history becomes entries with all views caught up, from the call of the command
/// to its end.
enum FinesImport {
    static let leastEvents = 60_000.0

    static func measure(_ bench: Bench) throws -> [Figure] {
        guard let histories = bench.settings.histories else {
            bench.settings.note("no published histories here: left out")
            return []
        }
        let rounds = try (0..<bench.settings.rounds).map { _ in
            try round(bench, "\(histories)/data/RoadTrafficFines.xes.gz")
        }
        let rate = rounds.map(\.rate).sorted()[rounds.count / 2]
        let watched = try round(
            bench, "\(histories)/data/RoadTrafficFines.xes.gz", isWatched: true)
        return [
            Figure(
                .finesImport, "import, views and all", rate, "events/s",
                target: .atLeast(leastEvents)),
            Figure(
                .finesImport, "its private memory",
                Double(watched.ownBytes), "bytes"),
        ]
    }

    private static func round(
        _ bench: Bench, _ file: String, isWatched: Bool = false
    ) throws -> (rate: Double, ownBytes: Int) {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let place = ["--data", "\(directory)/data", "--keys", "\(directory)/keys"]
        let program = bench.settings.program
        _ = try ChildProcess(
            program,
            ["init", "--office", "KT", "--name", "เทศบาลเมืองตัวอย่าง", "--prefix", "KT"] + place)
        let child = try ChildProcess(
            program,
            [
                "import", "xes", file, "--map", "\(bench.settings.maps)/fines.json", "--json",
            ] + place, isWatched: isWatched)
        guard let recorded = child.number("recorded") else {
            throw BenchProblem.process("the import gave no figures")
        }
        return (recorded / child.seconds, child.ownBytes)
    }
}
