internal import CMicrohttpd
internal import Glibc
internal import Threads

/// An answer that goes on: pieces are sent from any thread as they come.
///
/// A visitor who left is noticed at the next piece only, so send something (a comment, in server
/// sent events) every 10–15 seconds.
package final class ResponseStream: Sendable {
    /// At most so many bytes wait for a slow reader.
    private let limit: Int
    /// While less than this waits, the next piece is welcome: it is made while the last is sent.
    private static let roomBytes = 48 << 10
    private let onEnd: @Sendable () -> Void
    private let onRoom: @Sendable () -> Void
    private let state = Monitor(State())

    private struct State {
        var waiting: [UInt8] = []
        /// So many of them are sent already.
        var taken = 0
        /// Suspended there until more comes.
        var suspended: Connection?
        var isFinished = false
        var isGone = false
        var sent = 0
    }

    /// `onEnd` is called once, when nothing more can be sent; `onRoom` when the reader has taken so
    /// much that `hasRoom` is true again. Neither may wait.
    package init(
        limit: Int = 256 << 10, onEnd: @escaping @Sendable () -> Void = {},
        onRoom: @escaping @Sendable () -> Void = {}
    ) {
        self.limit = limit
        self.onRoom = onRoom
        self.onEnd = onEnd
    }

    /// Whether little enough waits for the reader that the next piece may come.
    package var hasRoom: Bool {
        state.with { $0.waiting.count - $0.taken < Self.roomBytes }
    }

    /// Whether the piece was taken: false when the reader left, or is too slow, which ends the
    /// stream.
    @discardableResult package func send(_ bytes: [UInt8]) -> Bool {
        state.with { state in
            if state.isGone || state.isFinished { return false }
            guard state.waiting.count - state.taken + bytes.count <= limit else {
                state.isFinished = true
                (state.waiting, state.taken) = ([], 0)
                wake(&state)
                return false
            }
            // A thousand streams that are sent the same hold it together.
            if state.waiting.isEmpty {
                state.waiting = bytes
            } else {
                state.waiting.removeFirst(state.taken)
                state.taken = 0
                state.waiting += bytes
            }
            wake(&state)
            return true
        }
    }

    /// Ends the answer once what waits has been sent.
    package func finish() {
        state.with { state in
            state.isFinished = true
            wake(&state)
        }
    }

    package var isOpen: Bool { state.with { !$0.isGone && !$0.isFinished } }

    var byteCount: Int { state.with { $0.sent } }

    /// The connection is over: it is never resumed from here on.
    func end() {
        let isFirst = state.with { state in
            defer { (state.isGone, state.suspended, state.waiting) = (true, nil, []) }
            return !state.isGone
        }
        if isFirst { onEnd() }
    }

    /// Under the lock, so that the connection cannot end in between.
    private func wake(_ state: inout State) {
        state.suspended?.resume()
        state.suspended = nil
    }

    /// Fills MHD's buffer, or lets the connection sleep. C: `MHD_ContentReaderCallback`
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>, of connection: Connection) -> Int {
        let (count, hasRoomAgain) = state.with { state -> (Int, Bool) in
            let before = state.waiting.count - state.taken
            let count = min(buffer.count, before)
            guard count > 0 else {
                if state.isFinished { return (khamrong_end_of_stream(), false) }
                connection.suspend()
                state.suspended = connection
                return (0, false)
            }
            let end = state.taken + count
            _ = unsafe buffer.update(fromContentsOf: state.waiting[state.taken..<end])
            state.sent += count
            state.taken = end
            // Most readers wait for news most of the time: they keep no memory meanwhile.
            if end == state.waiting.count { (state.waiting, state.taken) = ([], 0) }
            return (count, before >= Self.roomBytes && before - count < Self.roomBytes)
        }
        if hasRoomAgain { onRoom() }
        return count
    }
}
