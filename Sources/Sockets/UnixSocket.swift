internal import Glibc

/// A call to the operating system that failed.
package struct SocketError: Error, Equatable {
    package let code: CInt
    package let function: String

    init(_ function: String) {
        code = errno
        self.function = function
    }
}

extension SocketError: CustomStringConvertible {
    package var description: String {
        "\(function): \(unsafe String(cString: strerror(code)))"
    }
}

/// A connected stream socket that carries frames: four bytes of length, most significant first,
/// then the bytes.
///
/// Calls block. One thread sends and one receives at a time.
// Safe to send: a descriptor is a number; it is closed once, when the last owner lets go.
package final class UnixConnection: @unchecked Sendable {
    private let descriptor: CInt

    init(descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Connects to the socket `name` in `directory`, whose path may be longer than a socket
    /// address can be. With a patience, no call waits longer than that for the other side.
    package init(
        directory: String, name: String, patienceMilliseconds: Int? = nil
    ) throws(SocketError) {
        descriptor = try unsafe withAddress(directory: directory, name: name) {
            address, size throws(SocketError) in
            let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | closeOnExec, 0)
            guard descriptor >= 0 else { throw SocketError("socket") }
            if let patienceMilliseconds { limit(descriptor, to: patienceMilliseconds) }
            guard unsafe connect(descriptor, address, size) == 0 else {
                let error = SocketError("connect")
                close(descriptor)
                throw error
            }
            return descriptor
        }
    }

    /// Sends one frame; throws when the other side has gone.
    package func send(_ frame: [UInt8]) throws(SocketError) {
        let length = UInt32(frame.count)
        try send(
            unframed: (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + frame)
    }

    /// Sends bytes as they are, to those who mix them with frames.
    package func send(unframed bytes: [UInt8]) throws(SocketError) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SocketError("send") }
            sent += count
        }
    }

    /// The next frame, or nil when the other side has closed between frames.
    package func receive(limit: Int) throws(SocketError) -> [UInt8]? {
        guard let head = try receive(count: 4) else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard length <= limit else {
            errno = EMSGSIZE
            throw SocketError("receive")
        }
        guard let frame = try receive(count: length) else {
            errno = ECONNRESET
            throw SocketError("receive")
        }
        return frame
    }

    /// What comes before the byte `end`, or before the other side closes; of more than `limit`
    /// bytes the first. For short answers: each byte is asked for.
    package func receive(until end: UInt8, limit: Int) throws(SocketError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit, let byte = try receive(count: 1), byte[0] != end {
            bytes += byte
        }
        return bytes
    }

    /// Waits until the other side has sent something, or has gone; false if neither in time.
    package func isAnswered(within milliseconds: Int) -> Bool {
        var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = unsafe poll(&event, 1, CInt(milliseconds))
            if ready < 0, errno == EINTR { continue }
            return ready != 0
        }
    }

    /// Ends both directions, so that a call that waits on another thread returns.
    package func shutDown() { _ = shutdown(descriptor, CInt(SHUT_RDWR)) }

    private func receive(count: Int) throws(SocketError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let got = unsafe bytes[received...].withUnsafeMutableBytes {
                unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
            }
            if got < 0, errno == EINTR { continue }
            if got == 0, received == 0 { return nil }
            if got == 0 { errno = ECONNRESET }
            guard got > 0 else { throw SocketError("recv") }
            received += got
        }
        return bytes
    }
}

/// A socket that waits for connections from processes of the same user.
// Safe to send: a descriptor is a number; it is closed once, when the last owner lets go.
package final class UnixListener: @unchecked Sendable {
    private let descriptor: CInt
    private let path: String

    /// Listens at `name` in `directory`, replacing what a killed process has left there: call it
    /// only while holding the lock that makes this process the only owner.
    package init(directory: String, name: String) throws(SocketError) {
        path = "\(directory)/\(name)"
        descriptor = try unsafe withAddress(directory: directory, name: name) {
            address, size throws(SocketError) in
            let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | closeOnExec, 0)
            guard descriptor >= 0 else { throw SocketError("socket") }
            unsafe unlink("\(directory)/\(name)")
            // Linux gives the name the mode that the socket has when it is bound. The mask would do
            // it too, but is the whole process's: other threads make files meanwhile.
            guard fchmod(descriptor, 0o600) == 0, unsafe bind(descriptor, address, size) == 0,
                listen(descriptor, 16) == 0
            else {
                let error = SocketError("bind")
                close(descriptor)
                throw error
            }
            return descriptor
        }
    }

    deinit { close(descriptor) }

    /// The next connection, or nil once `shutDown` was called.
    package func accept() -> UnixConnection? {
        while true {
            let connection = Glibc.accept(descriptor, nil, nil)
            if connection >= 0 {
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                return UnixConnection(descriptor: connection)
            }
            if errno != EINTR && errno != ECONNABORTED { return nil }
        }
    }

    /// Ends the listening and takes the socket's name away; a call that waits returns.
    package func shutDown() {
        unsafe unlink(path)
        _ = shutdown(descriptor, CInt(SHUT_RDWR))
    }
}

/// From now on a call that waits longer fails with `EAGAIN`.
private func limit(_ descriptor: CInt, to milliseconds: Int) {
    var time = timeval(
        tv_sec: milliseconds / 1000, tv_usec: suseconds_t(milliseconds % 1000 * 1000))
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
}

private let closeOnExec = CInt(SOCK_CLOEXEC.rawValue)

/// An address through the directory's descriptor: `sun_path` holds 107 bytes, a data directory's
/// path may be longer.
private func withAddress(
    directory: String, name: String,
    _ body: (UnsafePointer<sockaddr>, socklen_t) throws(SocketError) -> CInt
) throws(SocketError) -> CInt {
    let folder = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SocketError("open") }
    defer { close(folder) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = "/proc/self/fd/\(folder)/\(name)"
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    precondition(path.utf8.count < capacity, "socket name too long")
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    var result: Result<CInt, SocketError> = .success(-1)
    unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
            do throws(SocketError) {
                result = .success(
                    try unsafe body(rebound, socklen_t(MemoryLayout<sockaddr_un>.size)))
            } catch {
                result = .failure(error)
            }
        }
    }
    return try result.get()
}
