internal import EventLog
internal import Workflow

/// How fast the officers' queue is made anew from the long log, and in how much memory.
enum QueueRebuild {
    /// Of an upsert for each event.
    static let leastRatio = 2.0
    static let mostBytes = 300_000_000.0

    static func measure(_ bench: Bench) throws -> [Figure] {
        let history = try bench.history()
        let program = bench.settings.program
        let place = [
            "--data", history.paths.data, "--keys", history.paths.keysRoot,
            "--office", history.paths.code,
        ]
        let all = try ChildProcess(program, ["digest", "--json"] + place)
        var rounds: [(ours: Double, baseline: Double)] = []
        let rebuild = ["rebuild", "officer-queue", "--json"] + place
        for _ in 0..<bench.settings.rounds {
            let baseline = try UpsertEach.rate(bench, petitions: history.petitions)
            let child = try ChildProcess(program, rebuild)
            guard let milliseconds = child.number("milliseconds"),
                let position = child.number("position")
            else { throw BenchProblem.process("rebuild gave no figures") }
            rounds.append((position / milliseconds * 1000, baseline))
        }
        let (ours, baseline) = median(rounds)
        let watched = try ChildProcess(program, rebuild, isWatched: true)
        var figures = [
            Figure(
                .queueRebuild, "officer-queue rebuilt", ours, "events/s",
                baseline: .init(name: "an upsert for each event", value: baseline),
                target: .ratioAtLeast(leastRatio)),
            Figure(
                .queueRebuild, "its private memory", Double(watched.ownBytes), "bytes",
                target: .atMost(mostBytes)),
            Figure(
                .queueRebuild, "with pages of the log's file", Double(watched.privateBytes),
                "bytes"),
            Figure(
                .queueRebuild, "all four views from nothing",
                Double(try history.office.log.head) / all.seconds, "events/s"),
        ]
        if let limit = try PhysicalLimit.figure("rebuild", bench) {
            figures.append(
                Figure(
                    .queueRebuild, "that baseline in Swift", baseline, "events/s",
                    baseline: .init(name: "rebuild in C", value: limit)))
        }
        return figures
    }
}
