internal import Entries
internal import Threads
internal import Workflow

/// How many whole commands the writer gets through when 64 are always on their way: each completion
/// lets the next one be drafted, and no thread waits for one command.
enum AppendMany {
    static let outstanding = 64
    /// Of 64 threads that wait for one LMDB writer with an index of streams.
    static let leastRatio = 0.8

    static func measure(_ bench: Bench) throws -> [Figure] {
        var rounds: [(ours: Double, baseline: Double)] = []
        for _ in 0..<bench.settings.rounds {
            let baseline = try GroupCommit.rate(bench, clients: outstanding)
            rounds.append((try ours(bench), baseline))
        }
        let (ours, baseline) = median(rounds)
        var figures = [
            Figure(
                .appendMany, "commands, 64 outstanding", ours, "commands/s",
                baseline: .init(name: "64 threads, one LMDB writer", value: baseline),
                target: .ratioAtLeast(leastRatio))
        ]
        if let limit = try PhysicalLimit.figure("es64t", bench) {
            figures.append(
                Figure(
                    .appendMany, "that baseline in Swift", baseline, "events/s",
                    baseline: .init(name: "es64t in C", value: limit)))
        }
        return figures
    }

    private static func ours(_ bench: Bench) throws -> Double {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let office = try BenchOffice(in: directory, clock: bench.settings.clock)
        defer { office.port.close() }
        let load = CaseLoad(clock: bench.settings.clock)
        let landed = Monitor(0)
        var (sent, done) = (0, 0)
        let start = ContinuousClock.now
        var elapsed = 0.0
        while elapsed < bench.settings.seconds {
            while sent - done < outstanding {
                let (next, draft) = load.next()
                office.port.submit([draft]) { outcomes in
                    load.answered(next, outcomes[0])
                    landed.with { $0 += 1 }
                    landed.signal()
                }
                sent += 1
            }
            let known = done
            done = landed.wait { $0 > known ? $0 : nil }
            elapsed = (ContinuousClock.now - start) / .seconds(1)
        }
        _ = landed.wait { [sent] in $0 == sent ? true : nil }
        try load.check()
        return Double(done) / elapsed
    }
}
