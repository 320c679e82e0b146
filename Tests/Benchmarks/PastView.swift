internal import Entries
internal import EventLog
internal import Projections
internal import Workflow

/// How long an auditor waits for the queue or a figure as it stood, anywhere in the long log.
enum PastView {
    static let mostMilliseconds = 1000.0
    private static let moments: Position = 16

    static func measure(_ bench: Bench) throws -> [Figure] {
        let office = try bench.history().office
        let head = try office.log.head
        var made = 0
        let making = try seconds { made = try office.catchUpSnapshots() }
        var (queue, figures): ([Double], [Double]) = ([], [])
        // Spread so that they lie at all distances from the copies.
        for number in 1...moments {
            let end = max(1, head * number / moments - number * 997 % max(1, head / moments))
            let at = try office.recordedTime(at: end)
            queue.append(
                try seconds {
                    _ = try office.asItStood(.officerQueue, at: end) { database in
                        (
                            try OfficerQueue.page(.init(.open, at: at), in: database),
                            try OfficerQueue.counts(at: at, in: database)
                        )
                    }
                } * 1000)
            figures.append(
                try seconds {
                    _ = try office.asItStood(.reporting, at: end) {
                        try Reporting.table(.deadlines, in: $0)
                    }
                } * 1000)
        }
        return [
            Figure(
                .pastView, "the queue as it stood, slowest", queue.max() ?? 0, "ms",
                target: .atMost(mostMilliseconds)),
            Figure(
                .pastView, "a figure as it stood, slowest", figures.max() ?? 0, "ms",
                target: .atMost(mostMilliseconds)),
            Figure(.pastView, "snapshots made", Double(made), "copies"),
            Figure(.pastView, "the time of one", made > 0 ? making / Double(made) : 0, "s"),
        ]
    }
}
