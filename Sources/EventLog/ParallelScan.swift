internal import Entries
internal import Threads

/// Works through a run of positions in pieces on several threads; results come in order.
struct ParallelScan<Piece: Sendable>: Sendable {
    private struct State {
        var next: Position
        var nextPiece = 0
        var delivered = 0
        var finished: [Int: Result<Piece, any Error>] = [:]
        var isStopped = false
    }

    private let end: Position
    private let pieceSize: UInt64
    private let threads: Int
    private let state: Monitor<State>
    private let work: @Sendable (ClosedRange<Position>) throws -> Piece

    /// Pieces end at multiples of `pieceSize`, so that a piece holds whole subtrees of the tree.
    init(
        after position: Position, through end: Position, pieceSize: UInt64, threads: Int,
        work: @escaping @Sendable (ClosedRange<Position>) throws -> Piece
    ) {
        self.end = end
        self.pieceSize = pieceSize
        self.threads = max(1, threads)
        self.work = work
        state = Monitor(State(next: position + 1))
    }

    /// Hands the results to `deliver`, in order, on the calling thread, until it returns false.
    ///
    /// Throws what a piece threw when its turn comes, and what `deliver` throws.
    func run(_ deliver: (Piece) throws -> Bool) throws {
        let workers = (0..<threads).map { _ in WorkerThread { self.workOn() } }
        defer {
            state.with { $0.isStopped = true }
            state.broadcast()
            for worker in workers { worker.join() }
        }
        while let piece = try nextFinished() {
            guard try deliver(piece) else { return }
        }
    }

    /// Waits for the piece whose turn it is; nil behind the last.
    private func nextFinished() throws -> Piece? {
        let result: Result<Piece, any Error>? = state.wait { state in
            if let result = state.finished.removeValue(forKey: state.delivered) {
                state.delivered += 1
                return .some(.some(result))
            }
            return state.next > end && state.delivered == state.nextPiece ? .some(nil) : nil
        }
        state.broadcast()
        return try result?.get()
    }

    private func workOn() {
        while let (number, piece) = takePiece() {
            let result = Result { try work(piece) }
            state.with { $0.finished[number] = result }
            state.broadcast()
        }
    }

    /// The next piece that nobody works on; waits while the deliverer is far behind.
    private func takePiece() -> (Int, ClosedRange<Position>)? {
        let piece: (Int, ClosedRange<Position>)? = state.wait { state in
            if state.isStopped || state.next > end { return .some(nil) }
            guard state.nextPiece - state.delivered < threads * 3 else { return nil }
            let last = min(end, (state.next - 1) / pieceSize * pieceSize + pieceSize)
            let piece = (state.nextPiece, state.next...last)
            state.next = last + 1
            state.nextPiece += 1
            return .some(piece)
        }
        return piece
    }
}
