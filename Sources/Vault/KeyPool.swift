internal import Threads

/// Keys minted ahead on a thread of their own, so that who needs one does not wait for a disk.
///
/// Batches begin small and double while keys are in demand, from 64 to 4,096: so that each lasts
/// for a second or so, for the disk that they are written to is the log's as well.
final class KeyPool: Sendable {
    private struct State {
        var ready: [KeyHandle] = []
        var batch = 32
        var lastMint: ContinuousClock.Instant?
        var isStopped = false
        var failure: (any Error)?
    }

    private let state = Monitor(State())
    private let thread: WorkerThread
    private static let largestBatch = 4096

    init(mint: @escaping @Sendable (Int) throws -> [KeyHandle]) {
        thread = WorkerThread { [state] in
            while let count = Self.nextBatch(state) {
                do {
                    let keys = try mint(count)
                    state.with { $0.ready += keys }
                } catch {
                    state.with { $0.failure = error }
                }
                state.broadcast()
            }
        }
    }

    deinit { stop() }

    /// A key nobody else has; waits only when the pool is empty, and fails when minting does.
    func take() throws -> KeyHandle {
        let taken = state.wait { state -> Taken? in
            if let key = state.ready.popLast() {
                return Taken(key: .success(key), isLow: state.ready.count == state.batch / 2)
            }
            guard let failure = state.failure else { return nil }
            // Whoever comes next has the thread try again.
            state.failure = nil
            return Taken(key: .failure(failure), isLow: true)
        }
        if taken.isLow { state.broadcast() }
        return try taken.key.get()
    }

    private struct Taken: Sendable {
        let key: Result<KeyHandle, any Error>
        let isLow: Bool
    }

    /// Ends the thread; keys that nobody took are forgotten here and destroyed by `settle`.
    func stop() {
        state.with { state in
            state.isStopped = true
            state.ready.removeAll()
        }
        state.broadcast()
        thread.join()
    }

    /// How many keys to mint, when it is time to; nil when it is over.
    private static func nextBatch(_ state: Monitor<State>) -> Int? {
        state.wait { state -> Int?? in
            if state.isStopped { return .some(nil) }
            guard state.failure == nil, state.ready.count <= state.batch / 2 else { return nil }
            let now = ContinuousClock.now
            let isInDemand = state.lastMint.map { now - $0 < .seconds(1) } ?? true
            if state.ready.isEmpty || isInDemand {
                state.batch = min(state.batch * 2, largestBatch)
            }
            state.lastMint = now
            return state.batch
        }
    }
}
