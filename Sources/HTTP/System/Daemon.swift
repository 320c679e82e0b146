internal import CMicrohttpd
internal import Glibc

/// MHD's threads at work: each event goes to the `Core` as a Swift value.
// Safe to send: MHD's daemon may be stopped from any thread; `Server` does so once.
@safe final class Daemon: @unchecked Sendable {
    private let handle: OpaquePointer
    private let core: Core

    /// Takes connections from the socket at once.
    init(_ socket: consuming ListenSocket, core: Core) throws(ServerError) {
        let settings = core.settings
        let numbers: [(MHD_OPTION, Int)] = [
            (.LISTEN_SOCKET, Int(socket.descriptor)),
            (.THREAD_POOL_SIZE, settings.networkThreads),
            (.CONNECTION_LIMIT, settings.connections),
            (.PER_IP_CONNECTION_LIMIT, settings.connectionsPerPeer),
            (.CONNECTION_MEMORY_LIMIT, settings.connectionBytes),
            (.CONNECTION_TIMEOUT, settings.idleSeconds),
            (.STRICT_FOR_CLIENT, 1), (.END, 0),
        ]
        let options = unsafe numbers.map {
            unsafe MHD_OptionItem(option: $0, value: $1, ptr_value: nil)
        }
        let flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
        let started = unsafe options.withUnsafeBufferPointer {
            unsafe khamrong_start_daemon(
                flags, Unmanaged.passUnretained(core).toOpaque(), arrived, began, ended, linked,
                $0.baseAddress)
        }
        guard let started = unsafe started else { throw ServerError("MHD_start_daemon") }
        unsafe handle = started
        self.core = core
        // MHD_stop_daemon closes it.
        socket.release()
    }

    /// Takes no more connections, closes what is left and ends the threads. No connection may be
    /// suspended, and it is called once.
    ///
    /// `MHD_quiesce_daemon`, which would only stop listening, ends the whole process (0.9.75) if
    /// one of the library's threads takes the socket out of its epoll set at the same moment.
    func stop() { unsafe MHD_stop_daemon(handle) }
}

/// The first line of a request is there.
private nonisolated func began(
    _ context: UnsafeMutableRawPointer?, _ uri: UnsafePointer<CChar>?, _ handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    let core = unsafe Unmanaged<Core>.fromOpaque(context!).takeUnretainedValue()
    let target = unsafe uri.map { unsafe Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
    let exchange = unsafe Exchange(
        core: core, connection: Connection(handle!),
        target: (target ?? []).map { UInt8(bitPattern: $0) })
    return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

/// Called with the head, with each piece of the body, and when all is there.
private nonisolated func arrived(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?,
    _ piece: UnsafePointer<CChar>?, _ size: UnsafeMutablePointer<Int>?,
    _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let kept = unsafe state?.pointee, let size = unsafe size else { return .NO }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(kept).takeUnretainedValue()
    let step: Exchange.Step
    if unsafe size.pointee > 0 {
        let count = unsafe size.pointee
        step = unsafe piece!.withMemoryRebound(to: UInt8.self, capacity: count) { start in
            unsafe exchange.take(Array(UnsafeBufferPointer(start: start, count: count)))
        }
        unsafe size.pointee = 0
    } else {
        step = unsafe exchange.proceed(method: String(cString: method!))
    }
    switch step {
    case .goOn: return .YES
    case .answer(let response): return exchange.connection.queue(response) ? .YES : .NO
    case .hangUp: return .NO
    }
}

/// The answer is out, or never will be.
private nonisolated func ended(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
    guard let kept = unsafe state?.pointee else { return }
    unsafe state?.pointee = nil
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(kept).takeRetainedValue()
    exchange.end(isComplete: reason == .REQUEST_TERMINATED_COMPLETED_OK)
}

/// A connection begins or ends.
private nonisolated func linked(
    _ context: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ kept: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    _ event: MHD_ConnectionNotificationCode
) {
    let core = unsafe Unmanaged<Core>.fromOpaque(context!).takeUnretainedValue()
    switch event {
    case .CONNECTION_NOTIFY_STARTED:
        let link = unsafe Link(
            descriptor: Connection.descriptor(of: handle!), isLate: core.isStopping)
        core.links.add(link)
        unsafe kept?.pointee = Unmanaged.passRetained(link).toOpaque()
    case .CONNECTION_NOTIFY_CLOSED:
        guard let context = unsafe kept?.pointee else { return }
        unsafe kept?.pointee = nil
        let link = unsafe Unmanaged<Link>.fromOpaque(context).takeRetainedValue()
        link.close()
        core.links.remove(link)
    @unknown default: return
    }
}
