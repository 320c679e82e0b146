/// What a writer has done since it was opened, for whoever watches the office.
package struct WriterFigures: Sendable {
    /// Commands that wait or are under way; the queue's limit is `WriterLimits.queue`.
    package internal(set) var waiting = 0
    /// Commits that were kept.
    package private(set) var commits = 0
    /// Commits after which it was not known whether they were kept.
    package private(set) var failures = 0
    /// Seconds from a command's arrival to its durable answer, also where it was refused.
    package private(set) var latency = Histogram(upTo: [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
    ])
    /// Commands of a batch.
    package private(set) var batches = Histogram(upTo: [
        1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024,
    ])

    package init() {}

    /// A batch is durable, or needed no commit, and its callers hear of it now.
    mutating func keep(_ arrivals: some Sequence<ContinuousClock.Instant>, isStored: Bool) {
        let now = ContinuousClock.now
        var count = 0
        for arrival in arrivals {
            latency.add(now - arrival)
            count += 1
        }
        batches.add(Double(count))
        if isStored { commits += 1 }
    }

    mutating func fail() { failures += 1 }
}

/// How often a value was at most each of some bounds, as Prometheus counts.
package struct Histogram: Sendable {
    package let bounds: [Double]
    /// Of each bound, how many values lay between it and the one before; beyond the last at the end.
    package private(set) var counts: [Int]
    package private(set) var sum = 0.0

    package init(upTo bounds: [Double]) {
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count + 1)
    }

    package var total: Int { counts.reduce(0, +) }

    mutating func add(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }

    mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        add(Double(seconds) + Double(attoseconds) * 1e-18)
    }
}
