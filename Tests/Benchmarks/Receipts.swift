internal import Entries
internal import Threads
internal import TransparencyLog
internal import Workflow

/// What receipts cost the appending, and how long who asks for one waits, while the log is
/// published too.
enum Receipts {
    private static let everyTenth = 10
    /// Of the same without receipts and tiles.
    static let leastRatio = 0.8
    static let mostMilliseconds = 150.0

    static func measure(_ bench: Bench) throws -> [Figure] {
        var rounds: [(ours: Double, baseline: Double)] = []
        var waits: [Double] = []
        for _ in 0..<bench.settings.rounds {
            let baseline = try run(bench, withReceipts: false).rate
            let ours = try run(bench, withReceipts: true)
            rounds.append((ours.rate, baseline))
            waits += ours.waits
        }
        let (ours, baseline) = median(rounds)
        return [
            Figure(
                .receipts, "commands, every tenth with a receipt", ours, "commands/s",
                baseline: .init(name: "the same without receipts and tiles", value: baseline),
                target: .ratioAtLeast(leastRatio)),
            Figure(
                .receipts, "command to receipt, 99 of 100", Times(waits).p99, "ms",
                target: .atMost(mostMilliseconds)),
        ]
    }

    private static func run(
        _ bench: Bench, withReceipts: Bool
    ) throws -> (rate: Double, waits: [Double]) {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let office = try BenchOffice(in: directory, clock: bench.settings.clock)
        defer { office.port.close() }
        let desk = withReceipts ? try ReceiptDesk(office.office) : nil
        let load = CaseLoad(clock: bench.settings.clock)
        let landed = Monitor(0)
        var (sent, done) = (0, 0)
        let start = ContinuousClock.now
        var elapsed = 0.0
        while elapsed < bench.settings.seconds {
            while sent - done < AppendMany.outstanding {
                let (next, draft) = load.next()
                let asked = sent % everyTenth == 0 ? ContinuousClock.now : nil
                office.port.submit([draft]) { outcomes in
                    load.answered(next, outcomes[0])
                    if let asked, let last = try? outcomes[0].receipt.positions?.upperBound {
                        desk?.ask(last, since: asked)
                    }
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
        return (Double(done) / elapsed, try desk?.close() ?? [])
    }
}

/// Hands out what was asked for as soon as there is a checkpoint for it.
private final class ReceiptDesk: Sendable {
    private struct State {
        var asked: [(position: Position, since: ContinuousClock.Instant)] = []
        var waits: [Double] = []
        var isClosed = false
        var problem: (any Error)?
    }

    private let state: Monitor<State>
    private let publisher: Publisher
    private let thread: WorkerThread

    init(_ office: Office) throws {
        let (state, publisher) = (Monitor(State()), try Publisher(of: office))
        publisher.start { problem in
            state.with { $0.problem = BenchProblem.refused(problem) }
        }
        self.state = state
        self.publisher = publisher
        thread = WorkerThread {
            while let asked = Self.next(state) {
                do {
                    for (position, since) in asked {
                        _ = try publisher.proof(of: position)
                        let wait = (ContinuousClock.now - since) / .milliseconds(1)
                        state.with { $0.waits.append(wait) }
                    }
                } catch {
                    state.with { $0.problem = error }
                }
            }
        }
    }

    private static func next(
        _ state: Monitor<State>
    ) -> [(position: Position, since: ContinuousClock.Instant)]? {
        state.wait { state -> [(position: Position, since: ContinuousClock.Instant)]?? in
            guard !state.asked.isEmpty else { return state.isClosed ? .some(nil) : nil }
            defer { state.asked = [] }
            return state.asked
        }
    }

    func ask(_ position: Position, since: ContinuousClock.Instant) {
        state.with { $0.asked.append((position, since)) }
        state.signal()
    }

    /// How long each has waited.
    func close() throws -> [Double] {
        state.with { $0.isClosed = true }
        state.signal()
        thread.join()
        publisher.stop()
        if let problem = state.with({ $0.problem }) { throw problem }
        return state.with { $0.waits }
    }
}
