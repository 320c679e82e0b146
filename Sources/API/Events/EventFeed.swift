internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Threads

/// The streams of events that an office sends: each system hears every entry that it may, once and
/// in order, from where it left off and then live.
///
/// Two threads serve whoever has something to hear and room for it, a chunk at a time: a reader
/// that is slow is not waited for, and one that reads a long history takes turns with the others.
/// A third wakes those at the head when the log has grown. They are there while somebody listens.
final class EventFeed: Sendable {
    /// Whether a system may still listen, asked again and again: its key may have been replaced.
    typealias Permission = @Sendable () -> Bool

    private static let servers = 2
    private static let heartbeatMilliseconds = 15_000
    /// Streams at once of one office.
    private static let most = 1500

    /// One who listens. What changes of it is changed by the thread that has it in hand.
    private final class Listener: Sendable {
        let stream: ResponseStream
        let client: String
        let query: EventQuery
        let may: Permission
        let cursor: Monitor<Position>
        /// Where a stream ends that does not follow.
        let last: Position

        init(
            _ stream: ResponseStream, of client: String, _ query: EventQuery, last: Position,
            may: @escaping Permission
        ) {
            self.stream = stream
            self.client = client
            self.query = query
            self.last = last
            self.may = may
            cursor = Monitor(query.start.position)
        }
    }

    /// Where a listener waits.
    private enum Place { case ready, atHead, forRoom, inHand }

    private struct State {
        var listeners: [Int: Listener] = [:]
        var places: [Int: Place] = [:]
        var ready: [Int] = []
        var next = 0
        var isServed = false
        /// Raised each time threads are started: earlier ones that are still there go.
        var shift = 0
        var isOver = false
    }

    private let log: EventLog
    private let state = Monitor(State())
    private let chunks = Monitor(EventChunks())

    init(_ log: EventLog) { self.log = log }

    /// How many listen.
    var count: Int { state.with { $0.listeners.count } }

    /// Who listens, and up to where each was sent.
    var listeners: [(client: String, position: Position)] {
        state.with { Array($0.listeners.values) }.map { listener in
            (listener.client, listener.cursor.with { $0 })
        }
    }

    /// A stream that answers a system's query; nil if too many listen, or the office is about to close.
    func open(
        _ query: EventQuery, of client: String, may: @escaping Permission
    ) throws -> ResponseStream? {
        let head = try log.head
        let number = state.with { state in
            defer { state.next += 1 }
            return state.next
        }
        let stream = ResponseStream(
            onEnd: { [weak self] in self?.leave(number) },
            onRoom: { [weak self] in self?.move(number, from: .forRoom) })
        if query.form == .sentEvents { stream.send(Array("retry: 3000\n\n".utf8)) }
        if query.isReset { stream.send(query.resetWord(head: head)) }
        let listener = Listener(
            stream, of: client, query, last: query.endsAtHead ? head : .max, may: may)
        let isTaken = state.with { state in
            guard !state.isOver, state.listeners.count < Self.most else { return false }
            state.listeners[number] = listener
            state.places[number] = .ready
            state.ready.append(number)
            if !state.isServed { begin(&state) }
            return true
        }
        guard isTaken else { return nil }
        state.broadcast()
        return stream
    }

    private func begin(_ state: inout State) {
        state.isServed = true
        state.shift += 1
        let shift = state.shift
        for _ in 0..<Self.servers { _ = WorkerThread { self.serve(shift) } }
        _ = WorkerThread { self.watch(shift) }
    }

    /// Ends all streams and the threads.
    func close() {
        let listeners = state.with { state in
            state.isOver = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.stream.finish() }
        state.broadcast()
    }

    // MARK: Serving

    private func serve(_ shift: Int) {
        while let (number, listener) = nextReady(shift) {
            switch turn(listener) {
            case .ready: put(number, .ready)
            case .forRoom:
                put(number, .forRoom)
                // The reader may have taken enough before this one waited for that.
                if listener.stream.hasRoom { move(number, from: .forRoom) }
            case .atHead:
                put(number, .atHead)
                // The log may have grown before this one was among those who are woken.
                let position = listener.cursor.with { $0 }
                if (try? log.head > position) ?? false { move(number, from: .atHead) }
            case .inHand:
                listener.stream.finish()
                leave(number)
            }
        }
    }

    private func nextReady(_ shift: Int) -> (Int, Listener)? {
        state.wait { state -> (Int, Listener)?? in
            if state.isOver || state.shift != shift { return .some(nil) }
            if state.listeners.isEmpty {
                state.isServed = false
                return .some(nil)
            }
            while let number = state.ready.popLast() {
                guard let listener = state.listeners[number] else { continue }
                state.places[number] = .inHand
                return (number, listener)
            }
            return nil
        }
    }

    /// Sends the next chunk; where the listener waits then, `inHand` if it is done.
    private func turn(_ listener: Listener) -> Place {
        let position = listener.cursor.with { $0 }
        guard position < listener.last else { return .inHand }
        do {
            let chunk = try chunk(for: listener, after: position)
            if chunk.isAtHead { return listener.last == .max ? .atHead : .inHand }
            guard chunk.bytes.isEmpty || listener.stream.send(chunk.bytes) else { return .inHand }
            listener.cursor.with { $0 = chunk.end }
            return chunk.bytes.isEmpty || listener.stream.hasRoom ? .ready : .forRoom
        } catch {
            // The stream breaks off where the log cannot be read; it is never continued behind it.
            return .inHand
        }
    }

    private func chunk(for listener: Listener, after position: Position) throws -> EventChunk {
        let (filter, form) = (listener.query.filter, listener.query.form)
        let head = try log.head
        let known = chunks.with { $0.chunk(after: position, filter, form, at: head) }
        if let known { return known }
        let chunk = try EventChunk(
            log, after: position, through: min(listener.last, head), filter, form)
        chunks.with { $0.keep(chunk, after: position, filter, form, at: head) }
        return chunk
    }

    // MARK: Places

    private func put(_ number: Int, _ place: Place) {
        state.with { state in
            guard state.listeners[number] != nil else { return }
            state.places[number] = place
            if place == .ready { state.ready.insert(number, at: 0) }
        }
        if place == .ready { state.signal() }
    }

    private func move(_ number: Int, from place: Place) {
        let isMoved = state.with { state in
            guard state.places[number] == place else { return false }
            state.places[number] = .ready
            state.ready.insert(number, at: 0)
            return true
        }
        if isMoved { state.signal() }
    }

    private func leave(_ number: Int) {
        state.with { state in
            state.listeners[number] = nil
            state.places[number] = nil
        }
        state.broadcast()
    }

    // MARK: Watching

    /// Wakes those at the head when there is more; those who hear nothing, now and then.
    private func watch(_ shift: Int) {
        var lastBeat = ContinuousClock.now
        guard var position = try? log.head else { return close() }
        while state.with({ !$0.isOver && $0.shift == shift && !$0.listeners.isEmpty }) {
            let cursor = Cursor(epoch: log.epoch, position: position)
            guard let follower = try? log.follower(after: cursor),
                let isMore = try? follower.wait(milliseconds: 250),
                let head = try? log.head
            else { return close() }
            if isMore {
                let waiting = wakeAll()
                let arrived = head - position
                position = head
                // What comes meanwhile is told together: the more listen, and the more comes.
                let pause = waiting * (arrived > 3 ? 100 : 20) / 1000
                if pause > 0 { _ = state.wait(milliseconds: pause) { $0.isOver ? true : nil } }
            }
            if ContinuousClock.now - lastBeat > .milliseconds(Self.heartbeatMilliseconds) {
                lastBeat = .now
                beat()
            }
        }
    }

    private func wakeAll() -> Int {
        let count = state.with { state in
            var count = 0
            for (number, place) in state.places where place == .atHead {
                state.places[number] = .ready
                state.ready.append(number)
                count += 1
            }
            return count
        }
        state.broadcast()
        return count
    }

    private func beat() {
        let listeners = state.with { state in
            state.listeners.map { ($0.value, state.places[$0.key] == .atHead) }
        }
        for (listener, isQuiet) in listeners {
            if !listener.may() {
                listener.stream.finish()
            } else if isQuiet {
                listener.stream.send(listener.query.form.heartbeat)
            }
        }
    }
}

extension EventQuery {
    /// What somebody hears first whose cursor is of another history: from where the stream goes on.
    fileprivate func resetWord(head: Position) -> [UInt8] {
        let word = #"{"cursor":"\#(start)","head":\#(head),"reset":true}"#
        switch form {
        case .sentEvents: return Array("event: reset\nid: \(start)\ndata: \(word)\n\n".utf8)
        case .lines, .batch: return Array("\(word)\n".utf8)
        }
    }
}
