internal import Glibc
internal import Threads

/// One connection, watched from outside: a client that only drips is cut off.
final class Link: Sendable {
    /// What the connection is doing, since when (milliseconds), and how many bytes the system
    /// had received or seen acknowledged then.
    fileprivate enum Phase {
        case waiting(since: Int?, received: Int)
        case body(since: Int, received: Int)
        case working
        case answering(since: Int, acknowledged: Int)
        case open
    }

    fileprivate struct State {
        let descriptor: CInt
        var phase = Phase.waiting(since: nil, received: 0)
        var isClosed = false
        var exchange: Exchange?
    }

    /// Whether it came when the server was already stopping.
    let isLate: Bool
    private let state: Monitor<State>

    init(descriptor: CInt, isLate: Bool) {
        self.isLate = isLate
        state = Monitor(State(descriptor: descriptor))
    }

    /// The head of a request is there, and its body is read next.
    func beginBody() {
        state.with { $0.phase = .body(since: SystemClock.milliseconds, received: $0.received) }
    }

    /// It is the server's turn.
    func beginWork(_ exchange: Exchange) {
        state.with {
            $0.phase = .working
            $0.exchange = exchange
        }
    }

    func beginAnswer(isStream: Bool) {
        state.with {
            $0.phase =
                isStream
                ? .open
                : .answering(since: SystemClock.milliseconds, acknowledged: $0.acknowledged)
        }
    }

    func endAnswer() {
        state.with {
            $0.exchange = nil
            $0.phase = .waiting(since: nil, received: $0.received)
        }
    }

    /// The request under way, if any.
    var exchange: Exchange? { state.with { $0.exchange } }

    /// Its number belongs to another connection from now on.
    func close() { state.with { $0.isClosed = true } }

    /// Cuts the connection off if it is too slow; `lateAnswer` is sent first while a request is
    /// still coming in.
    func look(at now: Int, patience: Patience, lateAnswer: [UInt8]) {
        state.with { state in
            if state.isClosed { return }
            switch state.phase {
            case .waiting(nil, let received):
                if state.received > received {
                    state.phase = .waiting(since: now, received: received)
                }
            case .waiting(let since?, _):
                if now - since > patience.headMilliseconds { state.cut(saying: lateAnswer) }
            case .body(let since, let received):
                if patience.isOver(after: now - since, bytes: state.received - received) {
                    state.cut(saying: lateAnswer)
                }
            case .answering(let since, let acknowledged):
                if patience.isOver(after: now - since, bytes: state.acknowledged - acknowledged) {
                    state.cut(saying: [])
                }
            case .working, .open: return
            }
        }
    }
}

/// How slow a client may be.
package struct Patience: Equatable, Sendable {
    /// From the first byte of a request to the end of its head.
    package var headMilliseconds: Int
    /// For a body or an answer whatever its size.
    package var bodyMilliseconds: Int
    /// What a body or an answer must have made on average after that.
    package var bytesPerSecond: Int

    package init(
        headMilliseconds: Int = 10_000, bodyMilliseconds: Int = 20_000, bytesPerSecond: Int = 1024
    ) {
        self.headMilliseconds = headMilliseconds
        self.bodyMilliseconds = bodyMilliseconds
        self.bytesPerSecond = bytesPerSecond
    }

    func isOver(after milliseconds: Int, bytes: Int) -> Bool {
        milliseconds > bodyMilliseconds && bytes < milliseconds * bytesPerSecond / 1000
    }
}

extension Link.State {
    /// From `struct tcp_info` of the kernel; glibc's own copy of it ends before these fields.
    fileprivate var received: Int { count(at: 128) }
    fileprivate var acknowledged: Int { count(at: 120) }

    private func count(at offset: Int) -> Int {
        var info = [UInt8](repeating: 0, count: 136)
        var size = socklen_t(info.count)
        let code = unsafe getsockopt(descriptor, CInt(IPPROTO_TCP), TCP_INFO, &info, &size)
        guard code == 0, Int(size) >= offset + 8 else { return 0 }
        return (0..<8).reversed().reduce(0) { $0 << 8 | Int(info[offset + $1]) }
    }

    /// MHD sees the end of the connection and closes it.
    fileprivate func cut(saying text: [UInt8]) {
        let flags = CInt(MSG_NOSIGNAL | MSG_DONTWAIT)
        if !text.isEmpty { _ = unsafe send(descriptor, text, text.count, flags) }
        _ = shutdown(descriptor, CInt(SHUT_RDWR))
    }
}
