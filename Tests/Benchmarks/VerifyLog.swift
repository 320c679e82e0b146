internal import Entries
internal import EventLog
internal import TransparencyLog
internal import Workflow

/// What it takes to verify a log, and to prove one entry of it.
enum VerifyLog {
    /// Of reading the entries and hashing them one by one.
    static let mostRatio = 2.0
    static let mostProofMilliseconds = 1.0
    private static let proofs = 10_000

    static func measure(_ bench: Bench) throws -> [Figure] {
        let history = try bench.history()
        let log = history.office.log
        let head = try log.head
        var rounds: [(ours: Double, baseline: Double)] = []
        for _ in 0..<bench.settings.rounds {
            let scanned = try seconds { try scan(log) }
            let verified = try seconds {
                let verifier = OfficeVerifier(
                    history.paths, .log, progress: { _, _, _ in }, found: { _ in })
                let result = try verifier.run()
                guard result.findings == 0 else { throw BenchProblem.refused("a finding") }
            }
            rounds.append((verified, scanned))
        }
        let (ours, baseline) = median(rounds)
        return [
            Figure(
                .verifyLog, "verify --log of \(head) entries", ours, "s",
                baseline: .init(name: "scan and EVP, one by one", value: baseline),
                target: .ratioAtMost(mostRatio)),
            try proof(of: log, size: head),
        ]
    }

    /// Every entry that is handed out was hashed by EVP.
    private static func scan(_ log: EventLog) throws {
        var last: Position = 0
        while case let entries = try log.read(after: last, limit: 512), let final = entries.last {
            last = final.position
        }
    }

    private static func proof(of log: EventLog, size: UInt64) throws -> Figure {
        let tree = HashTree(LogTree(log).node)
        var times: [Double] = []
        for number in 0..<UInt64(proofs) {
            // A step that has nothing in common with the size of a tile.
            let index = number &* 7_919 % size
            let time = try seconds { _ = try tree.inclusion(of: index, size: size) }
            times.append(time * 1000)
        }
        return Figure(
            .verifyLog, "a proof, 99 of 100", Times(times).p99, "ms",
            target: .atMost(mostProofMilliseconds))
    }
}
