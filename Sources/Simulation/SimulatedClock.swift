package import Entries
internal import Threads

/// A clock that stands where it was set.
package final class SimulatedClock: Sendable {
    private let instant: Monitor<Instant>

    package init(_ start: Instant) { instant = Monitor(start) }

    @Sendable package func now() -> Instant { instant.with { $0 } }

    /// Never goes back.
    package func advance(to time: Instant) {
        instant.with { $0 = max($0, time) }
    }
}
