internal import Threads

/// The bar of one long work. Any thread may advance it; once a batch is often enough.
package final class ProgressBar: Sendable {
    private struct State {
        var meter: ProgressMeter
        var done = 0
        var nextDrawing: Duration
    }

    private let terminal: Terminal
    private let state: Monitor<State>
    private let start = ContinuousClock.now

    init(_ meter: ProgressMeter, after delay: Duration, on terminal: Terminal) {
        self.terminal = terminal
        state = Monitor(State(meter: meter, nextDrawing: delay))
    }

    deinit { finish() }

    package func advance(by steps: Int = 1) { move { $0 + steps } }

    package func reach(_ done: Int) { move { max($0, done) } }

    /// Takes the bar away.
    package func finish() { terminal.clearBar() }

    private func move(_ change: (Int) -> Int) {
        guard terminal.showsProgress else { return }
        let elapsed = ContinuousClock.now - start
        let drawing: ProgressMeter? = state.with { state in
            state.done = change(state.done)
            guard elapsed >= state.nextDrawing else { return nil }
            state.nextDrawing = elapsed + .milliseconds(200)
            state.meter.update(done: state.done, elapsed: elapsed)
            return state.meter
        }
        if let drawing { terminal.show(bar: drawing) }
    }
}
