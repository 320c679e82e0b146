internal import Entries
internal import LMDB
internal import Workflow

/// How many whole commands one caller gets through who waits for each: draft, seal, decide, encode,
/// index, hash, commit.
enum AppendOne {
    /// Of one LMDB commit for each event of 310 bytes.
    static let leastRatio = 0.6

    static func measure(_ bench: Bench) throws -> [Figure] {
        var rounds: [(ours: Double, baseline: Double)] = []
        for _ in 0..<bench.settings.rounds {
            let baseline = try log1(bench)
            rounds.append((try ours(bench), baseline))
        }
        let (ours, baseline) = median(rounds)
        var figures = [
            Figure(
                .appendOne, "commands of one caller", ours, "commands/s",
                baseline: .init(name: "one LMDB commit an event", value: baseline),
                target: .ratioAtLeast(leastRatio))
        ]
        if let limit = try PhysicalLimit.figure("log1", bench) {
            figures.append(
                Figure(
                    .appendOne, "that baseline in Swift", baseline, "events/s",
                    baseline: .init(name: "log1 in C", value: limit)))
        }
        return figures
    }

    private static func ours(_ bench: Bench) throws -> Double {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let office = try BenchOffice(in: directory, clock: bench.settings.clock)
        defer { office.port.close() }
        let load = CaseLoad(clock: bench.settings.clock)
        let rate = rate(for: bench.settings.seconds) {
            let (next, draft) = load.next()
            load.answered(next, office.port.perform(draft))
        }
        try load.check()
        return rate
    }

    private static func log1(_ bench: Bench) throws -> Double {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let events = Table(0)
        let environment = try Environment.open(
            directory, tables: [TableSpecification("events", hasIntegerKeys: true)],
            mapSize: 8 << 30, mode: .create)
        let value = [UInt8](repeating: UInt8(ascii: "x"), count: 310)
        var position: UInt64 = 0
        return try rate(for: bench.settings.seconds) {
            position += 1
            try environment.write { transaction in
                _ = try transaction.insert(value, under: position, in: events)
            }
        }
    }

    /// How often a second `body` runs.
    private static func rate(for seconds: Double, _ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        var count = 0
        var elapsed = 0.0
        while elapsed < seconds {
            try body()
            count += 1
            elapsed = (ContinuousClock.now - start) / .seconds(1)
        }
        return Double(count) / elapsed
    }
}
