internal import CMicrohttpd
internal import Glibc

/// One request's hold on MHD; it is valid until the request has ended.
// Safe to send: MHD allows suspending and resuming from any thread, all else happens on its own.
@safe struct Connection: @unchecked Sendable {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    func suspend() { unsafe MHD_suspend_connection(handle) }

    func resume() { unsafe MHD_resume_connection(handle) }

    /// Nil if a name is no name.
    func headers() -> HeaderFields? {
        var reading = HeaderReading()
        unsafe withUnsafeMutablePointer(to: &reading) { pointer in
            _ = unsafe MHD_get_connection_values_n(handle, .HEADER_KIND, readField, pointer)
        }
        return reading.isSound ? reading.fields : nil
    }

    var peer: SocketAddress? {
        guard let info = unsafe khamrong_connection_info(handle, .CONNECTION_INFO_CLIENT_ADDRESS),
            let address = unsafe info.pointee.client_addr
        else { return nil }
        return unsafe SocketAddress.read(address)
    }

    /// What was hung on the connection when it began.
    var link: Link? {
        guard let info = unsafe khamrong_connection_info(handle, .CONNECTION_INFO_SOCKET_CONTEXT),
            let context = unsafe info.pointee.socket_context
        else { return nil }
        return unsafe Unmanaged<Link>.fromOpaque(context).takeUnretainedValue()
    }

    /// The socket, when a connection begins.
    static func descriptor(of handle: OpaquePointer) -> CInt {
        let info = unsafe khamrong_connection_info(handle, .CONNECTION_INFO_CONNECTION_FD)
        return unsafe info?.pointee.connect_fd ?? -1
    }

    /// Hands the answer over; false if MHD would not have it. C: `MHD_queue_response`
    func queue(_ response: Response) -> Bool {
        guard let prepared = unsafe prepared(response.body) else { return false }
        defer { unsafe MHD_destroy_response(prepared) }
        // Refused are only those that say how the body ends, which MHD says itself.
        for field in response.headers.fields where !field.value.isEmpty {
            _ = unsafe MHD_add_response_header(prepared, field.name, field.value)
        }
        return unsafe MHD_queue_response(handle, UInt32(response.status.code), prepared) == .YES
    }

    private func prepared(_ body: Response.Body) -> OpaquePointer? {
        switch body {
        case .none:
            return unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        case .bytes(let bytes):
            return unsafe bytes.withUnsafeBytes { bytes in
                unsafe MHD_create_response_from_buffer(
                    bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                    .RESPMEM_MUST_COPY)
            }
        case .file(let file, let range):
            // MHD closes what it is given.
            let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
            guard copy >= 0 else { return nil }
            let made = unsafe MHD_create_response_from_fd_at_offset64(
                UInt64(range.count), copy, UInt64(range.lowerBound))
            if unsafe made == nil { close(copy) }
            return unsafe made
        case .stream(let stream):
            let reader = unsafe Unmanaged.passRetained(
                StreamReader(stream: stream, connection: self))
            return unsafe MHD_create_response_from_callback(
                khamrong_size_unknown(), 1024, readStream, reader.toOpaque(), releaseReader)
        }
    }
}

private final class StreamReader {
    let stream: ResponseStream
    let connection: Connection

    init(stream: ResponseStream, connection: Connection) {
        self.stream = stream
        self.connection = connection
    }
}

private struct HeaderReading {
    var fields = HeaderFields()
    var isSound = true
}

private nonisolated func readField(
    _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
    _ nameSize: Int, _ value: UnsafePointer<CChar>?, _ valueSize: Int
) -> MHD_Result {
    let reading = unsafe context!.assumingMemoryBound(to: HeaderReading.self)
    let name = unsafe text(name, nameSize)
    let value = unsafe text(value, valueSize)
    let isTaken = unsafe reading.pointee.fields.take(name: name, value: value)
    guard isTaken, !value.utf8.contains(0) else {
        unsafe reading.pointee.isSound = false
        return .NO
    }
    return .YES
}

private func text(_ start: UnsafePointer<CChar>?, _ size: Int) -> String {
    guard let start = unsafe start else { return "" }
    return unsafe String(
        decoding: UnsafeRawBufferPointer(start: start, count: size), as: UTF8.self)
}

private nonisolated func readStream(
    _ context: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: Int
) -> Int {
    let reader = unsafe Unmanaged<StreamReader>.fromOpaque(context!).takeUnretainedValue()
    return unsafe buffer!.withMemoryRebound(to: UInt8.self, capacity: size) { start in
        unsafe reader.stream.read(
            into: UnsafeMutableBufferPointer(start: start, count: size), of: reader.connection)
    }
}

private nonisolated func releaseReader(_ context: UnsafeMutableRawPointer?) {
    unsafe Unmanaged<StreamReader>.fromOpaque(context!).release()
}
