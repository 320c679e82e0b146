internal import Entries
internal import EventLog
internal import Events
internal import Workflow

/// How fast the log is read from front to back, each entry checked against its hash and parsed.
enum Replay {
    static let leastEntries = 700_000.0

    static func measure(_ bench: Bench) throws -> [Figure] {
        let log = try bench.history().office.log
        var rates: [Double] = []
        for _ in 0..<bench.settings.rounds {
            var count = 0
            let time = try seconds {
                try log.replay { entry in
                    try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
                } deliver: { events in
                    count += events.count
                }
            }
            rates.append(Double(count) / time)
        }
        return [
            Figure(
                .replay, "full replay", rates.sorted()[rates.count / 2], "entries/s",
                target: .atLeast(leastEntries))
        ]
    }
}
