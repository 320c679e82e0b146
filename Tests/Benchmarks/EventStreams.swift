internal import Entries
internal import Glibc
internal import TestSupport

/// How soon a thousand systems hear of an event, what each costs, and how fast one that has heard
/// nothing yet catches up with the long log.
enum EventStreams {
    static let mostMilliseconds = 50.0
    static let mostBusyMilliseconds = 250.0
    static let mostKibibytes = 25.0
    static let leastEvents = 300_000.0
    private static let consumers = 1000
    private static let sleepers = 20
    /// Enough events that no buffer between here and there holds them all.
    private static let mostPetitions = 20_000

    static func measure(_ bench: Bench) throws -> [Figure] { try live(bench) + catchUp(bench) }

    // MARK: Live

    private static func live(_ bench: Bench) throws -> [Figure] {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let petitions = min(bench.settings.petitions, mostPetitions)
        let office = try StreamOffice(
            History(in: directory, petitions: petitions, bench.settings), bench)
        defer { office.close() }
        let (crowd, load) = (StreamCrowd(), CaseLoad(clock: bench.settings.clock))
        defer { crowd.close() }
        let memory = try gather(crowd, office, load, bench)
        func soon(_ perSecond: Int) throws -> Times {
            try times(crowd, office, load, perSecond, bench)
        }
        let (calm, busy) = (try soon(20), try soon(200))
        bench.settings.note("\(sleepers) more that read nothing of what they asked for")
        let lazy = try (0..<sleepers).map { _ in try Client(port: office.port) }
        for client in lazy { client.send(office.request(after: 0, isSentEvents: true)) }
        let beside = try soon(20)
        withExtendedLifetime(lazy) {}
        return [
            Figure(
                .stream, "memory of each of \(consumers) consumers", memory, "KiB",
                target: .atMost(mostKibibytes)),
            Figure(
                .stream, "20 events/s, commit to receipt, p99", calm.p99, "ms",
                target: .atMost(mostMilliseconds)),
            Figure(.stream, "20 events/s, commit to receipt, p50", calm.median, "ms"),
            Figure(
                .stream, "200 events/s, commit to receipt, p99", busy.p99, "ms",
                target: .atMost(mostBusyMilliseconds)),
            Figure(.stream, "200 events/s, commit to receipt, p50", busy.median, "ms"),
            Figure(
                .stream, "20 events/s beside \(sleepers) that do not read, p99", beside.p99, "ms",
                baseline: .init(name: "without them", value: calm.p99),
                target: .atMost(mostMilliseconds)),
        ]
    }

    /// What a consumer costs in KiB: all of them have heard some events and wait for more.
    private static func gather(
        _ crowd: StreamCrowd, _ office: StreamOffice, _ load: CaseLoad, _ bench: Bench
    ) throws -> Double {
        func connect(_ count: Int) throws -> Int {
            try crowd.join(
                count, port: office.port,
                request: office.request(after: office.head, isSentEvents: true))
            _ = try office.work(load, perSecond: 20, seconds: 1)
            guard crowd.waitUntilAll(at: try office.head), let memory = ProcessMemory() else {
                throw BenchProblem.refused("not every consumer heard the first events")
            }
            return memory.own
        }
        let before = try connect(1)
        bench.settings.note("\(consumers) consumers hold their streams open")
        let after = try connect(consumers - 1)
        return Double(after - before) / Double(consumers - 1) / 1024
    }

    private static func times(
        _ crowd: StreamCrowd, _ office: StreamOffice, _ load: CaseLoad, _ perSecond: Int,
        _ bench: Bench
    ) throws -> Times {
        crowd.record()
        let commits = try office.work(
            load, perSecond: perSecond, seconds: bench.settings.seconds * 2)
        guard crowd.waitUntilAll(at: try office.head) else {
            throw BenchProblem.refused("not every consumer heard every event")
        }
        var times: [Double] = []
        for receipt in crowd.recorded() {
            for position in receipt.first...receipt.last {
                guard let commit = commits[position] else { continue }
                // One may hear of it before whoever asked for it has been told.
                times.append(max(0, (receipt.at - commit) / .milliseconds(1)))
            }
        }
        return Times(times)
    }

    // MARK: Catching up

    private static func catchUp(_ bench: Bench) throws -> [Figure] {
        let office = try StreamOffice(bench.history(), bench)
        defer { office.close() }
        let count = Int(try office.head)
        bench.settings.note("one that catches up with \(count) events")
        return try [(true, "server-sent events"), (false, "lines")].map { isSentEvents, name in
            var rates: [Double] = []
            for _ in 0..<bench.settings.rounds {
                let time = try seconds { try readAll(office, count, isSentEvents: isSentEvents) }
                rates.append(Double(count) / time)
            }
            return Figure(
                .stream, "catching up, \(name)", rates.sorted()[rates.count / 2], "events/s",
                target: .atLeast(leastEvents))
        }
    }

    private static func readAll(
        _ office: StreamOffice, _ count: Int, isSentEvents: Bool
    ) throws {
        let client = try Client(port: office.port)
        client.send(office.request(after: 0, isSentEvents: isSentEvents, follows: false))
        var reading = StreamReading(isSentEvents: isSentEvents)
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while !reading.isOver {
            let count = unsafe recv(client.descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            unsafe buffer.withUnsafeBytes { bytes in
                unsafe reading.take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            }
        }
        guard reading.count == count else {
            throw BenchProblem.refused("\(reading.count) of \(count) events came")
        }
    }
}
