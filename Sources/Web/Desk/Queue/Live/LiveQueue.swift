internal import Entries
internal import HTTP
internal import Projections
internal import Threads
internal import Workflow

/// The open pages of an office's queue, told when it has moved.
///
/// One thread waits for the view and tells all; it is there while somebody listens.
final class LiveQueue: Sendable {
    private let state = Monitor(State())
    /// Of those who listen at once; a page without live news is whole all the same.
    private static let most = 1000
    /// Between two words of any kind, so that a visitor who left is noticed.
    private static let heartbeatMilliseconds = 15_000
    /// What happens meanwhile is told together.
    private static let pauseMilliseconds = 300
    /// Then the browser comes again, and it is asked again whether it may.
    private static let longest = Duration.seconds(300)

    private struct Listener {
        let stream: ResponseStream
        let end: ContinuousClock.Instant
    }

    private struct State {
        var listeners: [Listener] = []
        var isServed = false
    }

    /// A stream that hears of moves beyond `position`, at once if there was one; nil if too many
    /// listen.
    func listen(to views: LiveViews, after position: Position?) -> ResponseStream? {
        let stream = ResponseStream()
        let now = views.status(of: .officerQueue).position
        stream.send(Array("retry: 3000\n\n".utf8))
        if let position, position < now { stream.send(Self.word(now)) }
        let listener = Listener(stream: stream, end: .now + Self.longest)
        let mustServe = state.with { state -> Bool? in
            state.listeners.removeAll { !$0.stream.isOpen }
            guard state.listeners.count < Self.most else { return nil }
            state.listeners.append(listener)
            defer { state.isServed = true }
            return !state.isServed
        }
        guard let mustServe else { return nil }
        // It may have moved before this one was among those who are told.
        let later = views.status(of: .officerQueue).position
        if later > now { stream.send(Self.word(later)) }
        if mustServe { _ = WorkerThread { self.serve(views, from: now) } }
        return stream
    }

    private static func word(_ position: Position) -> [UInt8] {
        Array("id: \(position)\nevent: moved\ndata: \(position)\n\n".utf8)
    }

    private func serve(_ views: LiveViews, from start: Position) {
        var position = start
        var isOver = false
        while !isOver {
            let move = views.waitForMove(
                of: .officerQueue, beyond: position, milliseconds: Self.heartbeatMilliseconds)
            switch move {
            case .moved(let now):
                position = now
                isOver = tell(Self.word(now))
                _ = state.wait(milliseconds: Self.pauseMilliseconds) { _ in nil as Bool? }
            case .still: isOver = tell(Array(":\n".utf8))
            case .ended: isOver = endAll()
            }
        }
    }

    /// Whether nobody listens any more, and the thread may go.
    private func tell(_ bytes: [UInt8]) -> Bool {
        let now = ContinuousClock.now
        return state.with { state in
            state.listeners.removeAll { listener in
                if listener.end < now { listener.stream.finish() }
                return !listener.stream.send(bytes)
            }
            state.isServed = !state.listeners.isEmpty
            return state.listeners.isEmpty
        }
    }

    private func endAll() -> Bool {
        state.with { state in
            for listener in state.listeners { listener.stream.finish() }
            state.listeners = []
            state.isServed = false
            return true
        }
    }
}
