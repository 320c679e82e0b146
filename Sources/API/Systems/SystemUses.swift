internal import Entries
internal import Threads

/// When each connected system asked last, and how often since it was connected.
///
/// Counted in memory and written down once a minute: a request waits for no disk, and what the
/// command line shows is that old.
final class SystemUses: Sendable {
    private static let pauseMilliseconds = 60_000

    private struct State {
        var uses: [String: SystemUsage]
        var written: Instant
    }

    private let state: Monitor<State>
    private let store: WebhookStore

    init(_ store: WebhookStore, at now: Instant) throws {
        self.store = store
        state = Monitor(State(uses: try store.uses(), written: now))
    }

    var all: [String: SystemUsage] { state.with { $0.uses } }

    func count(_ code: String, at now: Instant) {
        let isDue = state.with { state in
            var use = state.uses[code] ?? SystemUsage(requests: 0, last: now)
            use.requests += 1
            use.last = now
            state.uses[code] = use
            let isDue = now.milliseconds - state.written.milliseconds >= Self.pauseMilliseconds
            if isDue { state.written = now }
            return isDue
        }
        if isDue { write() }
    }

    /// Figures that cannot be written now are in memory, and written with those of the next minute:
    /// no request is refused for them.
    func write() {
        do { try store.keep(state.with { $0.uses }) } catch { return }
    }
}
