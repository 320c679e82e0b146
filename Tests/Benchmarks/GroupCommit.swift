internal import LMDB
internal import Threads

/// The least that a writer of streams must do: threads that wait, one writer that commits for all
/// of them, 310 bytes and a row in the index of streams for each event, its version checked.
enum GroupCommit {
    private static let petitions = 40_000
    private static let events = Table(0)
    private static let streams = Table(1)

    private struct Event: Sendable {
        let stream: UInt32, version: UInt32
    }

    private struct Waiting: Sendable {
        var requests: [(event: Event, client: Monitor<Bool>)] = []
        var isOver = false
    }

    static func rate(_ bench: Bench, clients: Int) throws -> Double {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let environment = try Environment.open(
            directory,
            tables: [
                TableSpecification("events", hasIntegerKeys: true), TableSpecification("streams"),
            ], mapSize: 8 << 30, mode: .create)
        let queue = Monitor(Waiting())
        let problem = Monitor<(any Error)?>(nil)
        let writer = WorkerThread {
            do {
                try write(environment, queue)
            } catch {
                problem.with { $0 = error }
            }
        }
        let work = shares(clients)
        let start = ContinuousClock.now
        let end = start + .seconds(bench.settings.seconds)
        let total = Monitor(0)
        let threads = work.map { share in
            WorkerThread { total.with { [done = ask(share, queue, until: end)] in $0 += done } }
        }
        for thread in threads { thread.join() }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        queue.with { $0.isOver = true }
        queue.signal()
        writer.join()
        if let problem = problem.with({ $0 }) { throw problem }
        return Double(total.with { $0 }) / elapsed
    }

    /// Each client's events in their order; cases overlap, and each belongs to one client.
    private static func shares(_ clients: Int) -> [[Event]] {
        let window = petitions / 10
        var shares = [[Event]](repeating: [], count: clients)
        for round in 0..<(petitions + 4 * window) {
            for version in 1...5 {
                let petition = round - (version - 1) * window
                guard (0..<petitions).contains(petition) else { continue }
                shares[petition % clients].append(
                    Event(stream: UInt32(petition), version: UInt32(version)))
            }
        }
        return shares
    }

    private static func ask(
        _ share: [Event], _ queue: Monitor<Waiting>, until end: ContinuousClock.Instant
    ) -> Int {
        let answer = Monitor(false)
        var done = 0
        for event in share where ContinuousClock.now < end {
            let isFirst = queue.with { queue in
                queue.requests.append((event, answer))
                return queue.requests.count == 1
            }
            if isFirst { queue.signal() }
            answer.wait { isDone -> Void? in
                guard isDone else { return nil }
                isDone = false
                return ()
            }
            done += 1
        }
        return done
    }

    private static func write(_ environment: Environment, _ queue: Monitor<Waiting>) throws {
        var position: UInt64 = 0
        while true {
            let batch = queue.wait { queue -> [(event: Event, client: Monitor<Bool>)]? in
                guard !queue.requests.isEmpty || queue.isOver else { return nil }
                let requests = queue.requests
                queue.requests = []
                return requests
            }
            if batch.isEmpty { return }
            try environment.write { transaction in
                for (event, _) in batch {
                    position += 1
                    try append(event, at: position, to: &transaction)
                }
            }
            for (_, client) in batch {
                client.with { $0 = true }
                client.signal()
            }
        }
    }

    private static let value = [UInt8](repeating: UInt8(ascii: "x"), count: 310)

    private static func append(
        _ event: Event, at position: UInt64, to transaction: inout WriteTransaction
    ) throws {
        let end = ShortBytes().appending(event.stream).appending(UInt32.max)
        let last = try transaction.contents.withCursor(over: streams) { cursor in
            try cursor.row(before: end) { key, _ in
                key.bigEndian(UInt32.self) == event.stream ? key.bigEndian(UInt32.self, at: 4) : 0
            }
        }
        guard last ?? 0 == event.version - 1 else { throw BenchProblem.refused("stale version") }
        _ = try transaction.insert(value, under: position, in: events)
        let place = ShortBytes().appending(event.stream).appending(event.version)
        _ = try transaction.insert(ShortBytes().appending(position), under: place, in: streams)
    }
}
