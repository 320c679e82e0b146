internal import Entries
internal import Foundation
internal import Projections
internal import Threads
internal import Workflow

/// How long it takes from handing a command in until another connection sees its row in the
/// officers' queue, while a thousand commands a second come and all four views are kept.
enum LiveView {
    static let mostMilliseconds = 10.0
    private static let perSecond = 1000

    private struct Sightings {
        var waiting: [(position: Position, sent: ContinuousClock.Instant)] = []
        var times: [Double] = []
        var isOver = false
    }

    static func measure(_ bench: Bench) throws -> [Figure] {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let office = try BenchOffice(in: directory, clock: bench.settings.clock)
        defer { office.port.close() }
        let views = OfficeViews(of: office.office)
        try views.catchUp()
        let follower = views.follow(expecting: 0)
        let sightings = Monitor(Sightings())
        let watcher = WorkerThread { watch(views.directory, sightings) }
        let load = CaseLoad(clock: bench.settings.clock)
        send(load, to: office.port, for: bench.settings.seconds * 2, sightings)
        sightings.with { $0.isOver = true }
        watcher.join()
        try follower.finish()
        try load.check()
        let times = sightings.with { $0.times.sorted() }
        guard !times.isEmpty else { throw BenchProblem.refused("nothing was seen") }
        return [
            Figure(
                .liveView, "append to sight, p99", times[times.count * 99 / 100], "ms",
                target: .atMost(mostMilliseconds)),
            Figure(.liveView, "append to sight, p50", times[times.count / 2], "ms"),
        ]
    }

    private static func send(
        _ load: CaseLoad, to port: any CommandPort, for seconds: Double,
        _ sightings: Monitor<Sightings>
    ) {
        let answered = Monitor(0)
        let start = ContinuousClock.now
        let count = Int(seconds * Double(perSecond))
        for number in 0..<count {
            let due = start + .seconds(1) * number / perSecond
            Pace.wait(until: due)
            // Measured from when it was due: a sender that is held up holds up nobody's clock.
            let (next, draft) = load.next()
            port.submit([draft]) { outcomes in
                load.answered(next, outcomes[0])
                if let positions = try? outcomes[0].receipt.positions {
                    sightings.with { $0.waiting.append((positions.upperBound, due)) }
                }
                answered.with { $0 += 1 }
                answered.signal()
            }
        }
        _ = answered.wait { $0 == count ? true : nil }
    }

    /// Asks the view, on a connection of its own, how far it is.
    private static func watch(_ directory: ViewDirectory, _ sightings: Monitor<Sightings>) {
        let reader = ViewReader(.officerQueue, in: directory)
        let deadline = ContinuousClock.now + .seconds(600)
        while ContinuousClock.now < deadline {
            let position = (try? reader.checkpoint())??.position ?? 0
            let now = ContinuousClock.now
            let isDone = sightings.with { sightings in
                let seen = sightings.waiting.prefix { $0.position <= position }
                sightings.times += seen.map { (now - $0.sent) / .milliseconds(1) }
                sightings.waiting.removeFirst(seen.count)
                return sightings.isOver && sightings.waiting.isEmpty
            }
            if isDone { return }
            Thread.sleep(forTimeInterval: 0.0003)
        }
    }
}
