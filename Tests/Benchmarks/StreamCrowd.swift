internal import CEpoll
internal import Entries
internal import Glibc
internal import TestSupport
internal import Threads

/// Many systems that hear the same stream, held by one thread that waits for all of them at once.
final class StreamCrowd: Sendable {
    /// One of them has heard these events.
    struct Receipt {
        let first: Position, last: Position
        let at: ContinuousClock.Instant
    }

    private struct State {
        var clients: [Client] = []
        var readings: [StreamReading] = []
        var receipts: [Receipt] = []
        var isRecording = false
        var isOver = false
    }

    private let state = Monitor(State())
    private let waiting: CInt
    private let thread: WorkerThread

    init() {
        let waiting = epoll_create1(0)
        let state = self.state
        self.waiting = waiting
        thread = WorkerThread { Self.listen(to: waiting, state) }
    }

    /// Connects `count` more that each hear what `request` asks for.
    func join(_ count: Int, port: Int, request: String) throws {
        for _ in 0..<count {
            let client = try Client(port: port)
            client.send(request)
            state.with { state in
                _ = khamrong_epoll_add(
                    waiting, client.descriptor, UInt32(state.clients.count))
                state.clients.append(client)
                state.readings.append(StreamReading(isSentEvents: true))
            }
        }
    }

    /// Waits until each of them has heard of the position; false if that takes a minute.
    func waitUntilAll(at position: Position) -> Bool {
        state.wait(milliseconds: 60_000) { state in
            state.readings.allSatisfy { $0.last >= position } ? true : nil
        } ?? false
    }

    func record() { state.with { $0.isRecording = true } }

    /// What was heard since `record`.
    func recorded() -> [Receipt] {
        state.with { state in
            defer { (state.receipts, state.isRecording) = ([], false) }
            return state.receipts
        }
    }

    func close() {
        state.with { $0.isOver = true }
        thread.join()
        Glibc.close(waiting)
    }

    private static func listen(to waiting: CInt, _ state: Monitor<State>) {
        var ready = [UInt32](repeating: 0, count: 256)
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while !state.with({ $0.isOver }) {
            let count = unsafe khamrong_epoll_wait(waiting, &ready, 100)
            guard count > 0 else { continue }
            state.with { state in
                for consumer in ready.prefix(Int(count)) {
                    hear(Int(consumer), &state, &buffer)
                }
            }
            state.broadcast()
        }
    }

    private static func hear(_ consumer: Int, _ state: inout State, _ buffer: inout [UInt8]) {
        let descriptor = state.clients[consumer].descriptor
        let count = unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
        guard count > 0 else { return }
        let before = state.readings[consumer].last
        unsafe buffer.withUnsafeBytes { bytes in
            unsafe state.readings[consumer].take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
        let last = state.readings[consumer].last
        guard state.isRecording, last > before else { return }
        state.receipts.append(Receipt(first: before + 1, last: last, at: .now))
    }
}
