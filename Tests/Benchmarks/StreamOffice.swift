internal import API
internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Rules
internal import Threads
internal import Workflow

/// An office in service that one connected system may read the events of, over a real connection.
final class StreamOffice {
    let served: ServedOffice
    private let api: API
    private let server: Server
    private let clock: @Sendable () -> Instant
    private let key: String

    init(_ history: History, _ bench: Bench) throws {
        let clock = bench.settings.clock
        let served = try ServedOffice(history.paths, clock: clock)
        let api = API(Offices([history.paths.code]) { _ in served }, clock: clock)
        var router = Router()
        api.add(to: &router)
        var settings = ServerSettings(
            listen: ListenAddress(IPAddress("127.0.0.1")!, port: 0),
            uploads: try bench.freshDirectory())
        settings.clock = clock
        server = try Server(settings, router: router)
        let system = OfficeEvent.SubscriberSet(
            subscriber: "bench", name: "bench", scopes: [ClientScope.events.rawValue],
            secret: "k\(clock().milliseconds)", perMinute: 100_000)
        _ = try served.perform(
            Draft(.office(OfficeCommand(.subscriberSet(system))), by: .system, at: clock())
        ).receipt
        guard let key = try SubscriberKeys(served.office.vault).key(of: system) else {
            throw BenchProblem.refused("the system has no key")
        }
        (self.served, self.api, self.clock, self.key) = (served, api, clock, key)
    }

    var port: Int { server.address.port }
    var head: Position { get throws { try served.office.log.head } }

    func close() {
        api.close()
        server.stop(within: 2000)
        served.close()
    }

    /// What a client sends that wants the stream behind a position.
    func request(after position: Position, isSentEvents: Bool, follows: Bool = true) -> String {
        let epoch = served.office.log.epoch
        let type = isSentEvents ? "text/event-stream" : "application/x-ndjson"
        return """
            GET /\(BenchOffice.code)/v1/events?after=\(epoch)-\(position)\
            \(follows ? "" : "&follow=no") HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Accept: \(type)\r
            Authorization: Bearer \(key)\r
            \r

            """
    }

    /// Has commands carried out for some seconds, so many in each; when each event was durable.
    func work(
        _ load: CaseLoad, perSecond: Int, seconds: Double
    ) throws -> [Position: ContinuousClock.Instant] {
        let commits = try CommitTimes(served.office.log)
        let count = Int(seconds * Double(perSecond))
        // Each waits for the disk: several keep the pace.
        let workers = max(1, perSecond / 25)
        let start = ContinuousClock.now
        let threads = (0..<workers).map { [served] worker in
            WorkerThread {
                for number in stride(from: worker, to: count, by: workers) {
                    Pace.wait(until: start + .seconds(1) * number / perSecond)
                    let (next, draft) = load.next()
                    load.answered(next, served.perform(draft))
                }
            }
        }
        for thread in threads { thread.join() }
        try load.check()
        return try commits.close()
    }
}

/// When each event was durable: who asked for it is told later, once the views show it.
private final class CommitTimes: Sendable {
    private struct State {
        var times: [Position: ContinuousClock.Instant] = [:]
        var isOver = false
        var problem: (any Error)?
    }

    private let state: Monitor<State>
    private let thread: WorkerThread

    init(_ log: EventLog) throws {
        let state = Monitor(State())
        let cursor = Cursor(epoch: log.epoch, position: try log.head)
        self.state = state
        thread = WorkerThread {
            do {
                var follower = try log.follower(after: cursor)
                while try follower.wait(milliseconds: 100) || !state.with({ $0.isOver }) {
                    let now = ContinuousClock.now
                    let entries = try follower.next(limit: 1000)
                    state.with { state in
                        for entry in entries { state.times[entry.position] = now }
                    }
                }
            } catch {
                state.with { $0.problem = error }
            }
        }
    }

    func close() throws -> [Position: ContinuousClock.Instant] {
        state.with { $0.isOver = true }
        thread.join()
        if let problem = state.with({ $0.problem }) { throw problem }
        return state.with { $0.times }
    }
}
